import { CALLER, call, codeOf, expectKeysRefused, fixture, numbers, shape, startReceiver } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
	simulator = await startSimulator({ reportDelayMs: 0, now: () => new Date('2018-03-05T10:34:52.355Z') });
	receiver = await startReceiver();
});
beforeEach(() => {
	simulator.reset();
	receiver.received.length = 0;
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

describe.each([
	['POST /lookup', 'sms-lookup.error-10.json'],
	['POST /hlr/notify', 'sms-hlr-notify.error-10.json'],
])('%s', (route, documented) => {
	it('refuses a missing and a wrong key', async () => {
		await expectKeysRefused(simulator, route, 1, documented);
	});

	it.each([
		[2, 'no number', undefined],
		[3, 'semicolons', `${CALLER};+33612345679`],
		[3, 'lines', `${CALLER}\n+33612345679`],
		[3, 'a list', numbers(2)],
		[50, '501 numbers', numbers(501).join()],
		[55, 'nothing but commas', ' , '],
	])('answers %i to %s', async (code, _what, phoneNumbers) => {
		const { status, data } = await call(simulator, route, { phoneNumbers });
		expect([status, data]).toEqual([400, { success: false, code, message: expect.not.stringContaining('Erreur') }]);
		expect([simulator.numberChecks, simulator.balance]).toEqual([[], 10225.119]);
	});

	it('takes 500 numbers', async () => {
		const { data } = await call(simulator, route, { phoneNumbers: numbers(500).join() });
		expect(data.number ?? data.lookup.length).toBe(500);
	});

	it('takes 360 requests a minute when that is asked', async () => {
		simulator.behaviour.rateLimits = true;
		const statuses = new Set<number>();
		for (let request = 1; request <= 360; request++) statuses.add((await call(simulator, route)).status);
		expect([...statuses]).toEqual([400]);
		expect((await call(simulator, route)).status).toBe(429);
	});
});

describe('POST /lookup', () => {
	it('answers like the fixture', async () => {
		const { data } = await call(simulator, 'POST /lookup', { phoneNumbers: '33612345678' });
		expect(shape(data)).toEqual(shape(fixture('sms-lookup.success.json')));
		expect(data.lookup).toEqual([
			{
				request: '33612345678',
				success: true,
				countryCode: 'France',
				prefixCode: 33,
				phoneNumber: CALLER,
				type: 'Mobile',
				network: '',
				format: {
					e164: CALLER,
					international: '+33 6 12 34 56 78',
					national: '06 12 34 56 78',
					rfc3966: 'tel:+33-6-12-34-56-78',
				},
			},
		]);
	});

	it('tells valid from invalid like the fixture, and keeps a space after the comma', async () => {
		const { data } = await call(simulator, 'POST /lookup', { phoneNumbers: '+212620123456, +212666123456' });
		const documented = fixture('sms-lookup.success.partial.json') as { lookup: unknown[] };
		expect(shape(data)).toEqual(shape(documented));
		expect(data.lookup[0]).toMatchObject({ prefixCode: 212, countryCode: 'Maroc', phoneNumber: '+212620123456' });
		expect(data.lookup[1]).toEqual(documented.lookup[1]);
	});

	it.each(['0612345678', '+336123', 'abc', '+33 612345678'])('finds %s invalid', async (phoneNumbers) => {
		const { data } = await call(simulator, 'POST /lookup', { phoneNumbers });
		expect(data.lookup).toEqual([{ request: phoneNumbers, success: false, message: expect.any(String) }]);
	});

	it('costs nothing, and knows landlines and numbers that were declared invalid', async () => {
		simulator.makeInvalid(CALLER);
		const { data } = await call(simulator, 'POST /lookup', { phoneNumbers: `+33145678901,${CALLER}` });
		expect(data.lookup).toMatchObject([{ type: 'Fixed', success: true }, { success: false }]);
		expect(simulator.balance).toBe(10225.119);
	});
});

describe('POST /hlr/notify', () => {
	const notifyUrl = () => `${receiver.url}/check`;

	it('answers like the fixture, is paid, and posts one result per number', async () => {
		simulator.setNumberCheck('0612345679', {
			ported: false,
			errorId: 27,
			errorName: 'EC_ABSENT_SUBSCRIBER',
			errorDescription: 'Absent',
		});
		const phoneNumbers = `${CALLER}, 33612345679`;
		const { data } = await call(simulator, 'POST /hlr/notify', { phoneNumbers, notifyUrl: notifyUrl(), tag: 'list' });
		expect(shape(data)).toEqual(shape(fixture('sms-hlr-notify.success.json')));
		expect(data).toMatchObject({ campaign_id: expect.stringMatching(/^HLR\d{6}$/), number: 2, cost: 0.01 });
		expect(simulator.balance).toBe(10225.109);
		const checked = { campaignId: data.campaign_id, notifyUrl: notifyUrl() };
		expect(simulator.numberChecks).toEqual([
			{ ...checked, phoneNumber: CALLER },
			{ ...checked, phoneNumber: '+33612345679' },
		]);

		await simulator.settled();
		const results = receiver.received.map(({ method, path, text }) => [method, path, JSON.parse(text)]);
		const documented = fixture('webhook.hlr.json');
		expect(results.map(([, , payload]) => shape(payload))).toEqual([shape(documented), shape(documented)]);
		results.sort(([, , one], [, , other]) => one.phone.localeCompare(other.phone));
		expect(results).toEqual([
			[
				'POST',
				'/check',
				{ ...(documented as object), phone: CALLER, messageId: expect.any(String) },
			],
			[
				'POST',
				'/check',
				expect.objectContaining({
					phone: '+33612345679',
					ported: 0,
					errorGrpId: 27,
					errorName: 'EC_ABSENT_SUBSCRIBER',
				}),
			],
		]);
	});

	it('posts nothing without a URL', async () => {
		await call(simulator, 'POST /hlr/notify', { phoneNumbers: CALLER });
		await simulator.settled();
		expect(simulator.numberChecks).toEqual([{ campaignId: expect.any(String), phoneNumber: CALLER }]);
		expect(receiver.received).toEqual([]);
	});

	it('delivers results as callbacks are delivered', async () => {
		simulator.callbackMode = { duplicate: true, shuffle: true, encoding: 'form' };
		const phoneNumbers = `${CALLER},+33612345679`;
		await call(simulator, 'POST /hlr/notify', { phoneNumbers, notifyUrl: notifyUrl() });
		await simulator.settled();
		expect(receiver.received.map(({ text }) => new URLSearchParams(text).get('phone'))).toEqual([
			'+33612345679',
			'+33612345679',
			CALLER,
			CALLER,
		]);
	});

	it.each([
		[9, 'a bad tag', { tag: 'My Tag' }],
		[13, 'a national number', { phoneNumbers: '0612345678' }],
		[13, 'no number', { phoneNumbers: 'abc' }],
		[14, 'someone who said STOP', { phoneNumbers: `+33612345679,${CALLER}` }],
	])('answers %i to %s', async (code, _what, fields) => {
		simulator.optOut(CALLER);
		expect(await codeOf(simulator, 'POST /hlr/notify', { phoneNumbers: '+33612345679', ...fields })).toBe(code);
		expect([simulator.numberChecks, simulator.balance]).toEqual([[], 10225.119]);
	});

	it('answers 11 when the credit does not cover every number', async () => {
		simulator.setBalance(0.009);
		const phoneNumbers = `${CALLER},+33612345679`;
		expect(await codeOf(simulator, 'POST /hlr/notify', { phoneNumbers })).toBe(11);
		expect([simulator.numberChecks, simulator.balance]).toEqual([[], 0.009]);
	});
});
