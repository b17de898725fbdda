import { CALLER, fixture, get, http, numbers, post } from './helpers';
import { startSimulator, type Simulator, type SimulatorOptions } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false });
});
beforeEach(() => simulator.reset());
afterEach(() => expect(simulator.accepted).toEqual([]));
afterAll(async () => await simulator.stop());

async function withSimulator(options: SimulatorOptions, test: (other: Simulator) => Promise<void>): Promise<void> {
	const other = await startSimulator(options);
	try {
		await test(other);
	} finally {
		await other.stop();
	}
}

const SMS = { phoneNumbers: CALLER, message: 'm' };
/** The request that the documented code 9 sample answers. */
const ALL_WRONG = { phoneNumbers: '922264', sender: 'a very long sender', scheduledDeliveryDate: '21/11/2014' };
const ALL_WRONG_BULK = { ...ALL_WRONG, SMSList: [{ phoneNumber: '922264' }] };

describe('keys', () => {
	it.each([
		['/me', 'sms-message-cancel.error-10.json'],
		['/message-cancel', 'sms-message-cancel.error-10.json'],
		['/message-status', 'sms-message-status.error-10.json'],
	])('GET %s refuses a wrong one like the fixture', async (path, name) => {
		const { status, data } = await get(simulator, path, { apiKey: 'wrong' });
		expect([status, data]).toEqual([400, fixture(name)]);
	});

	it.each([
		['/send', 'sms-send.error-10.json'],
		['/bulk-send', 'sms-send.error-10.json'],
		['/vn/send', 'sms-send.error-10.json'],
		['/multi-status', 'sms-multi-status.error-10.json'],
	])('POST %s refuses a wrong one like the fixture', async (path, name) => {
		const { status, data } = await post(simulator, path, { ...SMS, apiKey: 'wrong' });
		expect([status, data]).toEqual([400, fixture(name)]);
	});

	it('of Voice and SMS are different', async () => {
		const { data } = await http.get(`${simulator.voiceBaseUrl}/me/${simulator.apiKey}`);
		expect(data.code).toBe(10);
	});

	it('count only where they belong', async () => {
		const key = `apiKey=${simulator.apiKey}`;
		const { data: posted } = await http.post(`${simulator.smsBaseUrl}/send?${key}`, SMS);
		const { data: none } = await http.get(`${simulator.smsBaseUrl}/me`);
		await post(simulator, `/send?${key}`, { message: 'm' });
		expect([posted.code, none.code]).toEqual([1, 1]);
		expect(simulator.requests.map((request) => request.keyPlacement)).toEqual(['query', 'missing', 'query']);
	});
});

describe('malformed requests', () => {
	it.each([
		['broken JSON', '{"apiKey": "simulator-sms-key", ', 'application/json'],
		['a list', '[]', 'application/json'],
		['no body', '', 'application/json'],
		['a form', 'apiKey=simulator-sms-key&message=m', 'application/x-www-form-urlencoded'],
		['JSON that calls itself a form', JSON.stringify(SMS), 'application/x-www-form-urlencoded'],
		['half an emoji', JSON.stringify({ ...SMS, message: 'Zoé \ud83d' }), 'application/json'],
	])('answer 400 and code 90 to %s', async (_what, body, contentType) => {
		const headers = { 'content-type': contentType };
		const { status, data } = await http.post(`${simulator.smsBaseUrl}/send`, body, { headers });
		expect([status, data.code]).toEqual([400, 90]);
		expect(JSON.stringify(simulator.requests)).not.toContain(simulator.apiKey);
	});

	it('answer 400 even where refusals are 200', async () => {
		await withSimulator({ businessErrorStatus: 200 }, async (other) => {
			const headers = { 'content-type': 'application/json' };
			const { status } = await http.post(`${other.smsBaseUrl}/send`, '{', { headers });
			expect(status).toBe(400);
			const refused = await post(other, '/send', { apiKey: 'wrong' });
			expect([refused.status, refused.data.code]).toEqual([200, 10]);
		});
	});

	it('answer a page of HTML to an unknown path or method', async () => {
		const unknown = await get(simulator, '/nothing');
		expect(unknown.status).toBe(404);
		expect(unknown.headers['content-type']).toContain('text/html');
		expect((await get(simulator, '/send')).status).toBe(404);
		expect(simulator.countRequests('/nothing')).toBe(1);
	});
});

