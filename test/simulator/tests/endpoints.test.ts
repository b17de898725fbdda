import { CALLER, fixture, get, http, numbers, post, scheduleFields, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

const NOW = new Date('2026-06-01T10:00:00Z');
let now = NOW;
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => now });
});
beforeEach(() => {
	now = NOW;
	simulator.reset();
});
afterAll(async () => await simulator.stop());

describe('POST /send', () => {
	it('takes one SMS and answers like the fixture', async () => {
		const message = 'Bonjour:br:5 :euro:';
		const { status, data } = await post(simulator, '/send', { phoneNumbers: '0612345678', message });
		expect(status).toBe(200);
		expect(shape(data)).toEqual(shape(fixture('sms-send.success.json')));
		expect(data).toMatchObject({ nb_sms: 1, cost: 0.045 });
		expect(simulator.accepted).toEqual([
			{
				messageId: String(data.message_id),
				phoneNumber: CALLER,
				nationalNumber: '0612345678',
				countryCode: 'FR',
				message,
				endpoint: '/send',
				segments: 1,
				cost: 0.045,
				sandbox: false,
				stopNotice: false,
				status: 'waiting',
				statusAt: NOW.toISOString(),
			},
		]);
	});

	it('takes the same text to 500 people, with totals and one id', async () => {
		const to = numbers(500);
		const { data } = await post(simulator, '/send', { phoneNumbers: to.join(', '), message: 'a'.repeat(161) });
		expect(data).toMatchObject({ success: true, nb_sms: 1000, cost: 45 });
		expect(simulator.accepted.map((sms) => sms.phoneNumber)).toEqual(to);
		expect(new Set(simulator.accepted.map((sms) => sms.messageId))).toEqual(new Set([String(data.message_id)]));
	});

	it('keeps what was asked', async () => {
		const settings = { sender: 'My shop', tag: 'spring-26', urlResponse: 'http://a/r', urlDlr: 'http://a/d' };
		await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', isStopSms: 1, ...settings });
		expect(simulator.acceptedFor('06 12 34 56 78')).toEqual([
			expect.objectContaining({ ...settings, stopNotice: true }),
		]);
	});

	it('counts Unicode texts by 70', async () => {
		const text = { phoneNumbers: CALLER, message: 'a'.repeat(71) };
		expect((await post(simulator, '/send', { ...text, isUnicode: 1 })).data.nb_sms).toBe(2);
		expect((await post(simulator, '/send', text)).data.nb_sms).toBe(1);
	});

	it('schedules, and says when', async () => {
		const schedule = scheduleFields('01/06/2026', 14, 30);
		const { data } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', ...schedule });
		expect(shape(data)).toEqual(shape(fixture('sms-send.success.scheduled.json')));
		expect(data.scheduledDeliveryDate).toBe('2026-06-01 14:30:00');
		expect(simulator.accepted[0]?.scheduledAt).toBe('2026-06-01T12:30:00.000Z');
	});

	it('does not bill the sandbox', async () => {
		simulator.setBalance(0);
		const { data } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm', sandbox: 1 });
		expect(data.success).toBe(true);
		expect(simulator.accepted).toEqual([expect.objectContaining({ sandbox: true })]);
		expect((await get(simulator, '/me')).data.credits.balance).toBe('0.000');
	});
});

describe('POST /bulk-send', () => {
	it('takes a text per person and answers like the fixture', async () => {
		const SMSList = [
			{ phoneNumber: '0612345678', message: 'msg 0' },
			{ phoneNumber: '+33612345679', message: 'b'.repeat(200) },
		];
		const { data } = await post(simulator, '/bulk-send', { SMSList, tag: 'spring' });
		expect(shape(data)).toEqual(shape(fixture('sms-bulk-send.success.json')));
		expect(data).toMatchObject({
			nbSMS: 3,
			cost: 0.135,
			SMSResponse_List: [
				{ nbSms: 1, cost: 0.045, phoneNumber: CALLER },
				{ nbSms: 2, cost: 0.09, phoneNumber: '+33612345679' },
			],
		});
		expect(simulator.accepted).toEqual(
			SMSList.map(({ message }) =>
				expect.objectContaining({ message, tag: 'spring', endpoint: '/bulk-send' }),
			),
		);
	});

	it('takes the documented request, once its numbers and date are real', async () => {
		const request = JSON.parse(
			JSON.stringify(fixture('sms-bulk-send.request.json')).replaceAll('xxxxxxx', '1234567').replace('2014', '2026'),
		);
		const { data } = await http.post(`${simulator.smsBaseUrl}/bulk-send`, {
			...request,
			apiKey: simulator.apiKey,
		});
		expect(data).toMatchObject({ success: true, nbSMS: 2 });
		expect(simulator.accepted[1]).toMatchObject({
			sender: 'mycompany',
			scheduledAt: '2026-10-21T07:00:00.000Z',
			message: 'msg 1',
		});
	});
});

describe('POST /vn/send', () => {
	it('sends from a virtual number and answers like the fixture', async () => {
		const { data } = await post(simulator, '/vn/send', { to: CALLER, from: '33700000001', message: 'm' });
		expect(shape(data)).toEqual(shape(fixture('sms-vn-send.success.json')));
		expect(simulator.accepted).toEqual([
			expect.objectContaining({ phoneNumber: CALLER, from: '33700000001', endpoint: '/vn/send' }),
		]);
	});

	it('ignores a sender and a schedule, which it does not know', async () => {
		const extra = { sender: 'Shop', ...scheduleFields('01/06/2027', 9, 0) };
		await post(simulator, '/vn/send', { to: CALLER, from: '33700000001', message: 'm', ...extra });
		expect(simulator.accepted[0]).not.toHaveProperty('sender');
		expect(simulator.accepted[0]).not.toHaveProperty('scheduledAt');
	});
});

