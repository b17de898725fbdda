import { CALLER, get, http, numbers, post, startReceiver } from './helpers';
import { startSimulator, type Simulator } from '../index';

const started: Simulator[] = [];
async function start(...options: Parameters<typeof startSimulator>): Promise<Simulator> {
	const simulator = await startSimulator(...options);
	started.push(simulator);
	return simulator;
}
afterEach(async () => {
	await Promise.all(started.splice(0).map(async (simulator) => await simulator.stop()));
});

it('has URLs, keys and a port of one choice', async () => {
	const first = await start({ apiKey: 'one', voiceApiKey: 'two' });
	expect(first).toMatchObject({
		smsBaseUrl: `${first.url}/sms/v1`,
		voiceBaseUrl: `${first.url}/voice/v1`,
		apiKey: 'one',
		voiceApiKey: 'two',
	});
	const port = Number(new URL(first.url).port);
	await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
	await first.stop();
	expect((await start({ port })).url).toBe(first.url);
});

it('counts and keeps requests without their key', async () => {
	const simulator = await start();
	await get(simulator, '/me', { _format: 'json' });
	await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
	await post(simulator, '/send', { message: 'm' });
	expect(simulator.countRequests('/send')).toBe(2);
	expect(simulator.countRequests('/bulk-send')).toBe(0);
	expect(simulator.requests).toEqual([
		{ method: 'GET', path: '/me', query: { _format: 'json' }, body: undefined, keyPlacement: 'query', status: 200 },
		{
			method: 'POST',
			path: '/send',
			query: {},
			body: { phoneNumbers: CALLER, message: 'm' },
			keyPlacement: 'body',
			status: 200,
		},
		expect.objectContaining({ path: '/send', status: 400 }),
	]);
	expect(JSON.stringify(simulator.requests)).not.toContain(simulator.apiKey);
});

it('takes 10,000 personalised SMS in 20 requests and reports every one', async () => {
	const simulator = await start();
	const receiver = await startReceiver();
	const everyone = numbers(10_000);
	for (let first = 0; first < everyone.length; first += 500) {
		const SMSList = everyone
			.slice(first, first + 500)
			.map((phoneNumber) => ({ phoneNumber, message: `Bonjour ${phoneNumber}` }));
		const { data } = await post(simulator, '/bulk-send', { SMSList, urlDlr: receiver.url });
		expect(data.success).toBe(true);
	}
	await simulator.settled();
	await receiver.stop();
	expect(simulator.countRequests('/bulk-send')).toBe(20);
	expect(simulator.accepted.map((sms) => sms.phoneNumber)).toEqual(everyone);
	expect(new Set(receiver.received.map(({ text }) => JSON.parse(text).phone))).toEqual(new Set(everyone));
	expect(receiver.received).toHaveLength(10_000);
});

it('forgets everything at a reset', async () => {
	const simulator = await start({ automaticReports: false });
	const { requests, accepted } = simulator;
	const { data: before } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
	simulator.optOut(CALLER);
	simulator.makeInvalid(CALLER);
	simulator.deny(40, 'no');
	simulator.setBalance(0);
	simulator.setAccountReplyUrl('http://nobody');
	simulator.callbackMode.duplicate = true;
	simulator.reset();
	expect([requests, accepted, simulator.acceptedFor(CALLER)]).toEqual([[], [], []]);
	expect(simulator.callbackMode.duplicate).toBe(false);
	const { data: after } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
	expect(after.success).toBe(true);
	expect(after.message_id).toBeGreaterThan(before.message_id);
	expect(await simulator.reply(CALLER, 'hello')).toEqual([]);
});

it('stops at once, cutting the connections that faults left hanging', async () => {
	const simulator = await start();
	simulator.faults.add({ kind: 'timeout', accept: true }, { path: '/send' });
	simulator.faults.add({ kind: 'latency', ms: 3_600_000 }, { path: '/me' });
	const hanging = post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' }).catch((error) => error.code);
	const late = get(simulator, '/me').catch((error) => error.code);
	while (simulator.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
	await simulator.stop();
	expect([await hanging, await late]).toEqual(['ECONNRESET', 'ECONNRESET']);
	await expect(get(simulator, '/me')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	await simulator.stop();
});

describe('by hand', () => {
	it('someone can play a recipient with curl', async () => {
		const simulator = await start();
		const receiver = await startReceiver();
		const urlResponse = `${receiver.url}/reply`;
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', urlResponse });
		const byCurl = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
		const reply = JSON.stringify({ phoneNumber: '06 12 34 56 78', text: 'Oui' });
		const replied = await http.post(`${simulator.url}/simulator/reply`, reply, byCurl);
		const stopped = await http.post(`${simulator.url}/simulator/stop`, { phoneNumber: CALLER });
		await receiver.stop();
		expect([replied.status, stopped.status]).toEqual([200, 200]);
		expect(replied.data).toEqual({ callbacks: [{ status: 200, body: { ok: true } }] });
		expect(receiver.received.map(({ text }) => JSON.parse(text).type)).toEqual(['response', 'stop']);
	});

	it('and read what was sent', async () => {
		const simulator = await start({ automaticReports: false });
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		const accepted = await http.get(`${simulator.url}/simulator/accepted`);
		const requests = await http.get(`${simulator.url}/simulator/requests`);
		expect(accepted.data).toEqual(simulator.accepted);
		expect(requests.data).toEqual([expect.objectContaining({ path: '/send', status: 200 })]);
	});

	it('and decides what becomes of an SMS', async () => {
		const simulator = await start();
		const set = async (body: unknown) => await http.post(`${simulator.url}/simulator/status`, body);
		expect((await set({ phoneNumber: CALLER, status: 'not delivered' })).status).toBe(200);
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		await simulator.settled();
		expect(simulator.accepted).toEqual([expect.objectContaining({ status: 'not delivered' })]);
		expect((await set({ phoneNumber: CALLER, status: 'lost' })).data.error).toContain('waiting, ko');
		expect((await set({ status: 'ko' })).status).toBe(400);
	});

	it('and is told what is missing', async () => {
		const simulator = await start();
		const reply = async (body: unknown) => await http.post(`${simulator.url}/simulator/reply`, body);
		expect((await reply({ phoneNumber: CALLER })).status).toBe(400);
		expect((await reply('phoneNumber')).status).toBe(400);
		expect((await reply({ phoneNumber: CALLER, text: 'Oui' })).data.error).toContain('received no SMS');
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		expect((await reply({ phoneNumber: CALLER, text: 'Oui' })).data.note).toContain('without the option Reply URL');
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', sender: 'MyShop' });
		expect((await reply({ phoneNumber: CALLER, text: 'Oui' })).data.error).toContain('sender name MyShop');
		expect((await http.get(`${simulator.url}/simulator`)).data.error).toContain('POST stop');
	});
});
