import { call, codeOf, expectKeysRefused, fixture, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ balance: 100, now: () => new Date('2016-03-04T10:23:14Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it.each([
	['POST /subaccount/create', 1, 'sms-subaccount-create.error-10.json'],
	['DELETE /subaccount/remove', 10, 'sms-subaccount-remove.error-10.json'],
	['GET /subaccount/list', 1, 'sms-subaccount-list.error-10.json'],
	['POST /subaccount/credit/add', 1, 'sms-subaccount-credit-add.error-10.json'],
	['POST /subaccount/credit/remove', 1, 'sms-subaccount-credit-remove.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, missing, documented) => {
	await expectKeysRefused(simulator, route, missing, documented);
});

describe('POST /subaccount/create', () => {
	const ROUTE = 'POST /subaccount/create';

	it('takes the documented request, answers like the fixture and moves the credit', async () => {
		const request = { ...(fixture('sms-subaccount-create.request.json') as object), apiKey: simulator.apiKey };
		const { data } = await call(simulator, ROUTE, request);
		expect(shape(data)).toEqual(shape(fixture('sms-subaccount-create.success.json')));
		expect(simulator.subaccounts).toEqual([
			expect.objectContaining({
				token: data.subaccount.token,
				email: 'aaaa@bbb.ccc',
				type: 'advanced',
				balance: 10,
				createdAt: '2016-03-04T10:23:14.000Z',
			}),
		]);
		expect(simulator.balance).toBe(90);
	});

	it('makes up the e-mail of a simple one', async () => {
		const { data } = await call(simulator, ROUTE, { type: 'simple' });
		expect(data.subaccount.email).toContain('@');
		expect(simulator.subaccounts).toEqual([expect.objectContaining({ type: 'simple', balance: 0 })]);
		expect(simulator.balance).toBe(100);
	});

	const parameters = { email: 'ann@example.com', isBuyer: 0 };
	it.each([
		[3, 'no isBuyer', { parameters: { email: 'ann@example.com' } }],
		[4, 'no type', { type: '' }],
		[5, 'an unknown type', { type: 'other' }],
		[6, 'no e-mail', { parameters: { isBuyer: 1 } }],
		[6, 'no e-mail address', { parameters: { ...parameters, email: 'ann' } }],
		[7, 'an e-mail that is used', { parameters: { ...parameters, email: 'used@example.com' } }],
		[8, 'no credit to attribute', { parameters: { ...parameters, creditToAttribute: 0 } }],
		[8, 'a debt to attribute', { parameters: { ...parameters, creditToAttribute: '-1' } }],
		[11, 'more credit than there is', { parameters: { ...parameters, creditToAttribute: 101 } }],
	])('answers %i to %s', async (code, _what, fields) => {
		simulator.addSubaccount({ email: 'used@example.com' });
		const { status, data } = await call(simulator, ROUTE, { type: 'advanced', parameters, ...fields });
		expect([status, data]).toEqual([400, { success: false, code, message: expect.not.stringContaining('Erreur') }]);
		expect([simulator.subaccounts.length, simulator.balance]).toEqual([1, 100]);
	});

	it('answers 9 when there is nothing to attribute, and 2 when sub-accounts are not activated', async () => {
		simulator.setBalance(0);
		const request = { type: 'advanced', parameters: { ...parameters, creditToAttribute: 1 } };
		expect(await codeOf(simulator, ROUTE, request)).toBe(9);
		simulator.behaviour.subaccountsAllowed = false;
		expect(await codeOf(simulator, ROUTE, request)).toBe(2);
	});
});

describe('DELETE /subaccount/remove', () => {
	const ROUTE = 'DELETE /subaccount/remove';

	it('takes a sub-account away, by a body', async () => {
		const { token } = simulator.addSubaccount();
		const other = simulator.addSubaccount();
		expect((await call(simulator, ROUTE, { token })).data).toEqual(fixture('sms-subaccount-remove.success.json'));
		expect(simulator.subaccounts).toEqual([other]);
		expect(simulator.requests.at(-1)).toMatchObject({ method: 'DELETE', body: { token }, keyPlacement: 'body' });
		expect(await codeOf(simulator, ROUTE, { token })).toBe(404);
		expect(await codeOf(simulator, ROUTE)).toBe(1);
	});
});

describe('GET /subaccount/list', () => {
	it('lists like the fixture, with the keys of the sub-accounts', async () => {
		const subaccount = simulator.addSubaccount({ email: 'ann@example.com', balance: 0.8 });
		const { data } = await call(simulator, 'GET /subaccount/list');
		expect(shape(data)).toEqual(shape(fixture('sms-subaccount-list.success.json')));
		const { id, token, apiKey } = subaccount;
		expect(data.data).toEqual([
			{
				id,
				email: 'ann@example.com',
				type: 'simple',
				token,
				apiKey,
				createdAt: '2016-03-04 11:23:14',
				credits: { balance: '0.800', currency: 'EUR' },
			},
		]);
		expect(apiKey).not.toBe(simulator.apiKey);
	});

	it('has pages of 20', async () => {
		const ids = Array.from({ length: 21 }, () => simulator.addSubaccount().id);
		const page = async (query: object) => {
			const { data } = await call(simulator, 'GET /subaccount/list', query);
			expect(data).toMatchObject({ total: 21, nb_per_page: 20 });
			return [data.page, data.data.map(({ id }: { id: number }) => id)];
		};
		expect(await page({})).toEqual([1, ids.slice(0, 20)]);
		expect(await page({ page: 2 })).toEqual([2, ids.slice(20)]);
		expect(await page({ page: 3 })).toEqual([3, []]);
	});
});

describe('credit', () => {
	it('goes to a sub-account and comes back, like the fixtures', async () => {
		const { token } = simulator.addSubaccount({ balance: 1 });
		const move = async (what: string, credit: unknown) =>
			(await call(simulator, `POST /subaccount/credit/${what}`, { credit, tokenSubaccount: token })).data;
		const added = await move('add', '10.5');
		expect(shape(added)).toEqual(shape(fixture('sms-subaccount-credit-add.success.json')));
		expect(added).toMatchObject({ credit: 89.5, subaccountCredit: 11.5 });
		expect([simulator.balance, simulator.subaccounts[0]?.balance]).toEqual([89.5, 11.5]);
		const removed = await move('remove', 11);
		expect(shape(removed)).toEqual(shape(fixture('sms-subaccount-credit-remove.success.json')));
		expect(removed).toMatchObject({ credit: 100.5, subaccountCredit: 0.5 });
		expect([simulator.balance, simulator.subaccounts[0]?.balance]).toEqual([100.5, 0.5]);
	});

	describe.each(['add', 'remove'])('%s', (what) => {
		const ROUTE = `POST /subaccount/credit/${what}`;

		it.each([
			[2, 'no credit', { credit: '' }],
			[3, 'no token', { tokenSubaccount: undefined }],
			[5, 'zero', { credit: 0 }],
			[5, 'a debt', { credit: -1 }],
			[5, 'no amount', { credit: 'ten' }],
			[7, 'an unknown sub-account', { tokenSubaccount: 'x' }],
			[8, 'more than there is', { credit: 101 }],
		])('answers %i to %s', async (code, _what, fields) => {
			const { token } = simulator.addSubaccount({ balance: 100 });
			const { data } = await call(simulator, ROUTE, { credit: 1, tokenSubaccount: token, ...fields });
			expect(data).toEqual({ success: false, code, message: expect.not.stringContaining('Erreur') });
			expect([simulator.balance, simulator.subaccounts[0]?.balance]).toEqual([100, 100]);
		});

		it('answers 6 when there is nothing to move, and 4 when sub-accounts are not activated', async () => {
			simulator.setBalance(what === 'add' ? 0 : 100);
			const { token } = simulator.addSubaccount({ balance: what === 'add' ? 100 : 0 });
			const request = { credit: 1, tokenSubaccount: token };
			expect(await codeOf(simulator, ROUTE, request)).toBe(6);
			simulator.behaviour.subaccountsAllowed = false;
			expect(await codeOf(simulator, ROUTE, request)).toBe(4);
		});
	});
});
