import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from './support/parameters';

describe('sms.send in n8n-core', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	it.each([
		['expressions', sendParameters],
		['input fields', campaignParameters],
	])('sends 10,000 personalised SMS from %s in 20 requests, each paired to its item', async (_source, parameters) => {
		const { items, error } = await run(simulator, parameters, people(10_000));
		expect(error).toBeUndefined();
		expect(simulator.countRequests('/bulk-send')).toBe(20);
		expect(simulator.requests).toHaveLength(20);
		expect(simulator.accepted).toHaveLength(10_000);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(10_000).map((_, item) => ({ item })));
		expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(10_000).map((person) => person.phoneNumber));
		const byNumber = new Map(simulator.accepted.map((sms) => [sms.phoneNumber, sms]));
		expect(items.every(({ json }) => byNumber.get(String(json.phoneNumber))?.messageId === json.messageId)).toBe(true);
		expect(byNumber.get(phoneNumber(9_999))?.message).toBe('Hello Person 9999');
	});

	it('evaluates no expression for a campaign from input fields', async () => {
		const one = await run(simulator, campaignParameters, people(1));
		const many = await run(simulator, campaignParameters, people(50));
		expect(one.expressions).toBe(0);
		expect(many.expressions).toBe(0);
		expect((await run(simulator, sendParameters, people(3))).expressions).toBe(6);
	});

	it('sends one text to 1,200 in 3 requests to /send', async () => {
		const { items } = await run(simulator, { ...campaignParameters, message: 'Same for all' }, people(1200));
		expect(simulator.countRequests('/send')).toBe(3);
		expect(simulator.accepted).toHaveLength(1200);
		expect(items).toHaveLength(1200);
	});

	it('gives an item for each recipient with the one vocabulary', async () => {
		const options = { sender: 'MyShop', tag: 'autumn', stopNotice: true, deliveryReportUrl: 'http://127.0.0.1:9/dlr', replyUrl: 'http://127.0.0.1:9/reply' };
		const { items } = await run(simulator, { ...sendParameters, to: '06 12 34 56 78; +33698765432, 0612345678', message: 'Two\nlines for 5 €', options });
		expect(items).toEqual(
			['+33612345678', '+33698765432'].map((number) => ({
				json: {
					phoneNumber: number,
					messageId: expect.stringMatching(/^\d+$/),
					status: 'waiting',
					segments: 1,
					cost: 0.045,
					currency: 'EUR',
					encoding: 'GSM-7',
					characters: 19,
					tag: 'autumn',
					scheduledAt: null,
					sandbox: false,
					skipped: null,
				},
				pairedItem: { item: 0 },
			})),
		);
		expect(simulator.accepted[0]).toMatchObject({
			message: 'Two:br:lines for 5 :euro:',
			sender: 'MyShop',
			tag: 'autumn',
			stopNotice: true,
			urlDlr: options.deliveryReportUrl,
			urlResponse: options.replyUrl,
		});
	});

	it('sends once to one person overseas, however the number is written', async () => {
		const written = ['+33692123456', '0033 692 12 34 56', '33692123456', '+33 (0)6 92 12 34 56', '0692123456', '+262 0692 12 34 56'];
		const { items } = await run(simulator, { ...sendParameters, to: '={{ $json.number }}', message: 'Hi', options: { skip: ['duplicates'] } }, written.map((number) => ({ number })));
		expect(simulator.accepted.map(({ phoneNumber: number }) => number)).toEqual(['+262692123456']);
		expect(items.map(({ json }) => [json.phoneNumber, json.skipped])).toEqual(written.map((_, index) => ['+262692123456', index === 0 ? null : 'duplicate']));
	});

	it.each([
		['DE', '15123456789', '+4915123456789'],
		['CH', 681234567, '+41681234567'],
		['CH', '721234567', '+41721234567'],
		['FR', '+61 0412 345 678', '+61412345678'],
		['FR', '+90 0532 123 45 67', '+905321234567'],
		['FR', '0508411010', '+508411010'],
	])('with the default country %s, %p leaves as %s', async (defaultCountry, number, sent) => {
		await run(simulator, { ...sendParameters, to: '={{ $json.number }}', message: 'Hi', options: { defaultCountry } }, [{ number }]);
		expect(simulator.requests[0]?.body).toMatchObject({ phoneNumbers: sent });
	});

	it.each([
		['++33612345678', /2 \+ signs/],
		['06:12:34:56:78', /It holds :/],
		['+262612345678', /write \+33612345678/],
	])('refuses %s and says what is wrong', async (to, why) => {
		const { error } = await run(simulator, { ...sendParameters, to, message: 'Hi' }, people(1));
		expect(error).toMatchObject({ description: expect.stringMatching(why) });
		expect(simulator.requests).toHaveLength(0);
	});

	it('takes a list of recipients from an expression', async () => {
		const { items } = await run(simulator, { ...sendParameters, to: '={{ $json.numbers }}', message: 'Hi' }, [{ numbers: ['0612345678', '0698765432'] }]);
		expect(items.map(({ json }) => json.phoneNumber)).toEqual(['+33612345678', '+33698765432']);
	});

	it('sends from a virtual number one request at a time for each recipient', async () => {
		const { items } = await run(simulator, { ...sendParameters, sendFrom: 'virtualNumber', virtualNumber: '+33644000000', to: '0612345678, 0698765432', message: 'Hi' });
		expect(simulator.countRequests('/vn/send')).toBe(2);
		expect(simulator.accepted[0]).toMatchObject({ from: '33644000000' });
		expect(items).toHaveLength(2);
	});

	it('lets schedules that differ only below the 5-minute step go together, and says that they were rounded', async () => {
		const scheduledAt = '={{ $now.plus({ days: 2 }).set({ minute: 1, second: $itemIndex }).toISO() }}';
		const { items, hints } = await run(simulator, { ...campaignParameters, options: { scheduledAt } }, people(30));
		expect(simulator.requests).toHaveLength(1);
		expect(items[0]?.json.scheduledAt).toMatch(/T\d\d:05:00[+-]0[12]:00$/);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('rounded up'), '30 sent. 30 SMS billed, 1.35 EUR.']);
		expect(hints.every(({ message }) => message.length <= 120)).toBe(true);
	});

	it('fails the item whose field is missing and sends the others', async () => {
		const { items } = await run(simulator, campaignParameters, [{ phoneNumber: phoneNumber(1), name: 'Anna' }, { phoneNumber: phoneNumber(2) }], goOn);
		expect(simulator.accepted).toHaveLength(1);
		expect(items[1]).toMatchObject({ json: { error: expect.stringContaining('"name"'), description: expect.any(String), phoneNumber: phoneNumber(2), status: 'notSent' }, pairedItem: { item: 1 } });
	});

	it('fails the item whose expression cannot be evaluated and sends the others', async () => {
		const { items } = await run(simulator, { ...sendParameters, to: '={{ $json.deep.number }}', message: 'Hi' }, [{ deep: { number: phoneNumber(1) } }, {}], goOn);
		expect(simulator.accepted).toHaveLength(1);
		expect(items[1]).toMatchObject({ json: { error: expect.any(String), phoneNumber: null, status: 'notSent' }, pairedItem: { item: 1 } });
	});

	it.each<[string, object, RegExp]>([
		['an empty recipient', { to: '={{ "" }}' }, /recipient/],
		['no recipient after trimming', { to: ' , ;\n ' }, /recipient/],
		['letters in a number', { to: '06 12 AB 56 78' }, /06 12 AB 56 78/],
		['an impossible number', { to: '0612' }, /0612/],
		['an empty text', { message: '={{ "" }}' }, /Message/],
		['more than 10 SMS', { message: 'x'.repeat(1531) }, /Message.*11 SMS/],
		['a sender of 2 characters', { options: { sender: 'ab' } }, /Sender/],
		['a sender of 12 characters', { options: { sender: 'abcdefghijkl' } }, /Sender/],
		['a sender with special characters', { options: { sender: 'shop@home' } }, /Sender/],
		['a tag with spaces', { options: { tag: 'my tag' } }, /Tag/],
		['a tag with capitals', { options: { tag: 'Tag' } }, /Tag/],
		['a tag of 21 characters', { options: { tag: 'a'.repeat(21) } }, /Tag/],
		['a schedule in the past', { options: { scheduledAt: '2020-01-01T10:00:00' } }, /Scheduled At/],
		['an unreadable schedule', { options: { scheduledAt: 'tomorrow' } }, /Scheduled At/],
		['a batch size of 501', { options: { batchSize: 501 } }, /Batch Size/],
		['a delivery report URL without a protocol', { options: { deliveryReportUrl: 'example.com' } }, /Delivery Report URL/],
		['a schedule from a virtual number', { sendFrom: 'virtualNumber', virtualNumber: '+33644000000', options: { scheduledAt: '2099-01-01T10:00:00' } }, /Scheduled At/],
		['an impossible virtual number', { sendFrom: 'virtualNumber', virtualNumber: '12' }, /Virtual Number/],
	])('refuses %s before anything is spent', async (_what, parameters, message) => {
		const { error } = await run(simulator, { ...sendParameters, to: '0612345678', message: 'Hi', ...parameters });
		expect(error?.message).toMatch(/^Nothing was sent: /);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/\w{3}/);
		expect(simulator.requests).toHaveLength(0);
	});

	const oneBad = [{ phoneNumber: phoneNumber(1), name: 'A' }, { phoneNumber: '06 12', name: 'B' }];

	it('without continue-on-fail, one bad number is an item of its own, and the others are sent to', async () => {
		const { items, error, hints } = await run(simulator, sendParameters, oneBad);
		expect(error).toBeUndefined();
		expect(simulator.accepted.map((sms) => sms.phoneNumber)).toEqual([phoneNumber(1)]);
		expect(items).toEqual([
			{ json: expect.objectContaining({ phoneNumber: phoneNumber(1), status: 'waiting' }), pairedItem: { item: 0 } },
			{ json: { error: expect.stringContaining('06 12'), code: 'INVALID_INPUT', description: expect.stringMatching(/\w{5}/), phoneNumber: '06 12', status: 'notSent' }, pairedItem: { item: 1 } },
		]);
		expect(hints.map(({ message }) => message)).toEqual(['1 sent, 1 refused. 1 SMS billed, 0.045 EUR.']);
	});

	it('with Stop If One Fails, one bad number stops the node before anything is spent', async () => {
		const { error } = await run(simulator, { ...sendParameters, options: { stopOnFailure: true } }, oneBad);
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Nothing was sent: .*06 12/),
			description: expect.stringMatching(/Of 2: 1 refused, 1 not started\. 06 12: /),
			context: expect.objectContaining({ itemIndex: 1 }),
		});
		expect(simulator.requests).toHaveLength(0);
	});

	it('with the error output, only the bad item leaves by it', async () => {
		const { items, errorItems } = await run(simulator, sendParameters, oneBad, { onError: 'continueErrorOutput' });
		expect(items).toHaveLength(1);
		expect(errorItems).toEqual([expect.objectContaining({ json: expect.objectContaining({ name: 'B', error: expect.stringContaining('06 12'), code: 'INVALID_INPUT' }) })]);
		expect(simulator.accepted).toHaveLength(1);
	});
});
