import { CALLER, call, codeOf, expectKeysRefused, fixture, numbers, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => new Date('2026-06-01T10:00:00Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

async function send(phoneNumbers: string[], tag?: string): Promise<number> {
	const sms = { phoneNumbers: phoneNumbers.join(), message: 'm', tag };
	return (await call(simulator, 'POST /send', sms)).data.message_id;
}

it.each([
	['GET /bulk-status', 'sms-bulk-status.error-10.json'],
	['GET /bulk-status-by-tag', 'sms-bulk-status-by-tag.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, documented) => {
	await expectKeysRefused(simulator, route, 1, documented);
});

describe('GET /bulk-status', () => {
	it('gives all recipients of a message, like the fixture', async () => {
		const everyone = numbers(2);
		const messageId = await send(everyone);
		await send([CALLER]);
		simulator.setStatus(everyone[1] ?? '', 'not delivered');
		simulator.optOut(everyone[1] ?? '');
		const { data } = await call(simulator, 'GET /bulk-status', { messageId });
		expect(shape(data)).toEqual(shape(fixture('sms-bulk-status.success.json')));
		expect(data.message_id).toBe(String(messageId));
		expect(data.StatutResponse_List).toEqual([
			{ phoneNumber: everyone[0], status: 'Waiting', stopSMS: false, date: '1780308000' },
			{ phoneNumber: everyone[1], status: 'Not delivered', stopSMS: true, date: '1780308000' },
		]);
	});

	it('gives 500 at once', async () => {
		const { data } = await call(simulator, 'GET /bulk-status', { messageId: await send(numbers(500)) });
		expect(data.StatutResponse_List).toHaveLength(500);
	});

	it.each([
		[3, 'no id', {}],
		[4, 'an unknown id', { messageId: 1 }],
	])('answers %i to %s', async (code, _what, query) => {
		expect(await codeOf(simulator, 'GET /bulk-status', query)).toBe(code);
	});
});

describe('GET /bulk-status-by-tag', () => {
	it('gives everything with the tag, like the fixture', async () => {
		const everyone = numbers(3);
		await send(everyone.slice(0, 1), 'spring');
		await send(everyone.slice(1, 2), 'summer');
		await send(everyone.slice(2), 'spring');
		const { data } = await call(simulator, 'GET /bulk-status-by-tag', { tag: 'spring' });
		expect(shape(data)).toEqual(shape(fixture('sms-bulk-status-by-tag.success.json')));
		expect(data).toMatchObject({
			currentPage: 1,
			total: 2,
			StatutResponse_List: [{ phoneNumber: everyone[0] }, { phoneNumber: everyone[2] }],
		});
	});

	it('has pages, of a size and by a parameter that may be different', async () => {
		const everyone = numbers(21);
		await send(everyone, 'spring');
		const page = async (query: object) => {
			const { data } = await call(simulator, 'GET /bulk-status-by-tag', { tag: 'spring', ...query });
			expect(data.total).toBe(21);
			const phones = data.StatutResponse_List.map(({ phoneNumber }: { phoneNumber: string }) => phoneNumber);
			return [data.currentPage, phones];
		};
		expect(await page({})).toEqual([1, everyone.slice(0, 20)]);
		expect(await page({ page: 2 })).toEqual([2, everyone.slice(20)]);
		expect(await page({ page: 3 })).toEqual([3, []]);
		simulator.behaviour.statusesPerPage = 5;
		expect(await page({ page: 2 })).toEqual([2, everyone.slice(5, 10)]);
		simulator.behaviour.statusPageParameter = 'currentPage';
		expect(await page({ page: 2 })).toEqual([1, everyone.slice(0, 5)]);
	});

	it.each([
		[3, 'no tag', {}],
		[4, 'an unknown tag', { tag: 'spring' }],
	])('answers %i to %s', async (code, _what, query) => {
		await send([CALLER], 'summer');
		expect(await codeOf(simulator, 'GET /bulk-status-by-tag', query)).toBe(code);
	});
});
