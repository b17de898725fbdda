import { call, codeOf, fixture } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
const ROUTE = 'POST /vn/callforward';
const number = '33700000001';

beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it('refuses a missing and a wrong key, both with 10', async () => {
	expect(await codeOf(simulator, ROUTE, { apiKey: undefined })).toBe(10);
	expect(await codeOf(simulator, ROUTE, { apiKey: 'wrong' })).toBe(10);
});

it('switches between a number, a voicemail and nothing, the last like the fixture', async () => {
	const set = async (type: number | string, param?: string) => (await call(simulator, ROUTE, { number, type, param })).data;
	expect(await set(1, '0612345678')).toEqual({ success: true, code: 2, message: expect.any(String) });
	expect(simulator.virtualNumbers).toEqual([
		{ number, forwarding: 'number', target: '+33612345678', state: 'active' },
	]);
	expect(await set('2', 'ann@example.com')).toMatchObject({ success: true, code: 2 });
	expect(simulator.virtualNumbers).toMatchObject([{ forwarding: 'voicemail', target: 'ann@example.com' }]);
	expect(await set('0', '')).toEqual(fixture('sms-callforward.success.json'));
	expect(simulator.virtualNumbers).toEqual([{ number, forwarding: 'off', state: 'active' }]);
});

it('knows the number with and without +', async () => {
	expect(await codeOf(simulator, ROUTE, { number: `+${number}`, type: 2, param: 'ann@example.com' })).toBe(2);
});

it.each([
	[5, 'no number', { number: '' }],
	[6, 'no type', { type: undefined }],
	[7, 'type 3', { type: 3 }],
	[7, 'a word as type', { type: 'off' }],
	[8, 'no target number', { param: '' }],
	[8, 'no e-mail', { type: 2, param: undefined }],
	[9, 'no e-mail address', { type: 2, param: 'ann' }],
	[12, 'no phone number', { param: 'ann' }],
	[13, 'a number of somebody else', { number: '33700000009' }],
	[14, 'a number without forwarding', { number: '33700000002' }],
	[15, 'a disabled number', { number: '33700000003' }],
	[18, 'off when it is off', { type: 0 }],
])('answers %i to %s', async (code, _what, fields) => {
	simulator.addVirtualNumber('+33700000002', { state: 'noForwarding' });
	simulator.addVirtualNumber('33700000003', { state: 'disabled' });
	const before = simulator.virtualNumbers;
	const { status, data } = await call(simulator, ROUTE, { number, type: 1, param: '0612345678', ...fields });
	expect([status, data]).toEqual([400, { success: false, code, message: expect.not.stringContaining('Erreur') }]);
	expect(simulator.virtualNumbers).toEqual(before);
});

it.each([
	[16, 'number', 1],
	[17, 'voicemail', 2],
] as const)('answers %i to a second %s', async (code, forwarding, type) => {
	const { number: second } = simulator.addVirtualNumber('33700000002', { forwarding });
	const param = type === 1 ? '0612345678' : 'ann@example.com';
	expect(await codeOf(simulator, ROUTE, { number: second, type, param })).toBe(code);
});

it('calls a bad e-mail 5 like the fixture when told so', async () => {
	simulator.behaviour.callForwardMailCode = 5;
	const { data } = await call(simulator, ROUTE, { number, type: 2, param: 'ann' });
	expect(data).toEqual(fixture('sms-callforward.error-5.json'));
});
