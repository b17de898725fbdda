import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber } from './support/parameters';

const status: INodeParameters = { resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields', messageIdField: 'id', phoneField: 'phoneNumber', simplify: true };

const picked = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** Every operation that takes an ID. */
const takers: Array<[name: string, kind: 'numeric' | 'opaque', parameters: INodeParameters]> = [
	['sms getStatus', 'numeric', { ...status, recipientSource: 'parameters', messageId: '={{ $json.id }}', phoneNumber: '0612345678' }],
	['sms getManyStatuses', 'numeric', { resource: 'sms', operation: 'getManyStatuses', findBy: 'messageId', messageId: '={{ $json.id }}', returnAll: true, simplify: true }],
	['sms cancel', 'numeric', { resource: 'sms', operation: 'cancel', messageId: '={{ $json.id }}' }],
	['sms sendSurvey', 'opaque', { resource: 'sms', operation: 'sendSurvey', to: '0612345678', surveyId: '={{ $json.id }}', options: {} }],
	['optOut remove', 'numeric', { resource: 'optOut', operation: 'remove', removeBy: 'optOutId', optOutId: '={{ $json.id }}', options: {} }],
	['contact get', 'opaque', { resource: 'contact', operation: 'get', contactId: '={{ $json.id }}', simplify: true }],
	['contact update', 'opaque', { resource: 'contact', operation: 'update', contactId: '={{ $json.id }}', updateFields: { firstName: 'Marie' }, options: {} }],
	['contact delete', 'opaque', { resource: 'contact', operation: 'delete', contactId: '={{ $json.id }}' }],
	['contact getAll', 'opaque', { resource: 'contact', operation: 'getAll', groupId: picked, returnAll: true, simplify: true }],
	['group delete', 'opaque', { resource: 'group', operation: 'delete', groupId: picked }],
	['subaccount delete', 'opaque', { resource: 'subaccount', operation: 'delete', subaccountId: picked }],
	['contactRental get', 'opaque', { resource: 'contactRental', operation: 'get', rentalId: '={{ $json.id }}', simplify: true }],
	['contactRental download', 'opaque', { resource: 'contactRental', operation: 'download', rentalId: '={{ $json.id }}', options: {} }],
	['voice cancel', 'opaque', { resource: 'voice', operation: 'cancel', campaignId: '={{ $json.id }}' }],
	['voice renameAudioFile', 'opaque', { resource: 'voice', operation: 'renameAudioFile', audioFile: picked, name: 'Autumn sale', options: {} }],
	['voice sendSms', 'opaque', { resource: 'voice', operation: 'sendSms', to: '0612345678', content: 'audioFile', audioFile: picked, options: {} }],
];

describe('IDs as sheets write them', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ reportDelayMs: 1 });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const forms: Array<(id: string) => string | number> = [Number, (id) => `${id}.0`, (id) => `'${id}`, (id) => `"${id}"`, (id) => ` ${id}\u00a0`, (id) => `\ufeff${id}\u200b`, (id) => `${id},00`];

	it.each([1, forms.length])('finds the status of %i SMS whose message ID went through a sheet', async (count) => {
		const { items: sent } = await run(simulator, campaignParameters, people(count));
		await simulator.settled();
		const input = sent.map(({ json }, index) => ({ phoneNumber: json.phoneNumber, id: forms[index]?.(String(json.messageId)) ?? null }));
		const { items } = await run(simulator, status, input);
		expect(items.map(({ json }) => [json.messageId, json.status])).toEqual(sent.map(({ json }) => [json.messageId, 'delivered']));
	});

	it('asks for the ID without the groups of its digits', async () => {
		await run(simulator, status, ['2,254,460', '2.254.460', '2 254 460', '2\u202f254\u202f460'].map((id, index) => ({ id, phoneNumber: phoneNumber(index) })), goOn);
		const [request] = simulator.requests;
		expect(request?.body).toMatchObject({ SMSStatut_List: [0, 1, 2, 3].map((index) => ({ messageId: 2_254_460, phoneNumber: phoneNumber(index) })) });
	});

	it.each<[string, IDataObject[string], RegExp]>([
		['a calculated number', '1.23457E+15', /digits are lost: format the column as text/],
		['a number that has lost digits', 2 ** 53 + 2, /give the ID as text/],
		['a fraction', 2254460.5, /messageId that Send returned/],
		['several', '2254460, 2254461', /an item for each/],
		['a list', [2254460], /an item for each/],
		['a negative number', -5, /messageId that Send returned/],
		['a name', 'Marie', /messageId that Send returned/],
	])('refuses %s and looks up the others, so that it never reads as not found', async (_what, id, advice) => {
		const input = [{ phoneNumber: phoneNumber(0), id: '424242' }, { phoneNumber: phoneNumber(1), id }];
		const { items } = await run(simulator, status, input, goOn);
		expect(items[0]?.json.status).toBe('notFound');
		expect(items[1]?.json).toMatchObject({ error: expect.stringMatching(/^Message ID /), code: 'INVALID_INPUT', description: expect.stringMatching(advice) });
		expect(items[1]?.json.status).toBeUndefined();
		expect(simulator.requests).toHaveLength(1);
	});

	describe.each(takers)('%s', (_name, kind, parameters) => {
		const wrong: Array<IDataObject[string]> = ['1.23457E+15', 2 ** 60, 1.5, -1, '2254460;2254461', ['2254460'], { id: 2254460 }, true, null];

		it('sends what is certain', async () => {
			for (const id of ["'2254460", '2254460.0', '2,254,460', 2254460]) {
				simulator.reset();
				await run(simulator, parameters, [{ id }], goOn);
				expect(lastRequest()).toMatch(/\b2254460\b/);
				expect(lastRequest()).not.toMatch(/2254460\.0|'2254460|2,254/);
			}
		});

		it('refuses what is no ID before anything is asked', async () => {
			for (const id of kind === 'numeric' ? [...wrong, '5f7753a5c1b2d', '12e5'] : wrong) {
				const { items } = await run(simulator, parameters, [{ id }], goOn);
				expect(items).toEqual([{ json: expect.objectContaining({ code: 'INVALID_INPUT', description: expect.stringMatching(/\w{3}.*\.$/s) }), pairedItem: { item: 0 } }]);
			}
			expect(simulator.requests).toHaveLength(0);
		});

		if (kind === 'opaque') {
			it.each(['5f7753a5c1b2d', '12e5', '00123'])('leaves %s as it is', async (id) => {
				await run(simulator, parameters, [{ id }], goOn);
				expect(lastRequest()).toContain(id);
			});
		}
	});

	function lastRequest(): string {
		const { path, query, body } = simulator.requests.at(-1) ?? { path: '', query: {}, body: {} };
		return JSON.stringify([path, query, body]);
	}
});
