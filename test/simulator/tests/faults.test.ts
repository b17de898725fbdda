import { CALLER, get, http, numbers, post } from './helpers';
import { startSimulator, type Fault, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

const SMS = { phoneNumbers: CALLER, message: 'm' };
const send = async () => await post(simulator, '/send', SMS);
const sendImpatiently = async () =>
	await http.post(`${simulator.smsBaseUrl}/send`, { apiKey: simulator.apiKey, ...SMS }, { timeout: 300 });

describe('a status of its own', () => {
	it('as JSON, once, and nothing is taken', async () => {
		simulator.faults.add({ kind: 'status', status: 503 });
		const { status, data } = await send();
		expect([status, data]).toEqual([503, { success: false, code: 503, message: 'Service Unavailable' }]);
		expect(simulator.accepted).toHaveLength(0);
		expect((await send()).status).toBe(200);
		expect(simulator.requests.map((request) => request.status)).toEqual([503, 200]);
	});

	it('as a page of HTML, after taking the SMS', async () => {
		simulator.faults.add({ kind: 'status', status: 502, html: true, acceptFirst: true });
		const { status, data, headers } = await send();
		expect([status, headers['content-type']]).toEqual([502, 'text/html; charset=utf-8']);
		expect(data).toContain('<h1>502 Bad Gateway</h1>');
		expect(simulator.accepted).toHaveLength(1);
	});

	it.each([[30], ['Wed, 21 Oct 2026 07:28:00 GMT']])('with Retry-After %s', async (retryAfter) => {
		simulator.faults.add({ kind: 'status', status: 429, retryAfter });
		const { status, headers } = await send();
		expect([status, headers['retry-after']]).toEqual([429, String(retryAfter)]);
	});

	it('429 without Retry-After', async () => {
		simulator.faults.add({ kind: 'status', status: 429 });
		expect((await send()).headers).not.toHaveProperty('retry-after');
	});
});

describe.each([
	['timeout', 'ECONNABORTED'],
	['reset', 'ECONNRESET'],
] as const)('%s', (kind, code) => {
	it.each([
		[true, 1],
		[false, 0],
	])('accept %s: %i SMS taken, no answer', async (accept, taken) => {
		simulator.faults.add({ kind, accept });
		await expect(sendImpatiently()).rejects.toMatchObject({ code });
		expect(simulator.accepted).toHaveLength(taken);
		expect(simulator.requests.map((received) => received.status)).toEqual([kind]);
	});
});

describe('a damaged answer', () => {
	it.each([
		[true, 1],
		[false, 0],
	])('truncated JSON, accept %s: %i SMS taken', async (accept, taken) => {
		simulator.faults.add({ kind: 'truncate', accept });
		const { status, data } = await send();
		expect(status).toBe(200);
		expect(data).toMatch(/^\{"success":true,/);
		expect(() => JSON.parse(data)).toThrow(SyntaxError);
		expect(simulator.accepted).toHaveLength(taken);
	});

	it.each([
		['success:false in a 200', { body: { success: false, code: 11 } }, 'application/json', '{"success":false,"code":11}'],
		['an empty body', { body: '' }, 'application/json', ''],
		['another type', { body: 'OK', contentType: 'text/plain' }, 'text/plain', 'OK'],
	])('%s', async (_what, fields, contentType, text) => {
		simulator.faults.add({ kind: 'body', accept: false, status: 200, ...fields });
		const asText = { transformResponse: (data: unknown) => data };
		const body = { apiKey: simulator.apiKey, ...SMS };
		const raw = await http.post(`${simulator.smsBaseUrl}/send`, body, asText);
		expect([raw.status, raw.data]).toEqual([200, text]);
		expect(raw.headers['content-type']).toContain(contentType);
		expect(simulator.accepted).toHaveLength(0);
	});

	it('may come after the SMS was taken', async () => {
		simulator.faults.add({ kind: 'body', accept: true, status: 200, body: '' });
		await send();
		expect(simulator.accepted).toHaveLength(1);
	});

	it('repeats the key and the request', async () => {
		simulator.faults.add({ kind: 'echoKey' }, { times: 2 });
		const { status, data } = await send();
		expect(status).toBe(400);
		expect(data.success).toBe(false);
		expect(data.message).toContain(simulator.apiKey);
		expect(data.message).toContain(CALLER);
		expect((await get(simulator, '/me')).data.message).toContain(simulator.apiKey);
		expect(simulator.accepted).toHaveLength(0);
	});
});

it('refuses some items of a batch and takes the others', async () => {
	const SMSList = numbers(3).map((phoneNumber) => ({ phoneNumber, message: 'm' }));
	const refused = SMSList[1]?.phoneNumber ?? '';
	simulator.faults.add({ kind: 'partial', phoneNumbers: [refused], code: 14, message: 'STOP' });
	const { data } = await post(simulator, '/bulk-send', { SMSList });
	expect(data).toMatchObject({ success: true, code: 200, nbSMS: 2, cost: 0.09 });
	expect(data.SMSResponse_List).toEqual([
		expect.objectContaining({ success: true, phoneNumber: SMSList[0]?.phoneNumber }),
		{ success: false, code: 14, message: 'STOP', phoneNumber: refused },
		expect.objectContaining({ success: true, phoneNumber: SMSList[2]?.phoneNumber }),
	]);
	expect(simulator.accepted.map((sms) => sms.phoneNumber)).not.toContain(refused);
	expect((await get(simulator, '/me')).data.credits.balance).toBe('10225.029');
});

describe('latency', () => {
	it('takes the SMS of a client that gave up waiting', async () => {
		simulator.faults.add({ kind: 'latency', ms: 60_000 });
		await expect(sendImpatiently()).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(simulator.accepted).toHaveLength(1);
	});

	it('combines with another fault', async () => {
		simulator.faults.add({ kind: 'latency', ms: 5 });
		simulator.faults.add({ kind: 'status', status: 500 });
		expect((await send()).status).toBe(500);
		expect((await send()).status).toBe(200);
	});
});

describe('scope', () => {
	const down: Fault = { kind: 'status', status: 503 };

	it('is one path, so many times', async () => {
		simulator.faults.add(down, { path: '/send', times: 2 });
		expect((await get(simulator, '/me')).status).toBe(200);
		expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([503, 503, 200]);
	});

	it('ends when cleared, and at a reset', async () => {
		simulator.faults.add(down, { times: Infinity });
		expect((await send()).status).toBe(503);
		simulator.faults.clear();
		expect((await send()).status).toBe(200);
		simulator.faults.add(down);
		simulator.reset();
		expect((await send()).status).toBe(200);
	});

	it('goes by the order of adding', async () => {
		simulator.faults.add(down);
		simulator.faults.add({ kind: 'status', status: 429 });
		expect([(await send()).status, (await send()).status]).toEqual([503, 429]);
	});
});