describe('GET /me', () => {
	it('gives the credits like the fixture', async () => {
		await post(simulator, '/send', {
			phoneNumbers: CALLER,
			message: 'm',
			...scheduleFields('01/06/2027', 9, 0),
		});
		const { data } = await get(simulator, '/me');
		expect(shape(data)).toEqual(shape(fixture('sms-me.success.json')));
		expect(data.credits).toMatchObject({ balance: '10225.074', toSend: 1 });
	});

	it('of Voice has the key in the path', async () => {
		const { data } = await http.get(`${simulator.voiceBaseUrl}/me/${simulator.voiceApiKey}`);
		expect(data).toEqual(fixture('voice-me.success.json'));
		expect(simulator.requests).toEqual([
			{ method: 'GET', path: '/me/{apiKey}', query: {}, body: undefined, keyPlacement: 'path', status: 200 },
		]);
	});
});

describe('statuses', () => {
	async function sendOne(): Promise<number> {
		const { data } = await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' });
		return data.message_id;
	}

	it('POST /multi-status tells hits from misses like the fixture', async () => {
		const messageId = await sendOne();
		simulator.setStatus(CALLER, 'delivered');
		simulator.optOut(CALLER);
		const { data } = await post(simulator, '/multi-status', {
			SMSStatut_List: [
				{ phoneNumber: '0612345678', messageId },
				{ phoneNumber: CALLER, messageId: 1000 },
				{ phoneNumber: '+33612345679', messageId: String(messageId) },
			],
		});
		expect(shape(data)).toEqual(shape(fixture('sms-multi-status.success.json')));
		expect(data.StatutResponse_List).toEqual([
			{
				success: true,
				code: 200,
				phoneNumber: CALLER,
				messageId,
				status: 'Delivered',
				date: '1780308000',
				stopSms: '1',
				isSpam: '0',
			},
			{ success: false, code: 4, phoneNumber: CALLER, messageId: 1000, status: 'Numéro introuvable' },
			{ success: false, code: 4, phoneNumber: '+33612345679', messageId, status: 'Numéro introuvable' },
		]);
	});

	it('GET /message-status spells its own way, like the fixture', async () => {
		const messageId = await sendOne();
		simulator.setStatus(CALLER, 'not delivered');
		const { data } = await get(simulator, '/message-status', { messageId, phoneNumber: CALLER });
		expect(shape(data)).toEqual(shape(fixture('sms-message-status.success.json')));
		expect(data).toMatchObject({
			number: '0612345678',
			messageId: String(messageId),
			statut: 'Not delivered',
			date: '2026-06-01 12:00:00',
			countryCode: 'FR',
		});
	});

	it('POST /multi-status takes the documented request', async () => {
		const request = fixture('sms-multi-status.request.json');
		const { data } = await post(simulator, '/multi-status', { ...(request as object), apiKey: simulator.apiKey });
		expect(data.StatutResponse_List).toEqual([
			expect.objectContaining({ code: 4, phoneNumber: '+33619922264', messageId: 199897 }),
			expect.objectContaining({ code: 4, phoneNumber: '06xxxxxxx2', messageId: 1000 }),
			expect.objectContaining({ code: 4, phoneNumber: '06xxxxxxx1', messageId: 1222 }),
		]);
	});

	it.each([
		['waiting', 'Waiting'],
		['delivered', 'Delivered'],
		['not delivered', 'Not delivered'],
		['ko', 'Ko'],
	] as const)('become %s when told so', async (status, word) => {
		const messageId = await sendOne();
		simulator.setStatus(CALLER, status);
		const { data } = await get(simulator, '/message-status', { messageId, phoneNumber: CALLER });
		expect([simulator.accepted[0]?.status, data.statut]).toEqual([status, word]);
	});
});

describe('GET /message-cancel', () => {
	async function sendAt(hour: number, minute: number): Promise<number> {
		const message = { phoneNumbers: numbers(2).join(), message: 'm', ...scheduleFields('01/06/2026', hour, minute) };
		return (await post(simulator, '/send', message)).data.message_id;
	}

	it('cancels the whole message, gives the credit back and answers like the fixture', async () => {
		const messageId = await sendAt(14, 30);
		expect((await get(simulator, '/me')).data.credits.toSend).toBe(2);
		const { data } = await get(simulator, '/message-cancel', { messageId });
		expect(data).toEqual(fixture('sms-message-cancel.success.json'));
		expect(simulator.accepted.map((sms) => sms.status)).toEqual(['cancelled', 'cancelled']);
		expect((await get(simulator, '/me')).data.credits).toMatchObject({ toSend: 0, balance: '10225.119' });
	});

	it('refuses what is cancelled, about to leave, gone, unknown or unnamed', async () => {
		const cancel = async (query: object) => (await get(simulator, '/message-cancel', query)).data.code;
		const cancelled = await sendAt(14, 30);
		const close = await sendAt(12, 5);
		const sentAtOnce = (await post(simulator, '/send', { phoneNumbers: CALLER, message: 'm' })).data.message_id;
		now = new Date('2026-06-01T10:00:01Z');
		expect(await cancel({})).toBe(3);
		expect(await cancel({ messageId: 12 })).toBe(4);
		expect(await cancel({ messageId: cancelled })).toBe(200);
		expect(await cancel({ messageId: cancelled })).toBe(5);
		expect(await cancel({ messageId: close })).toBe(6);
		expect(await cancel({ messageId: sentAtOnce })).toBe(7);
		now = new Date('2026-06-01T10:05:00Z');
		expect(await cancel({ messageId: close })).toBe(7);
	});
});