describe('code 9', () => {
	it('lists everything that is wrong, like the fixtures', async () => {
		expect((await post(simulator, '/send', ALL_WRONG)).data).toEqual(fixture('sms-send.error-9.json'));
		expect((await post(simulator, '/bulk-send', ALL_WRONG_BULK)).data).toEqual(
			fixture('sms-bulk-send.error-9.json'),
		);
	});

	it('has its list under the other key when told so', async () => {
		await withSimulator({ errorListKey: 'errors' }, async (other) => {
			expect((await post(other, '/send', ALL_WRONG)).data).toEqual(fixture('sms-send.error-9.errors-key.json'));
			const { data } = await post(other, '/bulk-send', ALL_WRONG_BULK);
			const documented = fixture('sms-bulk-send.error-9.errors-key.json');
			const paths = data.errors.map(({ elementId }: { elementId: string }) => ({ elementId }));
			expect(documented).toMatchObject({ code: data.code, errors: paths });
		});
	});

	it.each([
		['asSent', [`(${numbers(3)[1]})`]],
		['lastDigits', ['(000001)']],
		['none', ['valide']],
	] as const)('names an invalid number of a batch: %s', async (invalidNumberNaming, endings) => {
		await withSimulator({ invalidNumberNaming }, async (other) => {
			const SMSList = numbers(3).map((phoneNumber) => ({ phoneNumber, message: 'm' }));
			other.makeInvalid(SMSList[1]?.phoneNumber ?? '');
			const { data } = await post(other, '/bulk-send', { SMSList });
			expect(data).toMatchObject({ success: false, code: 9 });
			const messages: string[] = data.error.map(({ message }: { message: string }) => message);
			expect(messages.map((message) => message.split(' ').at(-1))).toEqual(endings);
			expect(other.accepted).toEqual([]);
		});
	});

	it.each([
		['a blank text', { message: ' ' }, 'message'],
		['a long sender', { sender: 'abcdefghijkl' }, 'sender'],
		['a tag with capitals', { tag: 'Spring' }, 'tag'],
		['a tag with spaces', { tag: 'spring sale' }, 'tag'],
		['a tag of 21 characters', { tag: 'a'.repeat(21) }, 'tag'],
		['a date without hour', { scheduledDeliveryDate: '01/01/2090', minute: 0 }, 'time'],
		['a date without minute', { scheduledDeliveryDate: '01/01/2090', time: 0 }, 'minute'],
	])('refuses %s', async (_what, fields, field) => {
		const { data } = await post(simulator, '/send', { ...SMS, ...fields });
		expect(data).toMatchObject({ success: false, code: 9, error: [{ elementId: `children[${field}].data` }] });
	});

	it.each([
		['no virtual number', {}, 'from'],
		['a virtual number with +', { from: '+33700000001' }, 'from'],
		['a bad recipient', { from: '33700000001', to: '12' }, 'to'],
		['two recipients', { from: '33700000001', to: numbers(2).join() }, 'to'],
	])('of /vn/send refuses %s', async (_what, fields, field) => {
		const { data } = await post(simulator, '/vn/send', { to: CALLER, message: 'm', ...fields });
		expect(data).toMatchObject({ code: 9, error: [{ elementId: `children[${field}].data` }] });
	});
});

