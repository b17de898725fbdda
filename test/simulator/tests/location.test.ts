import { call, codeOf, expectKeysRefused, fixture, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
const OPTIN = 'POST /location/optin';
const parameters = { sexe: 'f', minAge: '31', maxAge: 49, zipcode: '60200', interest: 12, category: 103 };

beforeAll(async () => {
	simulator = await startSimulator({ balance: 100 });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

async function rent(): Promise<string> {
	const { data } = await call(simulator, OPTIN, { op: 'rent', parameters, volumes: { 60200: 10 } });
	return data.token;
}

it.each([
	[OPTIN, 'sms-location-optin.error-10.json'],
	['GET /location/status', 'sms-location-status.error-10.json'],
	['GET /location/file/download', 'sms-location-status.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, documented) => {
	await expectKeysRefused(simulator, route, 1, documented);
});

describe(OPTIN, () => {
	it('counts, by the documented request', async () => {
		const request = { ...(fixture('sms-location-optin.request.json') as object), apiKey: simulator.apiKey };
		const { data } = await call(simulator, OPTIN, request);
		expect(data).toEqual({
			success: true,
			op: 'calcul',
			datas: [
				{ Type: 'CP', Localite: '60200', Volume: 266 },
				{ Type: 'total', Localite: 'total', Volume: 266 },
			],
			cost: { quantity: 266, total: 23.94, cost_unity: 0.09 },
		});
		expect([simulator.rentals, simulator.balance]).toEqual([[], 100]);
	});

	it('prices like the fixture', async () => {
		const request = { op: 'price', parameters: { ...parameters, zipcode: '06200' }, volumes: { '06200': 20 } };
		const { data } = await call(simulator, OPTIN, request);
		const documented = fixture('sms-location-optin.success.json') as { cost: object };
		expect(data).toEqual({ ...documented, cost: { ...documented.cost, total: 1.8 } });
		expect([simulator.rentals, simulator.balance]).toEqual([[], 100]);
	});

	it('rents and is paid', async () => {
		const volumes = [
			{ Type: 'CP', Localite: '60200', Volume: 10 },
			{ Type: 'DEP', Localite: '75', Volume: '5' },
		];
		const targeted = { ...parameters, department: '75' };
		const { data } = await call(simulator, OPTIN, { op: 'Rent', parameters: targeted, volumes });
		expect(data).toEqual({
			success: true,
			op: 'rent',
			datas: [
				{ Type: 'CP', Localite: '60200', Volume: 10 },
				{ Type: 'DEP', Localite: '75', Volume: 5 },
				{ Type: 'total', Localite: 'total', Volume: 15 },
			],
			cost: { quantity: 15, total: 1.35, cost_unity: 0.09 },
			token: expect.any(String),
		});
		expect(simulator.rentals).toEqual([expect.objectContaining({ token: data.token, state: 'ready', cost: 1.35 })]);
		expect(new Set(simulator.rentals[0]?.phoneNumbers).size).toBe(15);
		expect(simulator.balance).toBe(98.65);
	});

	it('looks at the whole country without a place', async () => {
		const { data } = await call(simulator, OPTIN, { op: 'calcul', parameters: { ...parameters, zipcode: '' } });
		expect(data.datas).toEqual([{ Type: 'total', Localite: 'total', Volume: 25_000 }]);
	});

	it.each([
		[3, 'no parameters', { parameters: undefined }],
		[4, 'no operation', { op: '' }],
		[5, 'a bad URL', { urlNotification: 'example.com' }],
		[6, 'an unknown operation', { op: 'buy' }],
		[11, 'more than the credit', { volumes: { 60200: 2000 } }],
		[24, 'a row without type', { volumes: [{ Localite: '60200', Volume: 1 }] }],
		[25, 'a row without place', { volumes: [{ Type: 'CP', Volume: 1 }] }],
		[26, 'a row without volume', { volumes: [{ Type: 'CP', Localite: '60200' }] }],
		[26, 'a volume of nothing', { volumes: { 60200: 0 } }],
		[26, 'no volumes', { volumes: 20 }],
		[26, 'volumes of no place', { volumes: {} }],
		[27, 'more than live there', { parameters: { ...parameters, zipcode: '60200,60201' }, volumes: { 60201: 267 } }],
		[27, 'a place that is not targeted', { volumes: { 60201: 1 } }],
		[28, 'more than there are', { volumes: { 60200: 1, 60201: 2000 } }],
		[61, 'a place without anybody', { parameters: { ...parameters, zipcode: '99999' } }],
	])('answers %i to %s', async (code, _what, fields) => {
		simulator.setRentalVolume('60200', 2000);
		simulator.setRentalVolume('99999', 0);
		const { status, data } = await call(simulator, OPTIN, { op: 'rent', parameters, ...fields });
		expect([status, data]).toEqual([400, { success: false, code, message: expect.not.stringContaining('Erreur') }]);
		expect([simulator.rentals, simulator.balance]).toEqual([[], 100]);
	});

	it.each([
		[7, { sexe: undefined }],
		[8, { sexe: 'x' }],
		[9, { minAge: '' }],
		[12, { minAge: 17 }],
		[13, { maxAge: undefined }],
		[14, { maxAge: 99 }],
		[15, { interest: 0 }],
		[15, { interest: 'sport' }],
		[16, { interest: '' }],
		[17, { subInterest: '' }],
		[18, { subInterest: -1 }],
		[19, { interest: undefined }],
		[22, { category: '' }],
		[23, { category: 0 }],
	])('answers %i to %j', async (code, fields) => {
		const request = { op: 'calcul', parameters: { ...parameters, ...fields } };
		const { data } = await call(simulator, OPTIN, request);
		expect(data).toEqual({ success: false, code, message: expect.not.stringContaining('Erreur') });
	});

	it('takes a sub-category without its category', async () => {
		const request = { op: 'calcul', parameters: { ...parameters, interest: undefined, subInterest: 35 } };
		expect((await call(simulator, OPTIN, request)).data.success).toBe(true);
	});
});

describe('GET /location/status', () => {
	it('answers exactly like the fixture', async () => {
		const token = await rent();
		simulator.setRentalState(token, 'downloaded');
		const { data } = await call(simulator, 'GET /location/status', { token });
		expect(data).toEqual({ ...(fixture('sms-location-status.success.json') as object), token });
	});

	it.each(['requested', 'building', 'failed'] as const)('has no numbers when %s', async (state) => {
		const token = await rent();
		simulator.setRentalState(token, state);
		const { data } = await call(simulator, 'GET /location/status', { token });
		expect(shape(data)).toEqual(shape(fixture('sms-location-status.success.json')));
		expect(data.file).toEqual({ phoneNumbers: '0' });
	});
});

describe('GET /location/file/download', () => {
	const DOWNLOAD = 'GET /location/file/download';

	it('gives the numbers once, as a file', async () => {
		const token = await rent();
		const { status, headers, data } = await call(simulator, DOWNLOAD, { token });
		expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
		expect(data.trim().split('\n')).toEqual(simulator.rentals[0]?.phoneNumbers);
		expect(simulator.rentals).toEqual([expect.objectContaining({ state: 'downloaded' })]);
		expect(await codeOf(simulator, DOWNLOAD, { token })).toBe(34);
	});

	it('or as JSON', async () => {
		simulator.behaviour.rentalFile = 'json';
		const { data } = await call(simulator, DOWNLOAD, { token: await rent() });
		expect(data).toEqual({ success: true, phoneNumbers: simulator.rentals[0]?.phoneNumbers });
		expect(data.phoneNumbers).toHaveLength(10);
	});

	it.each([
		[33, 'lost'],
		[34, 'downloaded'],
		[35, 'requested'],
		[35, 'building'],
		[36, 'failed'],
	] as const)('answers %i when the rental is %s', async (code, state) => {
		const token = await rent();
		simulator.setRentalState(token, state);
		const { data } = await call(simulator, DOWNLOAD, { token });
		expect(data).toEqual({ success: false, code, message: expect.not.stringContaining('Erreur') });
		expect(simulator.rentals).toEqual([expect.objectContaining({ state })]);
	});
});

it.each(['GET /location/status', 'GET /location/file/download'])('%s answers 31 and 32 to a wrong token', async (route) => {
	expect(await codeOf(simulator, route)).toBe(31);
	expect(await codeOf(simulator, route, { token: 'x' })).toBe(32);
	expect(() => simulator.setRentalState('x', 'ready')).toThrow('no rental x');
});
