import { CALLER, fixture, get, numbers, post, scheduleFields, shape, startReceiver } from './helpers';
import { startSimulator, type AcceptedSms, type Simulator } from '../index';

let now: Date;
let simulator: Simulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
	simulator = await startSimulator({ reportDelayMs: 5, now: () => now });
	receiver = await startReceiver();
});
beforeEach(() => {
	now = new Date('2026-06-01T10:00:00Z');
	simulator.reset();
	receiver.received.length = 0;
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

const payloads = () => receiver.received.map(({ text }) => JSON.parse(text));

async function send(fields: object = {}): Promise<string> {
	const urls = { urlDlr: `${receiver.url}/dlr`, urlResponse: `${receiver.url}/reply` };
	const { data } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', ...urls, ...fields });
	return String(data.message_id);
}

describe('delivery reports', () => {
	it('follow each accepted SMS, like the fixture', async () => {
		const messageId = await send({ tag: 'spring' });
		await simulator.settled();
		expect(payloads().map(shape)).toEqual([shape(fixture('webhook.dlr.json'))]);
		expect(payloads()).toEqual([
			{
				status: 'delivered',
				msgId: messageId,
				date: 1780308000,
				phone: CALLER,
				cost: '0.045',
				currency: 'EUR',
				tag: 'spring',
			},
		]);
		expect(simulator.accepted[0]?.status).toBe('delivered');
	});

	it('come one per recipient, all with the same id', async () => {
		const to = numbers(40);
		const messageId = await send({ phoneNumbers: to.join() });
		await simulator.settled();
		expect(payloads().map((report) => report.phone).sort()).toEqual(to);
		expect(new Set(payloads().map((report) => report.msgId))).toEqual(new Set([messageId]));
	});

	it('say what becomes of the number', async () => {
		simulator.setStatus(CALLER, 'not delivered');
		await send();
		await simulator.settled();
		expect(payloads()).toEqual([expect.objectContaining({ status: 'not delivered' })]);
	});

	it('need a URL; the status settles all the same', async () => {
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		await simulator.settled();
		expect(receiver.received).toEqual([]);
		expect(simulator.accepted[0]?.status).toBe('delivered');
	});

	it('of a refused or unreachable URL trouble nobody', async () => {
		await send({ urlDlr: 'http://127.0.0.1:1/' });
		await send({ urlDlr: 'not a URL' });
		await simulator.settled();
		expect(simulator.accepted.map((sms) => sms.status)).toEqual(['delivered', 'delivered']);
	});

	it('are dropped by a reset', async () => {
		await send();
		simulator.reset();
		await simulator.settled();
		await send({ phoneNumbers: '+33699999999' });
		await simulator.settled();
		expect(payloads()).toEqual([expect.objectContaining({ phone: '+33699999999' })]);
	});

	it('can be switched off', async () => {
		const quiet = await startSimulator({ automaticReports: false });
		await post(quiet, '/send', { phoneNumbers: CALLER, message: 'm', urlDlr: receiver.url });
		await quiet.settled();
		expect(quiet.accepted[0]?.status).toBe('waiting');
		expect(receiver.received).toEqual([]);
		await quiet.stop();
	});
});

describe('the callback mode', () => {
	it('delivers twice', async () => {
		simulator.callbackMode.duplicate = true;
		await send();
		await simulator.settled();
		expect(payloads()).toHaveLength(2);
		expect(payloads()[0]).toEqual(payloads()[1]);
	});

	it('reorders, always the same way', async () => {
		simulator.callbackMode = { duplicate: false, shuffle: true, encoding: 'json' };
		const to = numbers(30);
		await send({ phoneNumbers: to.join() });
		await simulator.settled();
		expect(payloads().map((report) => report.phone)).toEqual(to.reverse());
	});

	it('sends forms', async () => {
		simulator.callbackMode.encoding = 'form';
		const messageId = await send();
		await simulator.settled();
		expect(receiver.received[0]?.contentType).toBe('application/x-www-form-urlencoded');
		expect(new URLSearchParams(receiver.received[0]?.text).get('msgId')).toBe(messageId);
	});
});

describe('scheduled SMS', () => {
	const fields = { phoneNumbers: numbers(2).join(), ...scheduleFields('01/06/2026', 14, 30) };

	it('leave when their time has come', async () => {
		await send(fields);
		await simulator.settled();
		simulator.departScheduled();
		expect(simulator.accepted.map((sms) => sms.status)).toEqual(['waiting', 'waiting']);
		now = new Date('2026-06-01T12:30:00Z');
		simulator.departScheduled();
		simulator.departScheduled();
		await simulator.settled();
		expect(payloads()).toHaveLength(2);
		expect((await get(simulator, '/me')).data.credits.toSend).toBe(0);
	});

	it('do not leave once cancelled', async () => {
		const messageId = await send(fields);
		await get(simulator, '/message-cancel', { messageId });
		now = new Date('2026-06-02T12:30:00Z');
		simulator.departScheduled();
		await simulator.settled();
		expect(payloads()).toEqual([]);
	});
});

describe('people', () => {
	const replies = () => receiver.received.filter(({ path }) => path === '/reply').map(({ text }) => JSON.parse(text));

	it('reply to the last SMS they received', async () => {
		await send({ urlResponse: 'http://127.0.0.1:1/' });
		const messageId = await send();
		const answers = await simulator.reply('06 12 34 56 78', 'Oui');
		expect(answers).toEqual([{ status: 200, body: { ok: true } }]);
		expect(replies()).toEqual([
			{ type: 'response', phone_number: CALLER, text: 'Oui', message_id: Number(messageId) },
		]);
	});

	it.each(['STOP', ' stop ', 'Stop merci'])('say %j and are opted out', async (text) => {
		const messageId = await send();
		await simulator.reply(CALLER, text);
		expect(replies()).toEqual([{ type: 'stop', phone_number: CALLER, text, message_id: Number(messageId) }]);
		const refused = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'again' });
		expect(refused.data.code).toBe(14);
	});

	it('are not opted out by a word that begins like it', async () => {
		await send();
		await simulator.reply(CALLER, 'Stoppez-vous ici ?');
		expect(replies()).toEqual([expect.objectContaining({ type: 'response' })]);
	});

	it('answer a virtual number in its own way: STOP is a reply, long texts come in parts', async () => {
		const urlResponse = `${receiver.url}/reply`;
		await post(simulator, '/vn/send', { to: CALLER, from: '33700000001', message: 'm', urlResponse });
		await simulator.reply(CALLER, 'x'.repeat(400));
		await simulator.reply(CALLER, 'STOP');
		const [stop] = replies().filter((reply) => reply.concat === undefined);
		const parts = replies().filter((reply) => reply.concat === 'true');
		expect(stop).toMatchObject({ msisdn: '33612345678', to: '33700000001', text: 'STOP', keyword: 'STOP' });
		expect(parts.map((part) => part['concat-part']).sort()).toEqual(['1', '2', '3']);
		expect((await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' })).data.code).toBe(14);
	});

	it('reach the account when the SMS has no reply URL, or nobody', async () => {
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		expect(await simulator.reply(CALLER, 'Allo')).toEqual([]);
		simulator.setAccountReplyUrl(`${receiver.url}/reply`);
		await simulator.reply(CALLER, 'Allo');
		expect(replies()).toEqual([expect.objectContaining({ text: 'Allo' })]);
	});

	it('cannot answer what they did not receive', async () => {
		await expect(simulator.reply(CALLER, 'Qui ?')).rejects.toThrow('received no SMS');
	});
});

it('tells of every SMS it takes', async () => {
	const told: AcceptedSms[] = [];
	simulator.on('accepted', (sms) => told.push(sms));
	await send({ phoneNumbers: numbers(3).join() });
	expect(told).toEqual(simulator.accepted);
	expect(told).toHaveLength(3);
});