describe('codes of sending', () => {
	const schedule = { scheduledDeliveryDate: '01/01/2090', time: 9, minute: 0 };

	it.each([
		[2, 'no number', { phoneNumbers: '' }],
		[13, 'a number of no country', { phoneNumbers: '+88213300655' }],
		[15, 'a number twice', { phoneNumbers: `0612345678,${CALLER}` }],
		[44, 'a sender of 2 characters', { sender: 'ab' }],
		[44, 'a sender with special characters', { sender: 'shop!' }],
		[45, 'an hour without date', { time: 9 }],
		[47, 'minute 60', { ...schedule, minute: 60 }],
		[48, 'minute 3', { ...schedule, minute: 3 }],
		[49, 'a date the other way round', { ...schedule, scheduledDeliveryDate: '2090-01-01' }],
		[50, '501 numbers', { phoneNumbers: numbers(501).join() }],
		[52, '11 segments', { message: 'a'.repeat(1531) }],
		[55, 'nothing but commas', { phoneNumbers: ' , ,' }],
	])('/send answers %i to %s', async (code, _what, fields) => {
		const { status, data } = await post(simulator, '/send', { ...SMS, ...fields });
		expect([status, data]).toEqual([400, { success: false, code, message: expect.any(String) }]);
	});

	it.each([
		[2, 'no list', undefined],
		[15, 'a number twice', [...numbers(3), ...numbers(1)]],
		[50, '501 items', numbers(501)],
		[55, 'an empty list', []],
	])('/bulk-send answers %i to %s', async (code, _what, to) => {
		const SMSList = to?.map((phoneNumber) => ({ phoneNumber, message: 'm' }));
		expect((await post(simulator, '/bulk-send', { SMSList })).data.code).toBe(code);
	});

	it('/bulk-send answers 52 when one text of many is too long, and 9 to an item that is none', async () => {
		const list = numbers(2).map((phoneNumber, index) => ({ phoneNumber, message: 'a'.repeat(1530 + index) }));
		expect((await post(simulator, '/bulk-send', { SMSList: list })).data.code).toBe(52);
		expect((await post(simulator, '/bulk-send', { SMSList: [null] })).data.code).toBe(9);
	});

	it('/vn/send answers 2 without recipient', async () => {
		expect((await post(simulator, '/vn/send', { from: '33700000001', message: 'm' })).data.code).toBe(2);
	});

	it('11: the credit does not cover the whole request', async () => {
		simulator.setBalance(0.1);
		const { data } = await post(simulator, '/send', { phoneNumbers: numbers(3).join(), message: 'm' });
		expect(data.code).toBe(11);
		expect((await get(simulator, '/me')).data.credits.balance).toBe('0.100');
	});

	it('14: one person of the batch said STOP', async () => {
		simulator.optOut('0612345678');
		const phoneNumbers = [...numbers(2), CALLER].join();
		expect((await post(simulator, '/send', { phoneNumbers, message: 'm' })).data.code).toBe(14);
	});
});

describe('codes of statuses', () => {
	it.each([
		[5, 'no list', undefined],
		[5, 'an empty list', []],
		[6, 'something else', 'x'],
		[6, 'an item that is none', [1]],
		[50, '501 pairs', numbers(501).map((phoneNumber) => ({ phoneNumber, messageId: 1 }))],
	])('/multi-status answers %i to %s', async (code, _what, list) => {
		expect((await post(simulator, '/multi-status', { SMSStatut_List: list })).data.code).toBe(code);
	});

	it.each([
		[2, 'no number', { messageId: 1 }],
		[3, 'no id', { phoneNumber: CALLER }],
		[4, 'an unknown pair', { phoneNumber: CALLER, messageId: 1 }],
	])('/message-status answers %i to %s', async (code, _what, query) => {
		expect((await get(simulator, '/message-status', query)).data.code).toBe(code);
	});
});

describe('a denied account', () => {
	it.each([20, 30, 40, 96])('answers %i to every call until told otherwise', async (code) => {
		simulator.deny(code, 'Accès refusé');
		const denied = { success: false, code, message: 'Accès refusé' };
		expect((await post(simulator, '/send', SMS)).data).toEqual(denied);
		expect((await get(simulator, '/me')).data).toEqual(denied);
		simulator.deny(undefined);
		expect((await get(simulator, '/me')).data.success).toBe(true);
	});
});
