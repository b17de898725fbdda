import { call, codeOf, expectKeysRefused, fixture, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ now: () => new Date('2020-10-02T14:40:05Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it.each([
	['POST /group/add', 2, 'sms-group-add.error-10.json'],
	['POST /group/delete', 10, 'sms-group-delete.error-10.json'],
	['GET /group/list', 10, 'sms-group-list.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, missing, documented) => {
	await expectKeysRefused(simulator, route, missing, documented);
});

it('adds a group, with code 2 like the fixture', async () => {
	const { data } = await call(simulator, 'POST /group/add', { name: 'Spring' });
	expect(shape(data)).toEqual(shape(fixture('sms-group-add.success.json')));
	expect(data).toMatchObject({ success: true, code: 2, name: 'Spring' });
	expect(simulator.groups).toEqual([expect.objectContaining({ groupId: data.groupId, name: 'Spring' })]);
	expect(await codeOf(simulator, 'POST /group/add', {})).toBe(1);
	expect(simulator.groups).toHaveLength(1);
});

it('lists the groups, like the fixture with its success: false', async () => {
	const { groupId } = simulator.addGroup('Spring');
	const { status, data } = await call(simulator, 'GET /group/list');
	const [documented] = (fixture('sms-group-list.success.json') as { groups: object[] }).groups;
	expect(status).toBe(200);
	expect(data).toEqual({ success: false, groups: [{ ...documented, id: groupId, name: 'Spring' }] });
	simulator.behaviour.groupListSuccess = true;
	expect((await call(simulator, 'GET /group/list')).data.success).toBe(true);
});

describe.each(['POST /group/delete', 'DELETE /group/delete', 'POST /groupe/delete', 'DELETE /groupe/delete'])(
	'%s',
	(route) => {
		it('takes a group away with its contacts', async () => {
			const { groupId } = simulator.addGroup('Spring');
			const other = simulator.addGroup('Summer');
			simulator.addContact(groupId, '0612345678');
			const kept = simulator.addContact(other.groupId, '0612345678');
			const { data } = await call(simulator, route, { groupId });
			expect(data).toEqual(fixture('sms-group-delete.success.json'));
			expect(simulator.groups).toEqual([other]);
			expect(simulator.contacts).toEqual([kept]);
			expect(await codeOf(simulator, route, { groupId })).toBe(404);
		});

		it('answers 1 without a group and 404 to an unknown one', async () => {
			simulator.addGroup('Spring');
			expect(await codeOf(simulator, route, {})).toBe(1);
			expect(await codeOf(simulator, route, { groupId: 'Spring' })).toBe(404);
			expect(simulator.groups).toHaveLength(1);
		});

		it('may not be there', async () => {
			const { groupId } = simulator.addGroup('Spring');
			simulator.behaviour.unknownRoutes = [route];
			expect((await call(simulator, route, { groupId })).status).toBe(404);
			expect(simulator.groups).toHaveLength(1);
		});
	},
);
