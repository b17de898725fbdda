import { useN8n } from '../harness/e2eInstance';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from '../integration/support/parameters';
import { startPlatform, type Platform } from './platform';

const n8n = useN8n();
const CAMPAIGN = people(1200);

describe('sending and looking up in a real n8n', () => {
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n, { reportDelayMs: 1, automaticReports: true });
	});
	beforeEach(() => platform.simulator.reset());
	afterAll(async () => platform.simulator.stop());

	it.each([
		['expressions', sendParameters],
		['input fields', campaignParameters],
	])('sends 1,200 personalised SMS from %s in 3 requests, each item paired to its own', async (_source, parameters) => {
		const { node, json } = await platform.run(parameters, CAMPAIGN);
		expect(platform.simulator.requests.map(({ path }) => path)).toEqual(['/bulk-send', '/bulk-send', '/bulk-send']);
		expect(platform.simulator.accepted).toHaveLength(1200);
		expect(json.map((item) => item.phoneNumber)).toEqual(CAMPAIGN.map((person) => person.phoneNumber));
		expect(node.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(CAMPAIGN.map((_, item) => ({ item })));
		expect(platform.simulator.acceptedFor(phoneNumber(777))).toEqual([expect.objectContaining({ message: 'Hello Person 777' })]);
	});

	it('sends one text to 1,200 in 3 requests, then looks up 1,200 statuses in 3', async () => {
		const { json: sent } = await platform.run({ ...campaignParameters, message: 'Same for all' }, CAMPAIGN);
		expect(platform.simulator.requests.map(({ path }) => path)).toEqual(['/send', '/send', '/send']);
		await platform.simulator.settled();

		const { node, json } = await platform.run({ resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields' }, sent);
		expect(platform.simulator.countRequests('/multi-status')).toBe(3);
		expect(platform.simulator.requests).toHaveLength(6);
		expect(json.map((item) => [item.phoneNumber, item.messageId, item.status])).toEqual(
			sent.map((item) => [item.phoneNumber, item.messageId, 'delivered']),
		);
		expect(node.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(sent.map((_, item) => ({ item })));
	});

	const mixed = [
		{ phoneNumber: phoneNumber(1), name: 'Anna' },
		{ phoneNumber: '06 12', name: 'Ben' },
	];

	it('with Stop If One Fails, stops before anything is spent when one of two numbers is impossible', async () => {
		const { execution } = await platform.run({ ...sendParameters, options: { stopOnFailure: true } }, mixed);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: .*06 12/);
		expect(execution.error?.description).toMatch(/\+33/);
		expect(platform.simulator.requests).toHaveLength(0);
	});

	it.each([
		['stop the workflow', {}],
		['continue', goOn],
	])('told to %s on errors, sends the good one and says what is wrong with the other', async (_what, settings) => {
		const { execution, node } = await platform.run(sendParameters, mixed, settings);
		expect(execution.status).toBe('success');
		expect(node.outputs[0]).toEqual([
			{ json: expect.objectContaining({ phoneNumber: phoneNumber(1), status: 'waiting' }), pairedItem: { item: 0 } },
			{
				json: { phoneNumber: '06 12', status: 'notSent', error: expect.stringContaining('06 12'), code: 'INVALID_INPUT', description: expect.any(String) },
				pairedItem: { item: 1 },
			},
		]);
		expect(platform.simulator.accepted).toHaveLength(1);
	});

	it('with an error output, the other leaves by it together with its input fields', async () => {
		const { node } = await platform.run(sendParameters, mixed, { onError: 'continueErrorOutput' });
		expect(node.outputs[0]?.map(({ json }) => json.phoneNumber)).toEqual([phoneNumber(1)]);
		expect(node.outputs[1]?.map(({ json }) => json)).toEqual([
			{ name: 'Ben', phoneNumber: '06 12', status: 'notSent', error: expect.stringContaining('06 12'), code: 'INVALID_INPUT', description: expect.any(String) },
		]);
	});

	it('with Retry On Fail, sends nothing twice', async () => {
		platform.simulator.makeInvalid(phoneNumber(2));
		const strict = { ...campaignParameters, options: { stopOnFailure: true } };
		const { execution } = await platform.run(strict, people(4), { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 });
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^3 of 4 sent, 1 refused: /);
		expect(platform.simulator.accepted.map((sms) => sms.phoneNumber).sort()).toEqual([0, 1, 3].map(phoneNumber));
	});

	it('sends to the people of a sheet what was meant, and to nobody what was to be filled in', async () => {
		const sheet = [
			{ '\ufeffTél ': '692123456', 'Pre\u0301nom': 'L\u200béa' },
			{ '\ufeffTél ': '+33 (0)6 92 12 34 56', 'Pre\u0301nom': 'Zoe\u0308' },
			{ '\ufeffTél ': '612345678,0', 'Pre\u0301nom': '' },
			{ '\ufeffTél ': '0612345679', 'Pre\u0301nom': 'Œ…' },
		];
		const fromSheet = { ...campaignParameters, phoneField: 'Tél', message: 'Bonjour {Prénom}\u00a0!' };
		const { json, node } = await platform.run({ ...fromSheet, options: { skip: ['duplicates'] } }, sheet);
		expect(json.map(({ phoneNumber: number, status, skipped, error }) => [number, status, skipped ?? error ?? null])).toEqual([
			['+262692123456', 'waiting', null],
			['+262692123456', 'notSent', 'duplicate'],
			['+33612345678', 'notSent', expect.stringContaining('"Prénom" of this item is missing or empty')],
			['+33612345679', 'waiting', null],
		]);
		expect(platform.simulator.accepted.map(({ phoneNumber: number, message }) => [number, message])).toEqual([
			['+262692123456', 'Bonjour Léa !'],
			['+33612345679', 'Bonjour OE... !'],
		]);
		expect(node.hints).toEqual(expect.arrayContaining([expect.stringMatching(/^Sent as plain characters: .*… as \.\.\./), expect.stringContaining('U+200B')]));

		for (const message of ['Bonjour {{ $json.Prénom }}', '{{prenom}} {Prénom}']) {
			const { execution } = await platform.run({ ...fromSheet, message }, sheet);
			expect(execution.error?.message).toMatch(/^Nothing was sent: Message would be sent with the literal text \{/);
		}
		expect(platform.simulator.accepted).toHaveLength(2);
	});

	it('tells in hints what the sender would want to know', async () => {
		const { node } = await platform.run({ ...sendParameters, message: 'x'.repeat(200), options: { scheduledAt: '2099-01-05T10:01:00+01:00' } }, people(1));
		expect(node.hints).toEqual([expect.stringContaining('10:05'), expect.stringContaining('more than one SMS'), '1 sent. 2 SMS billed, 0.09 EUR.']);
	});

	it('reads a schedule in the time zone of the workflow, New York unless set, and cancels it', async () => {
		const { json } = await platform.run({ ...sendParameters, options: { scheduledAt: '2099-01-05T04:00:00' } }, people(1));
		expect(json[0]).toMatchObject({ scheduledAt: '2099-01-05T10:00:00+01:00' });
		const { json: cancelled } = await platform.run({ resource: 'sms', operation: 'cancel', messageId: '={{ $json.messageId }}' }, json);
		expect(cancelled).toEqual([{ messageId: json[0]?.messageId, cancelled: true }]);
		expect(platform.simulator.accepted[0]?.status).toBe('cancelled');
	});

	it('previews without credentials or requests', async () => {
		const { json } = await platform.run({ resource: 'sms', operation: 'preview', message: '=Prix {{ $json.price }}', options: {} }, [{ price: 5 }]);
		expect(json).toEqual([expect.objectContaining({ message: 'Prix 5', encoding: 'GSM-7', characters: 6, segments: 1 })]);
		expect(platform.simulator.requests).toHaveLength(0);
	});

	it.each([
		['account', { balance: 10225.119, currency: 'EUR' }],
		['voice', { credit: expect.any(Number), currency: 'EUR' }],
	])('gets the balance of the %s', async (resource, balance) => {
		const { json } = await platform.run({ resource, operation: 'getBalance' }, [{}]);
		expect(json).toEqual([expect.objectContaining(balance)]);
	});
});
