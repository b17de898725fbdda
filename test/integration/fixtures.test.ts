import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture, fixtureNames } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { goOn, people, phoneNumber, sendParameters } from './support/parameters';

/** The platform's documented answers, served as they are printed, and what the user sees of them. */
describe('documented answers', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	async function answeredWith(name: string, parameters: INodeParameters, items: IDataObject[] = [{}]): Promise<IDataObject[]> {
		simulator.faults.add({ kind: 'body', status: name.includes('.error-') ? 400 : 200, body: fixture(name), accept: false });
		const result = await run(simulator, parameters, items, goOn);
		return result.items.map(({ json }) => json);
	}

	const status = { resource: 'sms', operation: 'getStatus', recipientSource: 'parameters', messageId: '={{ $json.messageId }}', phoneNumber: '={{ $json.phoneNumber }}' };
	const operations: Record<string, INodeParameters> = {
		'sms-send': { ...sendParameters, to: '0612345678', message: 'Hi' },
		'sms-vn-send': { ...sendParameters, sendFrom: 'virtualNumber', virtualNumber: '+33644000000', to: '0612345678', message: 'Hi' },
		'sms-message-status': { ...status, messageId: '1111', phoneNumber: '0600000000' },
		'sms-message-cancel': { resource: 'sms', operation: 'cancel', messageId: '1111' },
		'sms-me': { resource: 'account', operation: 'getBalance' },
		'voice-me': { resource: 'voice', operation: 'getBalance' },
	};

	it.each<[string, IDataObject]>([
		['sms-send.success', { messageId: '307', segments: 1, cost: 0.038, currency: 'EUR', status: 'waiting' }],
		['sms-send.success.scheduled', { messageId: '2270142', segments: 1, cost: 0.04 }],
		['sms-vn-send.success', { messageId: '307', segments: 1, cost: 0.038 }],
		['sms-message-status.success', { status: 'delivered', doneAt: '2015-02-07T22:39:46+01:00', optedOut: false, cost: 0.045, currency: 'EUR', countryCode: 'FR' }],
		['sms-message-status.success.sdk', { status: 'delivered', doneAt: '2018-08-18T20:00:06+02:00', cost: 0.04, countryCode: 'MA' }],
		['sms-message-cancel.success', { messageId: '1111', cancelled: true }],
		['sms-me.success', { username: 'example@email.com', balance: 10225.119, currency: 'EUR', smsRemaining: 269082, lowCostSmsRemaining: 444570, numberChecksRemaining: 2045023, smsToSend: 0 }],
		['sms-me.success.legacy', { username: 'exemple@email.com', balance: 10225.119, lowCostSmsRemaining: 444570 }],
		['voice-me.success', { credit: 19, currency: 'EUR', mobileSpeechSeconds: 21366, landlineSpeechSeconds: 13495, voicemailsRemaining: 10 }],
	])('%s', async (name, seen) => {
		expect(await answeredWith(name, operations[name.split('.')[0] ?? ''] ?? {})).toEqual([expect.objectContaining(seen)]);
	});

	it('sms-bulk-send.success', async () => {
		const seen = await answeredWith('sms-bulk-send.success', sendParameters, people(2));
		expect(seen).toEqual(people(2).map(({ phoneNumber: to }) => expect.objectContaining({ phoneNumber: to, messageId: '2254444', cost: 0.038, segments: 1 })));
	});

	it('sms-multi-status.success: one hit, two misses', async () => {
		const items = [
			{ phoneNumber: '+33699999993', messageId: '111111' },
			{ phoneNumber: '0699999992', messageId: 1000 },
			{ phoneNumber: '+33699999991', messageId: '1222' },
		];
		expect(await answeredWith('sms-multi-status.success', status, items)).toEqual([
			expect.objectContaining({ messageId: '111111', status: 'delivered', doneAt: '2018-02-06T17:26:56+01:00', optedOut: false, isSpam: false }),
			expect.objectContaining({ phoneNumber: '+33699999992', messageId: '1000', status: 'notFound' }),
			expect.objectContaining({ messageId: '1222', status: 'notFound' }),
		]);
	});

	const errorsOf = (endpoint: string) => fixtureNames(`${endpoint}.error-`).map((name): [string, string] => [name, endpoint]);

	it.each([...errorsOf('sms-send'), ...errorsOf('sms-message-status'), ...errorsOf('sms-message-cancel'), ...errorsOf('sms-me')])('%s', async (name, endpoint) => {
		const { code, message } = fixture(name);
		const [seen] = await answeredWith(name, operations[endpoint] ?? {});
		expect(seen).toMatchObject({ code: String(code), description: expect.stringMatching(/\w{5}/) });
		expect(seen?.error).toContain(message ?? "Ce numero de telephone n'est pas valide (922264)");
	});

	it.each(errorsOf('sms-bulk-send'))('%s: about the sender too, so it is not taken apart', async (name) => {
		const seen = await answeredWith(name, sendParameters, people(2));
		expect(seen.map(({ code }) => code)).toEqual(['9', '9']);
		expect(simulator.requests).toHaveLength(1);
	});

	it.each(errorsOf('sms-multi-status'))('%s', async (name) => {
		const seen = await answeredWith(name, status, people(2).map((person) => ({ ...person, messageId: 1 })));
		expect(seen.map(({ error }) => error)).toEqual(people(2).map(({ phoneNumber: to }) => `Clé API incorrecte (${String(to)})`));
	});

	it('asks with the fields of sms-bulk-send.request', async () => {
		await run(simulator, { ...sendParameters, options: { sender: 'mycompany', scheduledAt: '2099-10-21T09:00:00' } }, people(2));
		const { apiKey: _key, ...documented } = fixture('sms-bulk-send.request');
		expect(simulator.requests[0]?.body).toEqual({
			...documented,
			scheduledDeliveryDate: '21/10/2099',
			SMSList: people(2).map((person) => ({ phoneNumber: person.phoneNumber, message: `Hello ${String(person.name)}` })),
		});
	});

	it('asks with the fields of sms-multi-status.request', async () => {
		await run(simulator, status, [{ phoneNumber: phoneNumber(1), messageId: '199897' }, { phoneNumber: phoneNumber(2), messageId: 1000 }]);
		const { apiKey: _key, ...documented } = fixture('sms-multi-status.request');
		expect(Object.keys(documented)).toEqual(['SMSStatut_List']);
		expect(simulator.requests[0]?.body).toEqual({
			SMSStatut_List: [{ phoneNumber: phoneNumber(1), messageId: 199897 }, { phoneNumber: phoneNumber(2), messageId: 1000 }],
		});
	});
});
