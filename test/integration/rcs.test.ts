import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

describe('rcs.send', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const success = fixture('sms-rcs-send.success');
	const parameters: INodeParameters = { resource: 'rcs', operation: 'send', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', suggestions: {}, failover: {}, options: {} };
	const failover = { sender: 'cyril', message: 'this is a fallback SMS', stopNotice: true, unicode: true };
	const answer = (body: object, times = 1) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, { times });

	/** What is asked of the platform, besides the recipients. */
	async function asked(override: INodeParameters): Promise<unknown> {
		answer(success);
		const { error } = await run(simulator, { ...parameters, ...override }, people(1));
		expect(error).toBeUndefined();
		return simulator.requests[0]?.body;
	}

	it('asks with the fields of sms-rcs-send.request.text', async () => {
		const { apiKey: _key, ...documented } = fixture('sms-rcs-send.request.text');
		const suggestions = { reply: [{ text: 'Réponse 2', postbackData: 'postback_data_1234' }] };
		expect(await asked({ suggestions, failover })).toEqual({
			...documented,
			phoneNumbers: [phoneNumber(0)],
			richContent: { conversation: { text: 'Hello', suggestions: [{ reply: { text: 'Réponse 2', postbackData: 'postback_data_1234' } }] } },
		});
	});

	it('asks with the fields of sms-rcs-send.request.file', async () => {
		const { apiKey: _key, ...documented } = fixture('sms-rcs-send.request.file');
		const fileUrl = 'https://example.com/offer.pdf';
		expect(await asked({ content: 'file', fileUrl, failover })).toEqual({
			...documented,
			phoneNumbers: [phoneNumber(0)],
			richContent: { conversation: { file: { media: { fileUrl } }, suggestions: [] } },
		});
	});

	it.each<[INodeParameters, IDataObject]>([
		[{ title: 'Sale', description: 'Half price' }, { orientation: 'VERTICAL', title: 'Sale', description: 'Half price' }],
		[{ title: 'Sale', orientation: 'VERTICAL', imageAlignment: 'RIGHT' }, { orientation: 'VERTICAL', title: 'Sale' }],
		[{ title: 'Sale', orientation: 'HORIZONTAL' }, { orientation: 'HORIZONTAL', thumbnailImageAlignment: 'LEFT', title: 'Sale' }],
		[
			{ description: 'Half price', orientation: 'HORIZONTAL', imageAlignment: 'RIGHT', mediaUrl: 'https://example.com/coat.jpg' },
			{ orientation: 'HORIZONTAL', thumbnailImageAlignment: 'RIGHT', description: 'Half price', media: { fileUrl: 'https://example.com/coat.jpg' } },
		],
	])('sends the card %j', async (card, richCard) => {
		expect(await asked({ content: 'richCard', card })).toEqual({
			isUnicode: 1,
			phoneNumbers: [phoneNumber(0)],
			richContent: { conversation: { richCard, suggestions: [] } },
		});
	});

	it('takes the text of a suggested reply for its data where none is given', async () => {
		expect(await asked({ suggestions: { reply: [{ text: 'Yes', postbackData: '' }] } })).toMatchObject({
			richContent: { conversation: { suggestions: [{ reply: { text: 'Yes', postbackData: 'Yes' } }] } },
		});
	});

	it('writes the failover as an SMS, and the schedule in the time of Paris', async () => {
		expect(await asked({ failover: { message: 'Two\nlines, 5 €' }, options: { scheduledAt: '2099-07-01T10:00:00Z' } })).toMatchObject({
			failover: { message: 'Two:br:lines, 5 :euro:' },
			scheduledDeliveryDate: '01/07/2099',
			time: 12,
			minute: 0,
		});
	});

	it('sends to 1,200 in 3 requests, one item for each', async () => {
		answer({ ...success, nb_rcs: 500, cost: 60 }, 2);
		answer({ ...success, nb_rcs: 200, cost: 24 });
		const { items } = await run(simulator, parameters, people(1200));
		expect(simulator.requests.map(({ body }) => (body as { phoneNumbers: string[] }).phoneNumbers.length).sort()).toEqual([200, 500, 500]);
		expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(1200).map((person) => person.phoneNumber));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(1200).map((_, item) => ({ item })));
	});

	it('gives the message with the one vocabulary', async () => {
		answer(success);
		const { items } = await run(simulator, parameters, people(1));
		expect(items).toEqual([
			{
				json: { phoneNumber: phoneNumber(0), messageId: '1', status: 'waiting', segments: 1, cost: 0.12, currency: 'EUR', scheduledAt: null, skipped: null },
				pairedItem: { item: 0 },
			},
		]);
		expectSchema('rcs', 'send', items.map(({ json }) => json));
	});

	it('leaves out a recipient that is refused and sends to the others once', async () => {
		answer({ success: false, code: 9, error: [{ elementId: 'children[phoneNumbers].data', message: `Not valid (${phoneNumber(1).slice(1)})` }] });
		answer({ ...success, nb_rcs: 2, cost: 0.24 });
		const { items } = await run(simulator, parameters, people(3), goOn);
		expect(items.map(({ json }) => json.status)).toEqual(['waiting', 'notSent', 'waiting']);
		expect(items.map(({ json }) => json.code)).toEqual([undefined, '9', undefined]);
		expect(simulator.requests[1]?.body).toMatchObject({ phoneNumbers: [phoneNumber(0), phoneNumber(2)] });
	});

	it('claims of nobody to be sent to when the total is that of some', async () => {
		answer(success);
		const { items, hints } = await run(simulator, parameters, people(2));
		expect(items.map(({ json }) => [json.messageId, json.status, json.segments])).toEqual([['1', 'unknown', null], ['1', 'unknown', null]]);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/^2 unknown\./)]);
	});

	it.each<[INodeParameters, RegExp]>([
		[{ content: 'richCard', card: {} }, /Card has no text/],
		[{ content: 'richCard', card: { title: 'x'.repeat(201) } }, /Title has 201 characters/],
		[{ content: 'richCard', card: { description: 'x'.repeat(501) } }, /Description has 501 characters/],
		[{ content: 'richCard', card: { title: 'Sale', mediaUrl: 'coat.jpg' } }, /"Media URL" is not a web address/],
		[{ content: 'file', fileUrl: 'offer.pdf' }, /"File URL" is not a web address/],
		[{ suggestions: { reply: Array.from({ length: 5 }, (_, index) => ({ text: `Reply ${index}` })) } }, /5 suggested replies, and at most 4/],
		[{ suggestions: { reply: [{ text: '' }] } }, /text of a suggested reply is empty/],
		[{ failover: { sender: 'cyril' } }, /^Nothing was sent: SMS Failover: "Message" is empty/],
		[{ failover: { sender: 'ab', message: 'Hi' } }, /^Nothing was sent: SMS Failover: "Sender" has 2 characters/],
		[{ failover: { message: 'x'.repeat(1531) } }, /^Nothing was sent: SMS Failover: "Message" needs 11 SMS/],
		[{ options: { scheduledAt: 'soon' } }, /"Scheduled At" cannot be read/],
	])('refuses %j before anything is sent', async (override, said) => {
		const { error } = await run(simulator, { ...parameters, ...override }, people(1));
		expect(error?.message).toMatch(said);
		expect(error?.description).toMatch(/\w{3}/);
		expect(simulator.requests).toHaveLength(0);
	});

	itFailsWell(() => simulator, {
		parameters: { ...parameters, to: '0612345678' },
		effect: 'write',
		success,
		sends: 'sent',
		required: { to: /There is no recipient/, text: /Text is empty/ },
		refusals: { 1: /Select the credential/, 10: /API key is not accepted/, 11: /not enough credit/, 14: /opt-out/, 40: /RCS is not enabled/, 43: /Fill in Text/, 44: /SMS Failover/, 52: /SMS Failover/ },
	});

	describe('with a file', () => {
		itFailsWell(() => simulator, {
			parameters: { ...parameters, to: '0612345678', content: 'file', fileUrl: 'https://example.com/offer.pdf' },
			effect: 'write',
			success,
			sends: 'sent',
			required: { fileUrl: /"File URL" is empty/ },
			refusals: {},
		});
	});
});
