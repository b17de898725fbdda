import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type ReceivedRequest, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

describe('phoneNumber', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown, times = 1) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, { times });
	const numbersOf = ({ body }: ReceivedRequest): string[] => String((body as IDataObject).phoneNumbers).split(',');

	describe('verifyFormat', () => {
		const parameters: INodeParameters = { resource: 'phoneNumber', operation: 'verifyFormat', recipientSource: 'parameters', phoneNumber: '={{ $json.phoneNumber }}', simplify: true, options: {} };
		const fromFields: INodeParameters = { ...parameters, recipientSource: 'inputFields', phoneField: 'phoneNumber' };

		it('shows a valid number as documented, with the country by its code', async () => {
			answer(fixture('sms-lookup.success'));
			const { items } = await run(simulator, parameters, [{ phoneNumber: '06 12 34 56 78' }]);
			expect(items).toEqual([
				{
					json: { phoneNumber: '+33612345678', valid: true, countryCode: 'FR', callingCode: '33', type: 'mobile', network: null, national: '06 XX XX XX XX', international: '+33 6 XX XX XX XX', message: null },
					pairedItem: { item: 0 },
				},
			]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/lookup', body: { phoneNumbers: '+33612345678' } })]);
		});

		it('asks the platform about numbers of several countries and kinds', async () => {
			simulator.makeInvalid('+33600000001');
			const given = ['06 12 34 56 78', '+33600000001', '+32 470 12 34 56', '01 23 45 67 89', '12'];
			const { items } = await run(simulator, parameters, given.map((number) => ({ phoneNumber: number })));
			expect(items.map(({ json }) => [json.phoneNumber, json.valid, json.countryCode, json.type])).toEqual([
				['+33612345678', true, 'FR', 'mobile'],
				['+33600000001', false, null, null],
				['+32470123456', true, 'BE', 'mobile'],
				['+33123456789', true, 'FR', 'fixed'],
				['12', false, null, null],
			]);
			expectSchema('phoneNumber', 'verifyFormat', items.map(({ json }) => json));
		});

		it('tells valid and invalid numbers of one answer apart', async () => {
			answer(fixture('sms-lookup.success.partial'));
			const { items } = await run(simulator, parameters, [{ phoneNumber: '+212666123456' }, { phoneNumber: '+212620123456' }]);
			expect(items.map(({ json }) => json)).toEqual([
				{ phoneNumber: '+212666123456', valid: false, countryCode: null, callingCode: null, type: null, network: null, national: null, international: null, message: "Le numéro de téléphone est vide ou n'est pas valide." },
				expect.objectContaining({ phoneNumber: '+212620123456', valid: true, countryCode: 'MA', callingCode: '212', network: 'Méditel', national: '0620-123456' }),
			]);
		});

		it.each([
			['+12015550123', 'États-Unis', 'États-Unis'],
			['+12015550123', 'US', 'US'],
			['+12015550123', '', null],
			['+447781123456', 'GG', 'GG'],
			['+33612345678', '', 'FR'],
		])('%s with the country "%s" is of %j', async (number, countryCode, shown) => {
			answer({ success: true, code: 200, lookup: [{ request: number, success: true, countryCode }] });
			expect((await run(simulator, parameters, [{ phoneNumber: number }])).items[0]?.json).toMatchObject({ valid: true, countryCode: shown });
		});

		it('says of what cannot be a number why not, without asking', async () => {
			const { items } = await run(simulator, { ...parameters, simplify: false }, [{ phoneNumber: '12' }]);
			expect(items[0]?.json).toMatchObject({ phoneNumber: '12', valid: false, countryCode: null, message: expect.stringMatching(/"12" is not a possible phone number\. .*\+33612345678/), raw: {} });
			expect(simulator.requests).toHaveLength(0);
		});

		it.each([
			['parameters', parameters],
			['input fields', fromFields],
		])('verifies 1,200 numbers of %s in 3 requests, each number once', async (_source, given) => {
			const input = [...people(1200), ...people(3)];
			const lookup = people(1200).map(({ phoneNumber: request }) => ({ request, success: true }));
			answer({ success: true, code: 200, lookup }, 3);
			const { items } = await run(simulator, given, input);
			expect(simulator.requests.map((request) => numbersOf(request).length).sort()).toEqual([200, 500, 500]);
			expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.valid, pairedItem])).toEqual(input.map((person, item) => [person.phoneNumber, true, { item }]));
		});

		it('evaluates no expression when a field names the number', async () => {
			answer({ success: true, code: 200, lookup: [] });
			expect((await run(simulator, fromFields, people(5), goOn)).expressions).toBe(0);
		});

		it('reads national numbers of another country', async () => {
			answer({ success: true, code: 200, lookup: [] });
			await run(simulator, { ...parameters, options: { defaultCountry: 'BE' } }, [{ phoneNumber: '0470 12 34 56' }], goOn);
			expect(simulator.requests[0]?.body).toEqual({ phoneNumbers: '+32470123456' });
		});

		it('adds the platform record under raw when not simplified', async () => {
			answer(fixture('sms-lookup.success'));
			const { items } = await run(simulator, { ...parameters, simplify: false }, people(1));
			expect(items[0]?.json.raw).toMatchObject({ format: { rfc3966: expect.any(String) } });
		});

		it('fails the item that the answer does not mention, and no other', async () => {
			answer({ success: true, code: 200, lookup: [{ request: phoneNumber(1), success: true }] });
			const { items } = await run(simulator, parameters, people(2), goOn);
			expect(items.map(({ json }) => json.valid ?? json.error)).toEqual([expect.stringMatching(/without a word.*\+33600000000/), true]);
		});

		it('takes an answer without a list for none', async () => {
			answer({ success: true, code: 200 });
			expect((await run(simulator, parameters, people(1))).error?.message).toMatch(/without the expected result/);
		});

		it('waits no longer than the option says when the platform asks to slow down', async () => {
			simulator.faults.add({ kind: 'status', status: 429, retryAfter: 2 });
			const { error } = await run(simulator, { ...parameters, options: { waitOnRateLimit: 1 } }, people(1));
			expect(error).toMatchObject({ httpCode: '429', description: expect.stringContaining('wait 2 seconds') });
			expect(simulator.requests).toHaveLength(1);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, phoneNumber: '+33612345678' },
			effect: 'read',
			success: fixture('sms-lookup.success'),
			wrongKey: 'sms-lookup.error-10',
			required: { phoneNumber: /The phone number is empty/ },
			refusals: { 1: /did not reach the platform/, 2: /Fill in Phone Number/, 3: /list of phone numbers/, 50: /500/, 96: /IP address/ },
		});
	});

	describe('verifyNetwork', () => {
		const notifyUrl = 'https://n8n.example.com/webhook/x/number-check';
		const parameters: INodeParameters = { resource: 'phoneNumber', operation: 'verifyNetwork', recipientSource: 'parameters', phoneNumber: '={{ $json.phoneNumber }}', options: { notifyUrl } };
		const success = fixture('sms-hlr-notify.success');

		it('asks and answers as documented', async () => {
			answer(success);
			const { items, hints } = await run(simulator, { ...parameters, options: { notifyUrl, tag: 'spring' } }, [{ phoneNumber: '0612345678' }]);
			expect(items).toEqual([{ json: { phoneNumber: '+33612345678', campaignId: 'HLR000000', cost: 0.005, currency: 'EUR', tag: 'spring' }, pairedItem: { item: 0 } }]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/hlr/notify', body: { phoneNumbers: '+33612345678', notifyUrl, tag: 'spring' } })]);
			expect(hints.map(({ message }) => message)).toEqual(['1 submitted. 0.005 EUR.']);
		});

		it('pays the platform for each number once, and for none without the credit', async () => {
			const before = simulator.balance;
			const { items } = await run(simulator, parameters, [...people(3), ...people(1)]);
			expect(simulator.numberChecks.map((check) => [check.phoneNumber, check.notifyUrl])).toEqual([0, 1, 2].map((index) => [phoneNumber(index), notifyUrl]));
			expect(items.reduce((sum, { json }) => sum + Number(json.cost), 0)).toBeCloseTo(before - simulator.balance);
			expectSchema('phoneNumber', 'verifyNetwork', items.map(({ json }) => json));
			simulator.setBalance(0);
			const { error } = await run(simulator, parameters, people(1));
			expect(error).toMatchObject({ description: expect.stringContaining('not enough credit') });
			expect(simulator.numberChecks).toHaveLength(3);
		});

		it('verifies 1,200 numbers in 3 requests and shares their price', async () => {
			answer({ ...success, number: 400, cost: 2 }, 3);
			const { items } = await run(simulator, { ...parameters, recipientSource: 'inputFields', phoneField: 'phoneNumber' }, people(1200));
			expect(simulator.requests.map((request) => numbersOf(request).length).sort()).toEqual([200, 500, 500]);
			expect(items.map(({ json, pairedItem }) => [json.phoneNumber, pairedItem])).toEqual(people(1200).map((person, item) => [person.phoneNumber, { item }]));
			expect(items[0]?.json.cost).toBe(0.004);
		});

		it('groups by URL and tag', async () => {
			answer(success, 3);
			const options = { notifyUrl: '={{ $json.url }}', tag: '={{ $json.tag }}' };
			const settings = [['https://a.fr', 'w'], ['https://b.fr', 'w'], ['https://a.fr', 'w'], ['https://a.fr', 'x']];
			const { items } = await run(simulator, { ...parameters, options }, people(4).map((person, index) => ({ ...person, url: settings[index]?.[0], tag: settings[index]?.[1] })));
			expect(simulator.requests.map(numbersOf).sort()).toEqual([[phoneNumber(0), phoneNumber(2)], [phoneNumber(1)], [phoneNumber(3)]]);
			expect(items.map(({ json }) => json.tag)).toEqual(['w', 'w', 'w', 'x']);
		});

		it('pays once for a number that several items hold', async () => {
			answer(success);
			const { items } = await run(simulator, parameters, [...people(1), { phoneNumber: '06 00 00 00 00' }, ...people(1)]);
			expect(simulator.requests.map(numbersOf)).toEqual([[phoneNumber(0)]]);
			expect(items.map(({ json, pairedItem }) => [json.campaignId, json.cost, pairedItem])).toEqual([0.005, 0, 0].map((cost, item) => ['HLR000000', cost, { item }]));
		});

		it('gives every item that holds a refused number the reason', async () => {
			simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 13, message: 'Aucun tarif' }, accept: false });
			const { items } = await run(simulator, parameters, [...people(1), ...people(1)], goOn);
			expect(items.map(({ json }) => json)).toEqual([0, 1].map(() => ({ error: `Aucun tarif (${phoneNumber(0)})`, code: '13', description: expect.stringContaining('no price'), phoneNumber: phoneNumber(0) })));
		});

		it('says so when the results reach no workflow', async () => {
			answer(success);
			const { hints } = await run(simulator, { ...parameters, options: {} }, people(1));
			expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/^Without the option Notify URL .*\.$/), '1 submitted. 0.005 EUR.']);
		});

		it.each([
			[{ notifyUrl: 'nowhere' }, /"Notify URL" is not a web address/],
			[{ tag: 'Too Long' }, /"Tag"/],
		])('refuses the options %j before anything is paid', async (options, said) => {
			expect((await run(simulator, { ...parameters, options }, people(2))).error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		it('pays for the others when one of the numbers cannot be one, which is an item of its own', async () => {
			const { items, error, hints } = await run(simulator, parameters, [...people(2), { phoneNumber: '12' }]);
			expect(error).toBeUndefined();
			expect(simulator.numberChecks.map((check) => check.phoneNumber)).toEqual([phoneNumber(0), phoneNumber(1)]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
			expect(items[2]?.json).toEqual({ error: expect.stringContaining('"12"'), code: 'INVALID_INPUT', description: expect.stringMatching(/\w{5}/), phoneNumber: '12' });
			expect(hints.map(({ message }) => message)).toEqual(['2 submitted, 1 refused. 0.01 EUR.']);
		});

		it('pays for nothing when one of the numbers cannot be one, with Stop If One Fails', async () => {
			const { error } = await run(simulator, { ...parameters, options: { notifyUrl, stopOnFailure: true } }, [...people(2), { phoneNumber: '12' }]);
			expect(error).toMatchObject({ message: expect.stringMatching(/^Nothing was submitted: "12"/), context: { itemIndex: 2 } });
			expect(simulator.requests).toHaveLength(0);
		});

		it('leaves out a number that the platform calls invalid and verifies the others once', async () => {
			const error = [{ elementId: 'children[phoneNumbers].data', message: `Not valid (${phoneNumber(1)})` }];
			simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 9, error }, accept: false });
			answer({ ...success, number: 2, cost: 0.01 });
			const { items } = await run(simulator, parameters, people(3), goOn);
			expect(items.map(({ json }) => json.campaignId ?? json.code)).toEqual(['HLR000000', '9', 'HLR000000']);
			expect(simulator.requests.map(numbersOf)).toEqual([[0, 1, 2], [0, 2]].map((indices) => indices.map(phoneNumber)));
		});

		it('pays for none again where one has no price: others of the request may have been paid', async () => {
			simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 13, message: `Aucun tarif pour ${phoneNumber(1)}` }, accept: false });
			const { items } = await run(simulator, parameters, people(3), goOn);
			expect(items.map(({ json }) => json)).toEqual(
				people(3).map((person) => ({ error: expect.stringMatching(/^Outcome unknown: /), code: '13', description: expect.stringContaining('not sent again'), phoneNumber: person.phoneNumber })),
			);
			expect(simulator.requests).toHaveLength(1);
		});

		it('finds the number for whose sake none is read (code 2), and verifies the others once', async () => {
			const refuse = () => simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 2, message: 'Non' }, accept: false });
			refuse();
			answer({ ...success, number: 2, cost: 0.01 });
			refuse();
			const { items } = await run(simulator, parameters, people(3), goOn);
			expect(items.map(({ json }) => json.campaignId ?? json.code)).toEqual(['HLR000000', 'HLR000000', '2']);
			expect(simulator.requests.map(numbersOf)).toEqual([[0, 1, 2], [0, 1], [2]].map((indices) => indices.map(phoneNumber)));
		});

		it.each([3, 19, 50])('does not take the request apart for code %i, which is about all of it', async (code) => {
			simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code, message: 'Non' }, accept: false }, { times: 9 });
			await run(simulator, parameters, people(3), goOn);
			expect(simulator.requests).toHaveLength(1);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, phoneNumber: '+33612345678' },
			effect: 'write',
			success,
			wrongKey: 'sms-hlr-notify.error-10',
			sends: 'submitted',
			required: { phoneNumber: /The phone number is empty/ },
			refusals: { 1: /did not reach the platform/, 2: /Fill in Phone Number/, 11: /not enough credit/, 13: /no price/, 14: /opt-out/, 19: /list of phone numbers/, 55: /None of the phone numbers/ },
		});
	});
});
