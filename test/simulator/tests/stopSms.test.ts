import { CALLER, call, codeOf, expectKeysRefused, fixture, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => new Date('2026-06-01T10:00:00Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it.each([
	['GET /stop-sms/list', 'sms-stop-list.error-10.json'],
	['POST /stop-sms/add', 'sms-stop-add.error-10.json'],
	['GET /stop-sms/delete', 'sms-stop-delete.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, documented) => {
	await expectKeysRefused(simulator, route, 1, documented);
});

it('lists everyone who said STOP, however they came there, like the fixture', async () => {
	simulator.optOut('06 12 34 56 78');
	await call(simulator, 'POST /stop-sms/add', { phoneNumber: '0612345679' });
	await call(simulator, 'POST /send', { phoneNumbers: '0612345670', message: 'm' });
	await simulator.reply('+33612345670', 'STOP');
	const { data } = await call(simulator, 'GET /stop-sms/list');
	expect(shape(data)).toEqual(shape(fixture('sms-stop-list.success.json')));
	expect(data.nbData).toBe(3);
	expect(data.data).toEqual(
		[CALLER, '+33612345679', '+33612345670'].map((phoneNumber) => ({
			id: expect.any(Number),
			phoneNumber,
			createdAt: '2026-06-01 12:00:00',
		})),
	);
	expect(simulator.stopList.map((entry) => entry.id)).toEqual(data.data.map((entry: { id: number }) => entry.id));
});

it('adds a number, to which no SMS goes out any more, and takes it off again', async () => {
	const { data: added } = await call(simulator, 'POST /stop-sms/add', { phoneNumber: '0612345678' });
	expect(shape(added)).toEqual(shape(fixture('sms-stop-add.success.json')));
	expect(await codeOf(simulator, 'POST /send', { phoneNumbers: CALLER, message: 'm' })).toBe(14);

	const { data: deleted } = await call(simulator, 'GET /stop-sms/delete', { id: String(added.stopId) });
	expect(deleted).toEqual(fixture('sms-stop-delete.success.json'));
	expect(simulator.stopList).toEqual([]);
	expect(await codeOf(simulator, 'POST /send', { phoneNumbers: CALLER, message: 'm' })).toBe(200);
});

it('never gives an id twice', async () => {
	const add = async () => (await call(simulator, 'POST /stop-sms/add', { phoneNumber: CALLER })).data.stopId;
	const first = await add();
	simulator.reset();
	expect(simulator.stopList).toEqual([]);
	expect(await add()).toBeGreaterThan(first);
});

it.each([
	[2, 'no number', {}],
	[2, 'the plural of one sample', { phoneNumbers: CALLER }],
	[3, 'a number that is there', { phoneNumber: '+33698765432' }],
	[9, 'no valid number', { phoneNumber: '0612' }],
	[9, 'two numbers', { phoneNumber: '0612345678,0612345679' }],
])('POST /stop-sms/add answers %i to %s', async (code, _what, fields) => {
	simulator.optOut('0698765432');
	expect((await call(simulator, 'POST /stop-sms/add', fields)).data).toEqual({
		success: false,
		code,
		message: expect.not.stringContaining('Erreur'),
	});
	expect(simulator.stopList).toHaveLength(1);
});

it.each([
	[3, 'no id', {}],
	[4, 'an unknown id', { id: 1 }],
	[4, 'a number', { id: CALLER }],
])('GET /stop-sms/delete answers %i to %s', async (code, _what, query) => {
	simulator.optOut(CALLER);
	expect(await codeOf(simulator, 'GET /stop-sms/delete', query)).toBe(code);
	expect(simulator.stopList).toHaveLength(1);
});
