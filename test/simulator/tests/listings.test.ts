/** Lists that tell less, later or otherwise than one would hope: nothing of it is documented. */
import { CALLER, call, numbers, scheduleFields } from './helpers';
import { startSimulator, type ListTotal, type NumberForm, type Simulator } from '../index';

const START = Date.parse('2026-06-01T10:00:00Z');
let now = START;
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => new Date(now) });
});
beforeEach(() => {
	now = START;
	simulator.reset();
});
afterAll(async () => await simulator.stop());

const phonesOf = (list: { phoneNumber: unknown }[]) => list.map(({ phoneNumber }) => phoneNumber);
const FORMS: [NumberForm, string][] = [
	['international', CALLER],
	['national', '0612345678'],
	['digits', '33612345678'],
	['masked', '+336XXXXXXX8'],
];
const TOTALS: [ListTotal, object][] = [
	['entries', { total: 5 }],
	['tooMany', { total: 6 }],
	['perPage', { total: 2 }],
	['absent', {}],
];

describe('the list of a tag', () => {
	const send = async (phoneNumbers: string[], fields: object = {}) =>
		(await call(simulator, 'POST /send', { phoneNumbers: phoneNumbers.join(), message: 'm', tag: 'spring', ...fields })).data;
	const list = async (query: object = {}) => (await call(simulator, 'GET /bulk-status-by-tag', { tag: 'spring', ...query })).data;

	it('knows an SMS only after a while', async () => {
		simulator.behaviour.tagListLagMs = 2000;
		const [first = '', second = ''] = numbers(2);
		await send([first]);
		now += 1000;
		await send([second]);
		expect((await list()).code).toBe(4);
		now = START + 2000;
		simulator.setStatus(first, 'delivered');
		expect(await list()).toMatchObject({ total: 1, StatutResponse_List: [{ phoneNumber: first }] });
		now = START + 3000;
		expect(phonesOf((await list()).StatutResponse_List)).toEqual([first, second]);
	});

	it.each(TOTALS)('says as total: %s', async (tagListTotal, total) => {
		Object.assign(simulator.behaviour, { tagListTotal, statusesPerPage: 2 });
		await send(numbers(5));
		const { StatutResponse_List, ...rest } = await list({ page: 2 });
		expect(rest).toEqual({ success: true, code: 200, currentPage: 2, ...total });
		expect(phonesOf(StatutResponse_List)).toEqual(numbers(5).slice(2, 4));
	});

	it.each([
		[true, true, [0, 1, 2, 3]],
		[false, true, [0, 1]],
		[true, false, [0, 2, 3]],
		[false, false, [0]],
	])('with scheduled ones %s and those of the sandbox %s', async (scheduled, sandbox, listed) => {
		simulator.behaviour.tagListHolds = { scheduled, sandbox };
		const four = numbers(4);
		const [sent = '', tried = '', later = '', cancelled = ''] = four;
		const evening = scheduleFields('01/06/2026', 20, 0);
		await send([sent]);
		await send([tried], { sandbox: 1 });
		await send([later], evening);
		const { message_id: messageId } = await send([cancelled], evening);
		await call(simulator, 'GET /message-cancel', { messageId });
		expect(phonesOf((await list()).StatutResponse_List)).toEqual(listed.map((index) => four[index]));
	});

	it('holds a scheduled SMS once it has left, whatever it held before', async () => {
		simulator.behaviour.tagListHolds = { scheduled: false, sandbox: true };
		await send([CALLER], scheduleFields('01/06/2026', 20, 0));
		expect((await list()).code).toBe(4);
		now = Date.parse('2026-06-01T18:00:00Z');
		simulator.departScheduled();
		expect(phonesOf((await list()).StatutResponse_List)).toEqual([CALLER]);
	});

	it('may be empty and a success', async () => {
		simulator.behaviour.emptyTagList = 'emptyList';
		expect(await list()).toEqual({ success: true, code: 200, currentPage: 1, total: 0, StatutResponse_List: [] });
		expect((await call(simulator, 'GET /bulk-status-by-tag')).data.code).toBe(3);
	});

	it.each(FORMS)('writes numbers: %s', async (tagListNumbers, written) => {
		simulator.behaviour.tagListNumbers = tagListNumbers;
		await send([CALLER]);
		expect(phonesOf((await list()).StatutResponse_List)).toEqual([written]);
	});
});

