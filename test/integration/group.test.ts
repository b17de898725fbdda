import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn } from './support/parameters';
import { pick } from './support/pick';
import { expectSchema } from './support/schema';

describe('group', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown, status = 200) => simulator.faults.add({ kind: 'body', status, body, accept: false });

	describe('create', () => {
		const parameters: INodeParameters = { resource: 'group', operation: 'create', name: '={{ $json.name ?? "Customers" }}' };

		it('creates one group for each item', async () => {
			const { items } = await run(simulator, parameters, [{ name: 'Nice' }, { name: 'Paris' }]);
			const idOf = (name: string) => simulator.groups.find((group) => group.name === name)?.groupId;
			expectSchema('group', 'create', items.map(({ json }) => json));
			expect(items).toEqual(['Nice', 'Paris'].map((name, item) => ({ json: { groupId: idOf(name), name }, pairedItem: { item } })));
		});

		it.each([{}, { success: undefined }])('takes code 2 for the success it is: sms-group-add.success with %j', async (facts) => {
			answer({ ...fixture('sms-group-add.success'), ...facts });
			expect((await run(simulator, parameters)).items[0]?.json).toEqual({ groupId: 'ID GROUPE', name: 'Nom du groupe' });
		});

		it('creates no group twice when n8n calls the node again', async () => {
			const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
			simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 1, message: 'non' }, accept: false });
			await run(simulator, parameters, [{ name: 'Nice' }, { name: 'Paris' }], retry);
			expect(simulator.groups.map(({ name }) => name).sort()).toEqual(['Nice', 'Paris']);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, name: 'Customers' },
			effect: 'write',
			success: fixture('sms-group-add.success'),
			wrongKey: 'sms-group-add.error-10',
			required: { name: /^Name is empty/ },
			refusals: { 1: /Fill in Name/, 2: /API key did not reach/, 10: /API key is not accepted/, 20: /disabled/, 96: /IP address/ },
		});
	});

	describe('delete', () => {
		const parameters: INodeParameters = { resource: 'group', operation: 'delete', groupId: { __rl: true, mode: 'id', value: '={{ $json.groupId }}' } };
		const routes = () => simulator.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);

		it.each(['id', 'list'])('deletes the group that was chosen by %s', async (mode) => {
			const { groupId } = simulator.addGroup('Nice');
			simulator.addGroup('Paris');
			const { items } = await run(simulator, { ...parameters, groupId: { __rl: true, mode, value: groupId } });
			expectSchema('group', 'delete', items.map(({ json }) => json));
			expect(items).toEqual([{ json: { deleted: true, groupId }, pairedItem: { item: 0 } }]);
			expect(simulator.groups.map(({ name }) => name)).toEqual(['Paris']);
			expect(routes()).toEqual(['POST /group/delete 200']);
		});

		it.each([
			[['POST /group/delete'], 'DELETE /group/delete 200'],
			[['POST /group/delete', 'DELETE /group/delete'], 'POST /groupe/delete 200'],
			[['POST /group/delete', 'DELETE /group/delete', 'POST /groupe/delete'], 'DELETE /groupe/delete 200'],
		])('finds the route when the platform does not know %j', async (unknownRoutes, last) => {
			simulator.behaviour.unknownRoutes = unknownRoutes;
			const group = simulator.addGroup('Nice');
			const { items } = await run(simulator, parameters, [{ groupId: group.groupId }]);
			expect(routes()).toEqual([...unknownRoutes.map((route) => `${route} 404`), last]);
			expect(simulator.requests.every(({ keyPlacement }) => keyPlacement === 'body')).toBe(true);
			expect(items[0]?.json).toEqual({ deleted: true, groupId: group.groupId });
			expect(simulator.groups).toEqual([]);
		});

		it('says that the address does not exist when the platform knows none of the routes', async () => {
			simulator.faults.add({ kind: 'status', status: 404, html: true }, { times: 4 });
			const { error } = await run(simulator, parameters, [{ groupId: '1' }]);
			expect(error).toMatchObject({ message: expect.stringContaining('HTTP 404'), description: expect.stringContaining('Base URL') });
			expect(simulator.requests).toHaveLength(4);
		});

		it.each<[string, Parameters<Simulator['faults']['add']>[0]]>([
			['refused it', { kind: 'body', status: 404, body: { success: false, code: 404, message: 'Inconnu' }, accept: false }],
			['may have done it', { kind: 'reset', accept: true }],
			['had trouble of its own', { kind: 'status', status: 500, html: true, acceptFirst: true }],
		])('tries no other route once the platform %s', async (_what, fault) => {
			simulator.faults.add(fault);
			await run(simulator, parameters, [{ groupId: simulator.addGroup('Nice').groupId }], goOn);
			expect(simulator.requests).toHaveLength(1);
		});

		it('explains an unknown group, and deletes the others', async () => {
			const [first, last] = [simulator.addGroup('Nice'), simulator.addGroup('Paris')];
			const { items } = await run(simulator, parameters, [{ groupId: first?.groupId }, { groupId: 'gone' }, { groupId: last?.groupId }], goOn);
			expect(items.map(({ json }) => json.deleted ?? json.description)).toEqual([true, expect.stringContaining('does not know this group'), true]);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, groupId: { __rl: true, mode: 'id', value: 'ID GROUPE' } },
			effect: 'write',
			success: fixture('sms-group-delete.success'),
			wrongKey: 'sms-group-delete.error-10',
			required: { groupId: /^Group is empty/ },
			refusals: { 1: /Choose one in Group/, 10: /API key is not accepted/, 404: /does not know this group/ },
		});
	});

	describe('getAll', () => {
		const parameters: INodeParameters = { resource: 'group', operation: 'getAll', returnAll: true, simplify: true };

		it('reads sms-group-list.success, although it says success: false', async () => {
			answer(fixture('sms-group-list.success'));
			expect((await run(simulator, parameters)).items).toEqual([
				{ json: { groupId: 'identifiant du groupe', name: 'groupe name', createdAt: '2020-10-02T16:40:05+02:00' }, pairedItem: { item: 0 } },
			]);
		});

		it.each([true, false])('lists the groups for every item with one request (success: %j)', async (groupListSuccess) => {
			simulator.behaviour.groupListSuccess = groupListSuccess;
			const names = ['Nice', 'Paris', 'Brest'];
			for (const name of names) simulator.addGroup(name);
			const { items } = await run(simulator, { ...parameters, returnAll: '={{ $json.all }}', limit: 2 }, [{ all: false }, { all: true }]);
			expectSchema('group', 'getAll', items.map(({ json }) => json));
			expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
				...names.slice(0, 2).map((name) => [name, { item: 0 }]),
				...names.map((name) => [name, { item: 1 }]),
			]);
			expect(simulator.requests).toHaveLength(1);
		});

		it('gives nothing for an account without groups', async () => {
			expect(await run(simulator, parameters)).toMatchObject({ items: [], error: undefined });
		});

		it('adds the platform record under raw when not simplified', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const { items } = await run(simulator, { ...parameters, simplify: false });
			expect(items[0]?.json).toMatchObject({ groupId, raw: { id: groupId, isLocationFile: false } });
		});

		it.each([{ success: true, code: 200 }, { success: true, groups: null }])('does not take %j for an account without groups', async (body) => {
			answer(body);
			expect((await run(simulator, parameters)).error?.message).toBe('The platform answered without the expected result');
		});

		it('takes a refusal that holds an empty list for the refusal it is', async () => {
			answer({ success: false, code: 40, message: 'Accès refusé', groups: [] });
			expect((await run(simulator, parameters)).error?.message).toBe('Accès refusé');
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'read',
			success: fixture('sms-group-list.success'),
			wrongKey: 'sms-group-list.error-10',
			required: {},
			refusals: { 10: /API key is not accepted/, 30: /blocked/ },
		});
	});

	describe('the picker', () => {
		const parameters: INodeParameters = { resource: 'group', operation: 'delete' };

		it('offers the groups by name, and finds them', async () => {
			const groups = ['Nice', 'Paris', 'Marseille'].map((name) => simulator.addGroup(name));
			expect(await pick(simulator, 'searchGroups', parameters)).toEqual(groups.map(({ name, groupId }) => ({ name, value: groupId })));
			expect((await pick(simulator, 'searchGroups', parameters, 'MARS')).map(({ name }) => name)).toEqual(['Marseille']);
		});

		it('calls a group without a name by its id, and leaves out one that cannot be chosen', async () => {
			answer({ success: true, groups: [{ id: 5, name: '' }, { name: 'no id' }] });
			expect(await pick(simulator, 'searchGroups', parameters)).toEqual([{ name: '5', value: '5' }]);
		});

		it('says what the platform says when it refuses', async () => {
			simulator.deny(96, 'IP non autorisée');
			await expect(pick(simulator, 'searchGroups', parameters)).rejects.toMatchObject({ message: 'IP non autorisée' });
		});
	});
});
