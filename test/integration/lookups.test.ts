import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber } from './support/parameters';

const statusParameters: INodeParameters = {
	resource: 'sms',
	operation: 'getStatus',
	recipientSource: 'parameters',
	messageId: '={{ $json.messageId }}',
	phoneNumber: '={{ $json.phoneNumber }}',
	simplify: true,
};

describe('look-ups in n8n-core', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ reportDelayMs: 1 });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	/** What `sms.send` gave for so many people, statuses settled. */
	async function sent(count: number) {
		const { items } = await run(simulator, campaignParameters, people(count));
		await simulator.settled();
		return items.map(({ json }) => json);
	}

	it.each([
		['parameters', statusParameters],
		['input fields', { ...statusParameters, recipientSource: 'inputFields' }],
	])('looks up 1,200 statuses in 3 requests from %s', async (_source, parameters) => {
		const input = await sent(1200);
		const { items } = await run(simulator, parameters, input);
		expect(simulator.countRequests('/multi-status')).toBe(3);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(items.map(({ json }) => [json.phoneNumber, json.messageId])).toEqual(input.map(({ phoneNumber: to, messageId }) => [to, messageId]));
		expect(new Set(items.map(({ json }) => json.status))).toEqual(new Set(['delivered']));
	});

	it('evaluates no expression when the fields name the values', async () => {
		const input = await sent(5);
		expect((await run(simulator, { ...statusParameters, recipientSource: 'inputFields' }, input)).expressions).toBe(0);
	});

	it('looks up one status alone, with its price', async () => {
		const [input] = await sent(1);
		const { items } = await run(simulator, statusParameters, [input ?? {}]);
		expect(simulator.countRequests('/message-status')).toBe(1);
		expect(items).toEqual([
			{
				json: {
					phoneNumber: phoneNumber(0),
					messageId: input?.messageId,
					status: 'delivered',
					doneAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
					optedOut: false,
					isSpam: null,
					cost: 0.045,
					currency: 'EUR',
					countryCode: 'FR',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([1, 2])('says notFound for %i unknown SMS', async (count) => {
		const input = people(count).map((person) => ({ ...person, messageId: '424242' }));
		const { items, error } = await run(simulator, statusParameters, input);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.status)).toEqual(input.map(() => 'notFound'));
	});

	it('adds the platform record under raw when not simplified', async () => {
		const input = await sent(2);
		const { items } = await run(simulator, { ...statusParameters, simplify: false }, input);
		expect(items[0]?.json.raw).toMatchObject({ stopSms: '0', status: 'Delivered' });
	});

	it('names the item whose number or message ID is missing, and looks up the others', async () => {
		const [input] = await sent(1);
		const { items } = await run(simulator, statusParameters, [{ phoneNumber: phoneNumber(0), messageId: '' }, { phoneNumber: '12', messageId: '1' }, input ?? {}], goOn);
		expect(items.map(({ json }) => json.error ?? json.status)).toEqual([expect.stringContaining('Message ID'), expect.stringContaining('12'), 'delivered']);
	});

	it('fails each item of a look-up that the platform refuses', async () => {
		simulator.deny(96, 'IP non autorisée');
		const { items } = await run(simulator, statusParameters, people(2).map((person) => ({ ...person, messageId: '1' })), goOn);
		expect(items.map(({ json }) => json)).toEqual(
			people(2).map((person) => ({ error: `IP non autorisée (${String(person.phoneNumber)})`, code: '96', description: expect.stringContaining('IP address'), phoneNumber: person.phoneNumber })),
		);
	});

	it('cancels a scheduled SMS once and explains why it cannot be cancelled again', async () => {
		const { items: scheduled } = await run(simulator, { ...campaignParameters, options: { scheduledAt: '2099-01-04T10:00:00' } }, people(1));
		const cancel = { resource: 'sms', operation: 'cancel', messageId: '={{ $json.messageId }}' };
		const input = [scheduled[0]?.json ?? {}];
		expect((await run(simulator, cancel, input)).items).toEqual([{ json: { messageId: input[0]?.messageId, cancelled: true }, pairedItem: { item: 0 } }]);
		expect((await run(simulator, cancel, input)).error).toMatchObject({ description: expect.stringContaining('already cancelled') });
	});

	it('never repeats a cancellation that may have arrived, although it is a GET', async () => {
		simulator.faults.add({ kind: 'reset', accept: true });
		const { items } = await run(simulator, { resource: 'sms', operation: 'cancel', messageId: '1' }, [{}], goOn);
		expect(items[0]?.json.error).toMatch(/^Outcome unknown/);
		expect(simulator.requests).toHaveLength(1);
	});

	it('gets the balance once for all items', async () => {
		const { items } = await run(simulator, { resource: 'account', operation: 'getBalance', simplify: true }, [{}, {}]);
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => json)).toEqual([0, 1].map(() => expect.objectContaining({ balance: 10225.119, currency: 'EUR', smsRemaining: expect.any(Number) })));
	});

	it('gets the voice balance with the other key', async () => {
		const { items } = await run(simulator, { resource: 'voice', operation: 'getBalance', simplify: true });
		expect(simulator.requests).toEqual([expect.objectContaining({ path: '/me/{apiKey}', keyPlacement: 'path', status: 200 })]);
		expect(items[0]?.json).toMatchObject({ credit: expect.any(Number), currency: 'EUR' });
	});

	it('previews texts without any request', async () => {
		const { items } = await run(simulator, { resource: 'sms', operation: 'preview', recipientSource: 'inputFields', message: 'Café à {price} €\u{1F600}', options: { scheduledAt: '2099-01-06T10:00:00' } }, [{ price: 3 }]);
		expect(items[0]?.json).toEqual({
			message: 'Café à 3 €\u{1F600}',
			encoding: 'GSM-7',
			characters: expect.any(Number),
			segments: 1,
			replacedCharacters: [],
			unsupportedCharacters: ['\u{1F600}'],
			quietHours: false,
			marketingSmsLeavesAt: null,
		});
		expect(simulator.requests).toHaveLength(0);
	});

	it('previews a text as it will leave, without halves of characters', async () => {
		const { items } = await run(simulator, { resource: 'sms', operation: 'preview', message: '={{ $json.text }}', options: {} }, [{ text: 'Zoé \ud83d' }, { text: '\ud83d' }], goOn);
		expect(items.map(({ json }) => [json.message, json.characters, json.error])).toEqual([['Zoé ', 4, undefined], [undefined, undefined, 'Message is empty']]);
	});
});
