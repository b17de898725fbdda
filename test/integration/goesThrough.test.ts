import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from './support/parameters';

describe('a run with several recipients', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const send = async (items: IDataObject[], options: INodeParameters = {}, settings: Partial<INode> = {}, parameters = campaignParameters) =>
		run(simulator, { ...parameters, options }, items, settings);
	const numbers = (count: number) => people(count).map((person) => person.phoneNumber);
	const taken = () => simulator.accepted.map((sms) => sms.phoneNumber).sort();

	it('goes through although one of 500 is refused, who is an item in its place', async () => {
		simulator.makeInvalid(phoneNumber(250));
		const { items, error, hints } = await send(people(500));
		expect(error).toBeUndefined();
		expect(taken()).toEqual(numbers(500).filter((_, index) => index !== 250));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(numbers(500).map((_, item) => ({ item })));
		expect(items[250]?.json).toEqual({ phoneNumber: phoneNumber(250), status: 'notSent', error: expect.stringContaining('00000250'), code: '9', description: expect.stringMatching(/\w{5}/) });
		expect(hints.map(({ message }) => message)).toContain('499 sent, 1 refused. 499 SMS billed, 22.455 EUR.');
	});

	it('goes through although some fail a check, each an item with its number as it was written', async () => {
		const items = [{ phoneNumber: '0600000000', name: 'A' }, { phoneNumber: '12', name: 'B' }, { phoneNumber: phoneNumber(2) }, { name: 'D' }, { phoneNumber: phoneNumber(4), name: 'E' }];
		const { items: output, error, hints } = await send(items);
		expect(error).toBeUndefined();
		expect(taken()).toEqual([phoneNumber(0), phoneNumber(4)]);
		expect(output.map(({ json }) => [json.phoneNumber, json.status, json.code ?? null])).toEqual([
			[phoneNumber(0), 'waiting', null],
			['12', 'notSent', 'INVALID_INPUT'],
			[phoneNumber(2), 'notSent', 'INVALID_INPUT'],
			[null, 'notSent', 'INVALID_INPUT'],
			[phoneNumber(4), 'waiting', null],
		]);
		expect(output[2]?.json.error).toContain('name');
		expect(hints.map(({ message }) => message)).toContain('2 sent, 3 refused. 2 SMS billed, 0.09 EUR.');
	});

	it('shows each recipient of an item whose text fails', async () => {
		const { items } = await send([{ to: '0600000000, 0600000001, 12' }, { to: phoneNumber(2), name: 'C' }], {}, {}, { ...campaignParameters, phoneField: 'to' });
		expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.status, pairedItem])).toEqual([
			[phoneNumber(0), 'notSent', { item: 0 }],
			[phoneNumber(1), 'notSent', { item: 0 }],
			['12', 'notSent', { item: 0 }],
			[phoneNumber(2), 'waiting', { item: 1 }],
		]);
	});

	it('keeps the order in which recipients are written', async () => {
		const { items } = await send([{ to: '0600000000, 12, 0600000001', name: 'A' }], {}, {}, { ...campaignParameters, phoneField: 'to' });
		expect(items.map(({ json }) => json.phoneNumber)).toEqual([phoneNumber(0), '12', phoneNumber(1)]);
		expect(Object.keys(items[1]?.json ?? {})[0]).toBe('phoneNumber');
	});

	it('is an error when all are refused, which names each', async () => {
		for (const index of [0, 1, 2]) simulator.makeInvalid(phoneNumber(index));
		const { error } = await send([...people(3), { phoneNumber: '12', name: 'Bad' }]);
		expect(error?.message).toMatch(/^Nothing was sent: /);
		for (const number of ['00000000', '00000001', '00000002', '12']) expect(error?.description).toContain(number);
		expect(error?.description).toContain('Of 4: 4 refused.');
	});

	it('is an error when one recipient alone is refused', async () => {
		simulator.optOut(phoneNumber(0));
		const { error } = await send(people(1));
		expect(error).toMatchObject({ message: expect.stringMatching(/^Nothing was sent: .*\+33600000000/), description: expect.stringContaining('opt-out') });
	});

	it('is an error when what is wrong concerns everybody, and says what was sent before', async () => {
		simulator.faults.add({ kind: 'latency', ms: 1 });
		const options = { batchSize: 1, sender: '={{ $json.sender }}' };
		const senders = ['MyShop', 'MyShop', 'MyShop', 'MyShop', 'MyShop', 'MyShop', 'Refused'];
		simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 992, message: 'Emetteur refusé' }, accept: false }, { path: '/send', times: 1 });
		const items = [{ phoneNumber: phoneNumber(0), name: 'A', sender: 'MyShop' }, ...senders.map((sender, index) => ({ phoneNumber: phoneNumber(index + 1), name: 'B', sender }))];
		const { error } = await send(items, options);
		expect(error?.message).toMatch(/of 8 sent, .*1 refused.*: Emetteur refusé/);
		expect(error?.description).toContain('not authorised');
	});

	it('starts nothing more after what concerns everybody, and names who was not started', async () => {
		simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 10, message: 'Clé API incorrecte' }, accept: false }, { path: '/send', times: 5 });
		const { items } = await send(people(20), { batchSize: 1 }, goOn);
		expect(simulator.requests).toHaveLength(5);
		expect(items.map(({ json }) => json.code)).toEqual([...Array<string>(5).fill('10'), ...Array<string>(15).fill('NOT_STARTED')]);
		for (const { json } of items) expect(json).toMatchObject({ status: 'notSent', phoneNumber: expect.stringMatching(/^\+336/), description: expect.any(String) });
	});

	describe('with Stop If One Fails', () => {
		const strict = { stopOnFailure: true };

		it('sends nothing if one fails a check, and names every bad one', async () => {
			const { error } = await send([...people(3), { phoneNumber: '12', name: 'B' }, { phoneNumber: '34', name: 'C' }], strict);
			expect(error?.message).toMatch(/^Nothing was sent: /);
			for (const bad of ['12', '34']) expect(error?.description).toContain(bad);
			expect(error?.description).toContain('Of 5: 2 refused, 3 not started.');
			expect(simulator.requests).toEqual([]);
		});

		it('gives each its own reason or STOPPED when the node continues', async () => {
			const { items } = await send([...people(2), { phoneNumber: '12', name: 'B' }], strict, goOn);
			expect(items.map(({ json }) => [json.phoneNumber, json.code, json.status])).toEqual([
				[phoneNumber(0), 'STOPPED', 'notSent'],
				[phoneNumber(1), 'STOPPED', 'notSent'],
				['12', 'INVALID_INPUT', 'notSent'],
			]);
			expect(simulator.requests).toEqual([]);
		});

		it('starts nothing more when the platform refuses one, and says what went out', async () => {
			simulator.makeInvalid(phoneNumber(0));
			const { error } = await send(people(50), { ...strict, batchSize: 1 });
			expect(error?.message).toMatch(/^\d+ of 50 sent, 1 refused, \d+ not started: /);
			expect(simulator.requests.length).toBeLessThan(12);
		});
	});

	describe('Include Input Fields', () => {
		it('carries the fields of each item along; those of the node win, and no failure of an earlier node comes along', async () => {
			simulator.makeInvalid(phoneNumber(1));
			const items = people(2).map((person) => ({ ...person, status: 'mine', customer: { id: 7 }, error: 'old', code: 'OLD', description: 'old' }));
			const { items: output } = await send(items, { includeInputFields: true });
			expect(output[0]?.json).toMatchObject({ name: 'Person 0', customer: { id: 7 }, status: 'waiting', phoneNumber: phoneNumber(0) });
			expect(output[0]?.json).not.toHaveProperty('error');
			expect(output[1]?.json).toMatchObject({ name: 'Person 1', customer: { id: 7 }, status: 'notSent', code: '9' });
			expect(output[1]?.json.error).not.toBe('old');
		});

		it('is off unless asked for, and may differ by item', async () => {
			expect((await send(people(1))).items[0]?.json).not.toHaveProperty('name');
			const { items } = await send([{ phoneNumber: phoneNumber(0), name: 'A', keep: true }, { phoneNumber: phoneNumber(1), name: 'B', keep: false }], { includeInputFields: '={{ $json.keep }}' });
			expect(items.map(({ json }) => json.name)).toEqual(['A', undefined]);
		});

		it('leaves nothing out unless it is told to, and shows no result of an earlier node as that of an item that failed', async () => {
			const earlier = { optedOut: false, messageId: '7', status: 'delivered', customer: 'C-7' };
			expect((await send(people(1), { includeInputFields: '={{ null }}' })).items[0]?.json).toMatchObject({ name: 'Person 0' });
			const { items } = await send([...people(1), { ...earlier, phoneNumber: '12', name: 'B' }], { includeInputFields: true });
			expect(items[1]?.json).toEqual({ customer: 'C-7', name: 'B', phoneNumber: '12', status: 'notSent', error: expect.any(String), code: 'INVALID_INPUT', description: expect.any(String) });
			simulator.faults.add({ kind: 'status', status: 500 }, { path: '/stop-sms/list' });
			const check = { resource: 'optOut', operation: 'check', phoneNumber: '={{ $json.phoneNumber }}', simplify: true, options: { includeInputFields: true } };
			const { items: checked } = await run(simulator, check, [{ ...earlier, phoneNumber: phoneNumber(0) }], goOn);
			expect(checked[0]?.json).toMatchObject({ customer: 'C-7', error: expect.any(String) });
			expect(checked[0]?.json).not.toHaveProperty('optedOut');
		});

		it.each<[string, INodeParameters]>([
			['a status', { resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields', messageIdField: 'messageId', phoneField: 'phoneNumber' }],
			['a check of the opt-out list', { resource: 'optOut', operation: 'check', phoneNumber: '={{ $json.phoneNumber }}' }],
			['a format check', { resource: 'phoneNumber', operation: 'verifyFormat', recipientSource: 'parameters', phoneNumber: '={{ $json.phoneNumber }}' }],
			['a contact', { resource: 'contact', operation: 'create', groupId: '={{ $json.groupId }}', phoneNumber: '={{ $json.phoneNumber }}' }],
			['a balance', { resource: 'account', operation: 'getBalance' }],
			['an opt-out', { resource: 'optOut', operation: 'add', phoneNumber: '={{ $json.phoneNumber }}' }],
			['a preview', { resource: 'sms', operation: 'preview', recipientSource: 'parameters', message: 'Hello' }],
			['a verification', { resource: 'phoneNumber', operation: 'verifyNetwork', recipientSource: 'parameters', phoneNumber: '={{ $json.phoneNumber }}' }],
		])('works for %s', async (_what, parameters) => {
			const group = simulator.addGroup('Customers');
			const [sent] = (await send(people(1))).items;
			const input = { phoneNumber: phoneNumber(0), messageId: String(sent?.json.messageId), groupId: group.groupId, customer: 'C-7' };
			const { items, error } = await run(simulator, { simplify: true, ...parameters, options: { includeInputFields: true } }, [input]);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ customer: 'C-7' });
		});
	});

	it('goes through for contacts and network checks too', async () => {
		const group = simulator.addGroup('Customers');
		const contacts = await run(simulator, { resource: 'contact', operation: 'create', groupId: group.groupId, phoneNumber: '={{ $json.phoneNumber }}', options: {} }, [...people(2), { phoneNumber: '12' }]);
		expect(contacts.error).toBeUndefined();
		expect(contacts.items.map(({ json }) => [json.phoneNumber, json.code ?? null])).toEqual([[phoneNumber(0), null], [phoneNumber(1), null], ['12', 'INVALID_INPUT']]);
		expect(contacts.hints.map(({ message }) => message)).toContain('2 added, 1 refused.');
		const checks = await run(simulator, { resource: 'phoneNumber', operation: 'verifyNetwork', recipientSource: 'parameters', phoneNumber: '={{ $json.phoneNumber }}', options: {} }, [...people(2), { phoneNumber: '12' }]);
		expect(checks.items.map(({ json }) => json.code ?? null)).toEqual([null, null, 'INVALID_INPUT']);
		expect(checks.items[2]?.json).toMatchObject({ phoneNumber: '12' });
		for (const json of [contacts.items[2]?.json, checks.items[2]?.json]) expect(json).not.toHaveProperty('status');
	});

	it('never looks up a recipient that nobody doubts', async () => {
		await send(people(3), { tag: 'spring' }, {}, { ...sendParameters });
		expect(simulator.requests.map(({ path }) => path)).toEqual(['/bulk-status-by-tag', '/bulk-send']);
		simulator.reset();
		await send(people(1), { tag: 'spring' });
		expect(simulator.requests.map(({ path }) => path)).toEqual(['/send']);
	});
});
