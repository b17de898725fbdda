import { CALLER, fixture, post, shape, startReceiver } from './helpers';
import { startSimulator, type CallbackDelivery, type Simulator } from '../index';

let simulator: Simulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
const told: CallbackDelivery[] = [];

beforeAll(async () => {
	simulator = await startSimulator();
	receiver = await startReceiver();
	simulator.on('callback', (delivery) => told.push(delivery));
});
beforeEach(() => {
	told.length = 0;
	receiver.received.length = 0;
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

describe('payloads have the fields of the fixtures', () => {
	it.each([
		['reply', 'webhook.response.json'],
		['stop', 'webhook.stop.json'],
		['virtualNumberReply', 'webhook.vn-reply.json'],
		['deliveryReport', 'webhook.dlr.json'],
		['numberCheck', 'webhook.hlr.json'],
		['voiceSms', 'webhook.voice-sms.json'],
	] as const)('%s, by POST', async (name, file) => {
		const answer = await simulator.callbacks[name](`${receiver.url}/here`);
		expect(answer).toEqual({ status: 200, body: { ok: true } });
		const [received] = receiver.received;
		expect(received).toMatchObject({ method: 'POST', path: '/here', contentType: 'application/json' });
		const payload: unknown = JSON.parse(received?.text ?? '');
		const documented = fixture(file);
		expect(shape(payload)).toEqual(shape(documented));
		expect(told).toEqual([{ name, url: `${receiver.url}/here`, payload, ...answer }]);
	});

	it('voiceSms with an audio file', async () => {
		await simulator.callbacks.voiceSms(receiver.url, { audioFileStatus: 'Deposit' });
		const documented = fixture('webhook.voice-sms.with-audio.json');
		expect(shape(JSON.parse(receiver.received[0]?.text ?? ''))).toEqual(shape(documented));
	});

	it('voiceCampaign, by GET, beside the query that the URL has', async () => {
		await simulator.callbacks.voiceCampaign(`${receiver.url}/voice?secret=1`);
		const documented = fixture('webhook.voice-campaign.query.json');
		expect(receiver.received).toEqual([
			{
				method: 'GET',
				path: '/voice',
				query: { secret: '1', ...(documented as object) },
				contentType: undefined,
				text: '',
			},
		]);
	});

	it('longReply, one call per part', async () => {
		const answers = await simulator.callbacks.longReply(receiver.url, { text: 'é'.repeat(160), ref: 12 });
		expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
		const parts = receiver.received.map(({ text }) => JSON.parse(text));
		expect(parts.map(shape)).toEqual(
			[1, 2].map((part) => shape(fixture(`webhook.vn-reply.concat-${part}.json`))),
		);
		expect(parts.map((part) => part['concat-part'])).toEqual(['1', '2']);
		expect(parts.map((part) => part['concat-ref'])).toEqual(['12', '12']);
		expect(parts.map((part) => part['concat-total'])).toEqual(['2', '2']);
		expect(parts.map((part) => part.text).join('')).toBe('é'.repeat(160));
	});
});

describe('fields', () => {
	it('are written as the platform writes them', async () => {
		const phoneNumber = '+33698765432';
		const date = new Date('2026-07-01T10:00:00Z');
		await simulator.callbacks.reply(receiver.url, { phoneNumber, text: 'Oui', messageId: '42' });
		await simulator.callbacks.virtualNumberReply(receiver.url, { phoneNumber, text: 'Oui merci', date });
		await simulator.callbacks.deliveryReport(receiver.url, { phoneNumber, status: 'not delivered', date });
		await simulator.callbacks.voiceSms(receiver.url, { phoneNumber, doneAt: date });
		await simulator.callbacks.numberCheck(receiver.url, { ported: false, date });
		expect(receiver.received.map(({ text }) => JSON.parse(text))).toEqual([
			{ type: 'response', phone_number: phoneNumber, text: 'Oui', message_id: 42 },
			expect.objectContaining({
				msisdn: '33698765432',
				keyword: 'Oui',
				'message-timestamp': '2026-07-01 12:00:00',
			}),
			expect.objectContaining({ phone: phoneNumber, status: 'not delivered', date: 1782900000, cost: '0.045' }),
			expect.objectContaining({ phoneNumber: '0033698765432', doneAt: '2026-07-01 12:00:00' }),
			expect.objectContaining({ ported: 0, date: '2026-07-01T10:00:00.000+0000' }),
		]);
	});

	it('of a long reply may be given part by part, in any order', async () => {
		const parts = ['un ', 'deux ', 'trois été'];
		await simulator.callbacks.longReply(receiver.url, { parts, order: [3, 1, 1] });
		const received = receiver.received.map(({ text }) => JSON.parse(text));
		expect(received.map((part) => [part['concat-part'], part.text, part.keyword])).toEqual([
			['3', 'trois été', 'TROISETE'],
			['1', 'un ', 'UN'],
			['1', 'un ', 'UN'],
		]);
		await expect(simulator.callbacks.longReply(receiver.url, { parts, order: [4] })).rejects.toThrow('3 parts');
	});
});

describe('raw', () => {
	const payload = { a: 'é b', n: 1, yes: true, nested: { status: 'Deposit', list: ['x'] } };
	const form = 'application/x-www-form-urlencoded';
	const start = 'a=%C3%A9+b&n=1&yes=1';

	it.each([
		['json', 'application/json', JSON.stringify(payload)],
		['form', form, `${start}&nested=${encodeURIComponent(JSON.stringify(payload.nested))}`],
		['phpBrackets', form, `${start}&nested%5Bstatus%5D=Deposit&nested%5Blist%5D%5B0%5D=x`],
	] as const)('%s', async (encoding, contentType, text) => {
		await simulator.callbacks.raw(receiver.url, payload, { encoding });
		expect(receiver.received).toEqual([{ method: 'POST', path: '/', query: {}, contentType, text }]);
	});

	it('query, by GET or by the method asked for', async () => {
		await simulator.callbacks.raw(`${receiver.url}/x?k=1`, { a: 'é b' }, { encoding: 'query' });
		await simulator.callbacks.raw(`${receiver.url}/x`, { a: 1 }, { encoding: 'query', method: 'POST' });
		expect(receiver.received.map(({ method, query }) => [method, query])).toEqual([
			['GET', { k: '1', a: 'é b' }],
			['POST', { a: '1' }],
		]);
	});

	it('gives refusals as answers, and fails when nobody listens', async () => {
		const refused = await simulator.callbacks.raw(`${simulator.url}/nowhere`, {});
		expect(refused).toEqual({ status: 404, body: expect.stringContaining('nowhere') });
		await expect(simulator.callbacks.raw('http://127.0.0.1:1/', {})).rejects.toThrow('ECONNREFUSED');
		expect(told.map(({ status }) => status)).toEqual([404, 'failed']);
	});
});

it('leaves the platform as it is: a STOP that is only posted opts nobody out', async () => {
	await simulator.callbacks.stop(receiver.url, { phoneNumber: CALLER });
	await simulator.callbacks.deliveryReport(receiver.url, { phoneNumber: CALLER });
	expect([simulator.accepted, simulator.requests]).toEqual([[], []]);
	const { data } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
	expect(data.success).toBe(true);
});
