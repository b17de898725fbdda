import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';
import { asList } from '../../nodes/SmsPartner/values/narrow';
import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn } from './support/parameters';
import { pick } from './support/pick';
import { expectSchema } from './support/schema';

describe('subaccount', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false });
	const chosen = (value: string): INodeParameters[string] => ({ __rl: true, mode: 'list', value });

	async function answered(body: unknown, parameters: INodeParameters): Promise<IDataObject[]> {
		answer(body);
		const { items, error } = await run(simulator, parameters);
		expect(error).toBeUndefined();
		return items.map(({ json }) => json);
	}

	describe('on the platform', () => {
		const operate = async (operation: string, parameters: INodeParameters) => (await run(simulator, { resource: 'subaccount', operation, options: {}, ...parameters }, [{}], goOn)).items.map(({ json }) => json);

		it('creates one, moves credit there and back, lists and deletes it', async () => {
			const start = simulator.balance;
			const created = await operate('create', { type: 'advanced', email: 'a@b.fr', canBuyCredit: true, options: { initialCredit: 10 } });
			const subaccountId = chosen(String(created[0]?.subaccountId));
			const added = await operate('addCredit', { subaccountId, amount: 5.5 });
			const removed = await operate('removeCredit', { subaccountId, amount: 0.5 });
			expect([added[0]?.subaccountCredit, removed[0]?.subaccountCredit, simulator.subaccounts[0]?.balance]).toEqual([15.5, 15, 15]);
			expect(simulator.balance).toBeCloseTo(start - 15);

			const listed = await operate('getAll', { returnAll: true });
			expect(listed).toEqual([expect.objectContaining({ subaccountId: created[0]?.subaccountId, email: 'a@b.fr', type: 'advanced', balance: 15, currency: 'EUR' })]);
			expect(JSON.stringify(listed)).not.toContain(simulator.subaccounts[0]?.apiKey);
			const deleted = await operate('delete', { subaccountId });
			expect(simulator.subaccounts).toHaveLength(0);
			expect(await operate('getAll', { returnAll: true })).toEqual([]);
			for (const [operation, items] of Object.entries({ create: created, addCredit: added, removeCredit: removed, getAll: listed, delete: deleted })) expectSchema('subaccount', operation, items);
		});

		it('explains an unknown sub-account, an address in use and missing credit', async () => {
			const { token, email } = simulator.addSubaccount({ balance: 1 });
			expect(await operate('delete', { subaccountId: chosen('nobody') })).toEqual([expect.objectContaining({ code: '404', description: expect.stringContaining('no such sub-account') })]);
			expect(await operate('addCredit', { subaccountId: chosen('nobody'), amount: 1 })).toEqual([expect.objectContaining({ code: '7', description: expect.stringContaining('no such sub-account') })]);
			expect(await operate('removeCredit', { subaccountId: chosen(token), amount: 2 })).toEqual([expect.objectContaining({ code: '8', description: expect.stringContaining('not enough credit') })]);
			expect(await operate('create', { type: 'simple', options: { email } })).toEqual([expect.objectContaining({ code: '7', description: expect.stringContaining('already has an account') })]);
			expect(await operate('create', { type: 'simple', options: { initialCredit: 1_000_000 } })).toEqual([expect.objectContaining({ code: '11' })]);
			expect(simulator.subaccounts.map(({ balance }) => balance)).toEqual([1]);
		});

		it('lists 45 of them from 3 pages, and offers them in the picker', async () => {
			for (let index = 0; index < 45; index++) simulator.addSubaccount();
			expect(await operate('getAll', { returnAll: true })).toHaveLength(45);
			expect(simulator.countRequests('/subaccount/list')).toBe(3);
			expect(await pick(simulator, 'searchSubaccounts', { resource: 'subaccount', operation: 'delete', subaccountId: chosen('') })).toHaveLength(45);
		});
	});

	describe('create', () => {
		const advanced: INodeParameters = { resource: 'subaccount', operation: 'create', type: 'advanced', email: 'aaaa@bbb.ccc', canBuyCredit: false, options: { initialCredit: 10, firstName: 'prenom', lastName: 'nom' } };
		const simple: INodeParameters = { resource: 'subaccount', operation: 'create', type: 'simple', options: {} };
		const success = fixture('sms-subaccount-create.success');

		it('asks and answers as documented', async () => {
			expect(await answered(success, advanced)).toEqual([
				{ subaccountId: 'token', email: 'aaaa@bbb.ccc', type: 'advanced', creditMoved: 10, confirmationSentTo: 'aaaa@bbb.ccc', parentEmail: 'emailparent@ddd.eee' },
			]);
			const { apiKey: _key, ...documented } = fixture('sms-subaccount-create.request');
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/subaccount/create', body: documented })]);
		});

		it('leaves out of a simple one what only advanced ones have', async () => {
			expect(await answered({ success: true, code: 200, subaccount: { token: 't' } }, { ...simple, options: { title: 'Mme' } })).toEqual([
				expect.objectContaining({ subaccountId: 't', email: null, type: 'simple', creditMoved: 0 }),
			]);
			expect(simulator.requests[0]?.body).toEqual({ type: 'simple', parameters: { title: 'Mme' } });
		});

		it('lets an advanced one buy credit, and a simple one have an address', async () => {
			await answered(success, { ...advanced, canBuyCredit: true, options: {} });
			await answered(success, { ...simple, options: { email: 'a@b.fr' } });
			expect(simulator.requests.map(({ body }) => body)).toEqual([
				{ type: 'advanced', parameters: { email: 'aaaa@bbb.ccc', isBuyer: 1 } },
				{ type: 'simple', parameters: { email: 'a@b.fr' } },
			]);
		});

		it.each([
			[{ ...advanced, email: 'nobody' }, /"Email" is not an e-mail address/],
			[{ ...simple, options: { email: 'nobody' } }, /"Email" is not an e-mail address/],
			[{ ...simple, options: { initialCredit: 0 } }, /"Initial Credit" must be a number above 0/],
			[{ ...simple, type: 'huge' }, /"Type" is none of the known types/],
		])('refuses %j before anything is sent', async (parameters, said) => {
			expect((await run(simulator, parameters)).error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters: advanced,
			effect: 'write',
			success,
			wrongKey: 'sms-subaccount-create.error-10',
			required: { email: /"Email" is empty/ },
			refusals: { 2: /not enabled/, 3: /Can Buy Credit/, 4: /in Type/, 5: /Simple or Advanced/, 6: /Fill in Email/, 7: /already has an account/, 8: /above 0/, 9: /does not cover Initial Credit/, 11: /not enough credit/ },
		});
	});

	describe.each(['add', 'remove'])('%sCredit', (direction) => {
		const parameters: INodeParameters = { resource: 'subaccount', operation: `${direction}Credit`, subaccountId: chosen('token1'), amount: 12.5 };
		const success = fixture(`sms-subaccount-credit-${direction}.success`);

		it('moves credit by its own endpoint and shows what was moved', async () => {
			expect(await answered(success, parameters)).toEqual([{ subaccountId: 'token1', creditMoved: 12.5, credit: 2869.2, subaccountCredit: 61.8, currency: 'EUR' }]);
			expect(simulator.requests).toEqual([
				expect.objectContaining({ method: 'POST', path: `/subaccount/credit/${direction}`, body: { credit: '12.5', tokenSubaccount: 'token1' } }),
			]);
		});

		it.each([0, -5, '={{ "ten" }}'])('moves nothing for an amount of %j', async (amount) => {
			expect((await run(simulator, { ...parameters, amount })).error?.message).toBe('"Amount" must be a number above 0');
			expect(simulator.requests).toHaveLength(0);
		});

		it('moves credit once for each item, also with Retry On Fail', async () => {
			answer({ success: false, code: 7, message: 'Sous-compte inexistant' });
			simulator.faults.add({ kind: 'body', status: 200, body: success, accept: false }, { times: 9 });
			const { items } = await run(simulator, parameters, [{}, {}], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
			expect(items).toHaveLength(2);
			expect(simulator.requests).toHaveLength(3);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success,
			wrongKey: `sms-subaccount-credit-${direction}.error-10`,
			required: { subaccountId: /Sub-Account is empty/, amount: /"Amount" must be a number above 0/ },
			refusals: {
				2: /amount is missing.*not enabled/,
				3: /sub-account or the amount is missing/,
				4: /sub-account is missing.*not enabled/,
				5: /above 0/,
				6: /no credit left.*no such sub-account/,
				7: /no such sub-account/,
				8: /not enough credit/,
				9: /API key is not accepted/,
				11: /not enough credit/,
			},
		});
	});

	describe('delete', () => {
		const parameters: INodeParameters = { resource: 'subaccount', operation: 'delete', subaccountId: chosen('token1') };
		const success = fixture('sms-subaccount-remove.success');

		it('sends DELETE with a JSON body', async () => {
			expect(await answered(success, parameters)).toEqual([{ deleted: true, subaccountId: 'token1' }]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'DELETE', path: '/subaccount/remove', body: { token: 'token1' }, query: {} })]);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success,
			wrongKey: 'sms-subaccount-remove.error-10',
			required: { subaccountId: /Sub-Account is empty/ },
			refusals: { 1: /sub-account is missing/, 404: /no such sub-account/ },
		});
	});

	describe('getAll', () => {
		const parameters: INodeParameters = { resource: 'subaccount', operation: 'getAll', returnAll: true, simplify: true, options: {} };
		const success = fixture('sms-subaccount-list.success');
		const secrets = /ApiKey/;

		it('lists them without their API keys', async () => {
			answer(success);
			answer({ ...success, page: 2, data: [] });
			const { items } = await run(simulator, parameters);
			expect(items).toEqual([
				{ json: { subaccountId: 'token1', email: 'email1', type: 'simple', balance: 0.8, currency: 'EUR', createdAt: '2016-03-04T11:23:14+01:00' }, pairedItem: { item: 0 } },
				{ json: expect.objectContaining({ subaccountId: 'token2', email: 'email2', balance: 10.245 }), pairedItem: { item: 0 } },
			]);
			expect(JSON.stringify(items)).not.toMatch(secrets);
			expect(simulator.requests.map(({ path, query }) => [path, query.page])).toEqual([['/subaccount/list', '1'], ['/subaccount/list', '2']]);
		});

		it('leaves the API keys out of the raw record too', async () => {
			const seen = await answered(success, { ...parameters, returnAll: false, limit: 2, simplify: false });
			expect(seen.map(({ raw }) => raw)).toEqual([expect.objectContaining({ id: 1, credits: { balance: '0.800', currency: 'EUR' } }), expect.objectContaining({ id: 2 })]);
			expect(JSON.stringify(seen)).not.toMatch(secrets);
		});

		it.each([true, false])('gives the API keys to those who ask for them (simplify: %j)', async (simplify) => {
			const [first] = await answered(success, { ...parameters, returnAll: false, limit: 1, simplify, options: { includeApiKey: true } });
			expect(first).toMatchObject({ apiKey: 'ApiKey sous compte', ...(!simplify && { raw: { apiKey: 'ApiKey sous compte' } }) });
		});

		it('reads every page, whatever its size, and stops at the limit', async () => {
			const page = (from: number) => ({ success: true, code: 200, total: 45, data: Array.from({ length: Math.min(20, 45 - from) }, (_, index) => ({ token: `t${from + index}` })) });
			for (const from of [0, 20, 40]) answer(page(from));
			expect((await run(simulator, parameters)).items.map(({ json }) => json.subaccountId)).toEqual(Array.from({ length: 45 }, (_, index) => `t${index}`));
			expect(simulator.requests).toHaveLength(3);
			for (const from of [0, 20]) answer(page(from));
			expect((await run(simulator, { ...parameters, returnAll: false, limit: 25 }, [{}], goOn)).items).toHaveLength(25);
			expect(simulator.requests).toHaveLength(5);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, returnAll: false, limit: 2 },
			effect: 'read',
			success,
			wrongKey: 'sms-subaccount-list.error-10',
			required: {},
			refusals: { 1: /did not reach the platform/, 96: /IP address/ },
		});
	});

	describe('picker', () => {
		const parameters: INodeParameters = { resource: 'subaccount', operation: 'delete', subaccountId: chosen('') };

		it('lists by e-mail address the sub-accounts of all pages', async () => {
			const [first, second] = asList(fixture('sms-subaccount-list.success').data);
			for (const data of [[first], [second], [{ token: 'token3', email: '' }]]) answer({ success: true, code: 200, total: 3, data });
			expect(await pick(simulator, 'searchSubaccounts', parameters)).toEqual([
				{ name: 'email1', value: 'token1' },
				{ name: 'email2', value: 'token2' },
				{ name: 'token3', value: 'token3' },
			]);
		});

		it('finds them by a part of the address', async () => {
			answer({ ...fixture('sms-subaccount-list.success'), total: 2 });
			expect(await pick(simulator, 'searchSubaccounts', parameters, 'IL2')).toEqual([{ name: 'email2', value: 'token2' }]);
		});

		it('serves every operation on one sub-account', () => {
			const fields = new SmsPartner().description.properties.filter(({ name }) => name === 'subaccountId');
			expect(fields.flatMap(({ displayOptions }) => asList(displayOptions?.show?.operation))).toEqual(['addCredit', 'delete', 'removeCredit']);
			for (const field of fields) expect(field.modes?.[0]?.typeOptions?.searchListMethod).toBe('searchSubaccounts');
		});
	});
});
