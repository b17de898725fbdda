import { CALLER, call, codeOf, expectKeysRefused, fixture, numbers, scheduleFields, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
const ROUTE = 'POST /sondage/to/send';
const survey = { phoneNumbers: CALLER, sondageIdent: 'S1' };

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => new Date('2026-06-01T10:00:00Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it('refuses a missing and a wrong key', async () => {
	await expectKeysRefused(simulator, ROUTE, 1, 'sms-send.error-10.json');
});

it('goes to up to 500 numbers, and answers like the fixture', async () => {
	const everyone = numbers(500);
	const { data } = await call(simulator, ROUTE, { ...survey, phoneNumbers: everyone.join(), tag: 'spring' });
	expect(shape(data)).toEqual(shape(fixture('sms-sondage-send.success.json')));
	expect(data).toMatchObject({ nb_sms: 500, cost: 22.5 });
	expect(simulator.balance).toBe(10202.619);
	expect(simulator.accepted.map((sms) => sms.phoneNumber)).toEqual(everyone);
	expect(simulator.accepted[499]).toMatchObject({
		messageId: String(data.message_id),
		endpoint: '/sondage/to/send',
		survey: 'S1',
		tag: 'spring',
	});
	const { data: status } = await call(simulator, 'GET /bulk-status', { messageId: data.message_id });
	expect(status.StatutResponse_List).toHaveLength(500);
});

it('may be scheduled, and has no sender', async () => {
	const { data } = await call(simulator, ROUTE, { ...survey, sender: 'Shop', ...scheduleFields('01/06/2026', 14, 30) });
	expect(data.scheduledDeliveryDate).toBe('2026-06-01 14:30:00');
	expect(simulator.accepted[0]).not.toHaveProperty('sender');
});

it('lists everything that is wrong, with the paths of the fixture', async () => {
	const wrong = { phoneNumbers: '922264', scheduledDeliveryDate: '21/11/2014' };
	const { data } = await call(simulator, ROUTE, wrong);
	const documented = fixture('sms-sondage-send.error-9.json') as { error: { elementId: string }[] };
	const own = ['message', 'sender'].map((field) => `children[${field}].data`);
	const shared = documented.error.filter(({ elementId }) => !own.includes(elementId));
	const missing = { elementId: 'children[sondageIdent].data', message: expect.any(String) };
	expect(data).toEqual({ success: false, code: 9, error: [...shared, missing] });
	expect(simulator.accepted).toEqual([]);
});

it.each([
	[2, 'no number', { phoneNumbers: '' }],
	[9, 'no survey', { sondageIdent: '' }],
	[14, 'someone who said STOP', { phoneNumbers: '+33698765432' }],
	[50, '501 numbers', { phoneNumbers: numbers(501).join() }],
])('answers %i to %s', async (code, _what, fields) => {
	simulator.optOut('+33698765432');
	expect(await codeOf(simulator, ROUTE, { ...survey, ...fields })).toBe(code);
	expect(simulator.accepted).toEqual([]);
});

it('answers 11 without credit', async () => {
	simulator.setBalance(0);
	expect(await codeOf(simulator, ROUTE, survey)).toBe(11);
});