describe('the STOP list', () => {
	const list = async (query: object = {}) => (await call(simulator, 'GET /stop-sms/list', query)).data;
	const five = numbers(5);
	const stopFive = () => five.forEach((number) => simulator.optOut(number));

	it('is cut', async () => {
		stopFive();
		simulator.behaviour.stopListMissing = 2;
		const { nbData, data } = await list();
		expect([nbData, phonesOf(data)]).toEqual([5, five.slice(0, 3)]);
		simulator.behaviour.stopListMissing = 6;
		expect(await list()).toMatchObject({ nbData: 5, data: [] });
	});

	it('has pages, by a parameter that may be different', async () => {
		stopFive();
		simulator.behaviour.stopListPerPage = 2;
		const page = async (query: object) => phonesOf((await list(query)).data);
		expect([await page({}), await page({ page: 2 }), await page({ page: 3 }), await page({ page: 4 })]).toEqual([
			five.slice(0, 2),
			five.slice(2, 4),
			five.slice(4),
			[],
		]);
		simulator.behaviour.stopListPageParameter = 'currentPage';
		expect([await page({ page: 2 }), await page({ currentPage: 2 })]).toEqual([five.slice(0, 2), five.slice(2, 4)]);
		simulator.reset();
		stopFive();
		expect(await page({ page: 2 })).toEqual(five);
	});

	it.each(TOTALS)('says as nbData: %s', async (stopListTotal, said) => {
		stopFive();
		Object.assign(simulator.behaviour, { stopListTotal, stopListPerPage: 2 });
		const { data, nbData, ...rest } = await list();
		expect(data).toHaveLength(2);
		expect(nbData).toBe('total' in said ? said.total : undefined);
		expect(rest).toEqual({ success: true, code: 200 });
	});

	it('holds what is no number, which concerns nobody', async () => {
		simulator.optOut(CALLER);
		simulator.behaviour.stopListUnreadable = ['+33', '0033 6xx', '', null, 33612345679];
		const { nbData, data } = await list();
		expect([nbData, phonesOf(data)]).toEqual([6, ['+33', '0033 6xx', '', null, 33612345679, CALLER]]);
		expect(new Set(data.map(({ id }: { id: number }) => id)).size).toBe(6);
		expect(simulator.stopList).toHaveLength(1);
		expect((await call(simulator, 'POST /send', { phoneNumbers: '+33612345679', message: 'm' })).data.code).toBe(200);
	});

	it.each(FORMS)('writes numbers: %s', async (stopListNumbers, written) => {
		simulator.behaviour.stopListNumbers = stopListNumbers;
		simulator.optOut(CALLER);
		expect(phonesOf((await list()).data)).toEqual([written]);
		expect((await call(simulator, 'POST /send', { phoneNumbers: CALLER, message: 'm' })).data.code).toBe(14);
	});
});

describe('the credit', () => {
	const credits = async () => (await call(simulator, 'GET /me')).data.credits;

	it.each([0, 1, 7, 10, 499, 1200])('is what %i SMS cost, and buys just those', async (count) => {
		simulator.setSmsCredit(count);
		expect((await credits()).creditSms).toBe(count);
		const to = numbers(Math.min(count + 1, 500));
		const { data } = await call(simulator, 'POST /send', { phoneNumbers: to.join(), message: 'm' });
		expect(data.code).toBe(count < 500 ? 11 : 200);
		if (count === 0 || count >= 500) return;
		await call(simulator, 'POST /send', { phoneNumbers: to.slice(1).join(), message: 'm' });
		expect([simulator.accepted.length, simulator.balance]).toEqual([count, 0]);
	});

	it('is exact where division is not', async () => {
		simulator.setBalance(0.145);
		expect(await credits()).toMatchObject({ creditSms: 3, creditSmsECO: 4, creditHlr: 29 });
	});

	it.each([
		['fromBalance', 10],
		[3, 3],
		[0, 0],
		['unreadable', 'n/a'],
		['absent', undefined],
	] as const)('creditSms is told: %s', async (creditSms, told) => {
		simulator.setSmsCredit(10);
		simulator.behaviour.creditSms = creditSms;
		const { creditSms: said, ...rest } = await credits();
		expect(said).toBe(told);
		expect(rest).toMatchObject({ creditSmsECO: 15, creditHlr: 90, balance: '0.450' });
	});
});
