import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn } from './support/parameters';
import { expectSchema } from './support/schema';

describe('contactRental', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown, contentType = 'application/json') => simulator.faults.add({ kind: 'body', status: 200, body, contentType, accept: false });

	async function answered(body: unknown, parameters: INodeParameters, contentType?: string): Promise<IDataObject[]> {
		answer(body, contentType);
		const { items, error } = await run(simulator, parameters);
		expect(error).toBeUndefined();
		return items.map(({ json }) => json);
	}

	const targeting: INodeParameters = {
		resource: 'contactRental',
		gender: 'everyone',
		minAge: 25,
		maxAge: 35,
		interest: '14',
		areas: { area: [{ area: '60200', volume: 20 }] },
		options: { subInterest: '35' },
	};
	const targetingRefusals = { 1: /did not reach the platform/, 12: /18 or more/, 14: /98 or less/, 19: /Interest ID/, 25: /ZIP code or a department/, 27: /More contacts are wanted/, 61: /Nobody matches/, 96: /IP address/ };
	const targetingRequired = { minAge: /"Minimum Age"/, maxAge: /"Maximum Age"/, interest: /"Interest ID"/ };
	const { op: _op, apiKey: _key, ...documented } = fixture('sms-location-optin.request');

	describe.each(['csv', 'json'] as const)('on a platform that gives files as %s', (rentalFile) => {
		it('estimates, rents, follows and downloads once what was rented', async () => {
			simulator.behaviour.rentalFile = rentalFile;
			simulator.setRentalVolume('60', 30);
			const areas = { area: [{ area: '60200', volume: 2 }, { area: '60', volume: 1 }] };
			const seen = async (parameters: INodeParameters) => (await run(simulator, { ...targeting, areas, ...parameters }, [{}], goOn)).items.map(({ json }) => json);

			const all = await seen({ operation: 'estimate', areas: { area: [{ area: '60200', volume: 0 }, { area: '60', volume: 0 }] } });
			expect(all).toEqual([expect.objectContaining({ contacts: 296, areas: [expect.objectContaining({ type: 'zipCode', volume: 266 }), expect.objectContaining({ type: 'department', volume: 30 })] })]);
			const estimate = await seen({ operation: 'estimate' });
			expect(estimate).toEqual([expect.objectContaining({ contacts: 3, quantity: 3, cost: 0.27 })]);
			expect(simulator.rentals).toHaveLength(0);

			const before = simulator.balance;
			const [rental] = await seen({ operation: 'rent' });
			const rentalId = String(rental?.rentalId);
			expect(simulator.rentals.map(({ token }) => token)).toEqual([rentalId]);
			expect(rental?.cost).toBeCloseTo(before - simulator.balance);

			const states = await seen({ operation: 'get', rentalId });
			expect(states).toEqual([expect.objectContaining({ status: 'ready', phoneNumberCount: 3, cost: 0.27 })]);
			const file = await seen({ operation: 'download', rentalId });
			expect(file).toEqual((simulator.rentals[0]?.phoneNumbers ?? []).map((phoneNumber) => ({ rentalId, phoneNumber })));
			expect(await seen({ operation: 'download', rentalId })).toEqual([expect.objectContaining({ code: '34', description: expect.stringContaining('once') })]);
			expect(await seen({ operation: 'get', rentalId })).toEqual([expect.objectContaining({ status: 'downloaded' })]);

			for (const [operation, items] of Object.entries({ estimate, rent: [rental ?? {}], get: states, download: file })) expectSchema('contactRental', operation, items);
		});
	});

	it.each([
		['requested', 'requested', '35'],
		['building', 'preparing', '35'],
		['failed', 'failed', '36'],
		['lost', 'ready', '33'],
	] as const)('follows a rental that is %s', async (state, status, code) => {
		await run(simulator, { ...targeting, operation: 'rent' });
		const rentalId = simulator.rentals[0]?.token ?? '';
		simulator.setRentalState(rentalId, state);
		const of = async (operation: string) => (await run(simulator, { resource: 'contactRental', operation, rentalId }, [{}], goOn)).items[0]?.json;
		expect(await of('get')).toMatchObject({ status });
		expect(await of('download')).toMatchObject({ code });
	});

	it('rents nothing without the credit for it, and nothing that is not there', async () => {
		simulator.setBalance(1);
		const rented = async (volume: number) => (await run(simulator, { ...targeting, operation: 'rent', areas: { area: [{ area: '60200', volume }] } }, [{}], goOn)).items[0]?.json;
		expect(await rented(20)).toMatchObject({ code: '11', description: expect.stringContaining('not enough credit') });
		expect(await rented(2000)).toMatchObject({ description: expect.stringContaining('More contacts are wanted') });
		expect(simulator.rentals).toHaveLength(0);
	});

	describe('estimate', () => {
		const parameters: INodeParameters = { ...targeting, operation: 'estimate', simplify: true };
		const success = fixture('sms-location-optin.success');

		it('prices wanted volumes, and answers as documented', async () => {
			expect(await answered(success, parameters)).toEqual([
				{ contacts: 20, quantity: 20, cost: 2.52, unitCost: 0.09, currency: 'EUR', areas: [{ type: 'zipCode', area: '06200', volume: 20 }] },
			]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/location/optin', body: { op: 'price', ...documented } })]);
		});

		it('counts and prices what there is when no volume is wanted', async () => {
			await answered(success, { ...parameters, areas: { area: [{ area: '60200', volume: 0 }] } });
			expect(simulator.requests[0]?.body).toEqual({ op: 'calcul', parameters: documented.parameters });
		});

		it('adds the platform record under raw when not simplified', async () => {
			expect(await answered(success, { ...parameters, simplify: false })).toEqual([expect.objectContaining({ raw: success })]);
		});

		itFailsWell(() => simulator, { parameters, effect: 'read', success, wrongKey: 'sms-location-optin.error-10', required: targetingRequired, refusals: targetingRefusals });
	});

	describe('rent', () => {
		const parameters: INodeParameters = { ...targeting, operation: 'rent' };
		const success = { ...fixture('sms-location-optin.success'), op: 'rent', token: 'rental1' };

		it('rents what the sample estimates', async () => {
			expect(await answered(success, parameters)).toEqual([
				{ rentalId: 'rental1', quantity: 20, cost: 2.52, unitCost: 0.09, currency: 'EUR', areas: [{ type: 'zipCode', area: '06200', volume: 20 }] },
			]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/location/optin', body: { op: 'rent', ...documented } })]);
		});

		it.each([
			[{ success: true, location: { token: 'rental2' } }, 'rental2'],
			[{ token: 42 }, '42'],
		])('finds the identifier in %j', async (body, rentalId) => {
			const [seen] = await answered(body, parameters);
			expect(seen).toMatchObject({ rentalId });
			expect(seen).not.toHaveProperty('raw');
		});

		it('shows the whole answer when no identifier can be found in it', async () => {
			expect(await answered({ success: true, id: 'r3' }, parameters)).toEqual([expect.objectContaining({ rentalId: null, raw: { success: true, id: 'r3' } })]);
		});

		it.each([
			[{ areas: {} }, /"Areas" is empty/],
			[{ areas: { area: [{ area: '60200', volume: 20 }, { area: '75', volume: 0 }] } }, /volume of the area 75 is missing/],
		])('rents nothing for %j', async (changes, said) => {
			expect((await run(simulator, { ...parameters, ...changes })).error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		it('rents once for each item, also with Retry On Fail', async () => {
			answer({ success: false, code: 61, message: 'Aucun résultat' });
			for (let times = 0; times < 9; times++) answer(success);
			const { items } = await run(simulator, parameters, [{}, {}], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
			expect(items).toHaveLength(2);
			expect(simulator.requests).toHaveLength(3);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success,
			wrongKey: 'sms-location-optin.error-10',
			required: targetingRequired,
			refusals: { ...targetingRefusals, 11: /not enough credit/ },
		});
	});

	describe('get', () => {
		const parameters: INodeParameters = { resource: 'contactRental', operation: 'get', rentalId: 'rental1', simplify: true };
		const success = fixture('sms-location-status.success');

		it('answers as documented', async () => {
			expect(await answered(success, parameters)).toEqual([
				{
					rentalId: 'rental1',
					status: 'downloaded',
					statusText: 'File downloaded by user from api',
					phoneNumberCount: 10,
					quantity: 10,
					cost: 0.9,
					unitCost: 0.09,
					currency: 'EUR',
					targeting: { gender: 'women', minAge: 31, maxAge: 49, zipCodes: '60200', departments: null, interest: '12', subInterest: null, socialCategory: '103' },
					areas: [{ type: 'zipCode', area: '60200', volume: 266, volumeWanted: 10 }],
				},
			]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/location/status', query: { token: 'rental1' } })]);
		});

		it.each([
			[{ status: 2 }, 'ready'],
			[{ state: '1' }, 'preparing'],
			[{ code: 200 }, 'unknown'],
		])('reads the state in %j', async (body, status) => {
			expect(await answered({ success: true, ...body }, parameters)).toEqual([expect.objectContaining({ status, phoneNumberCount: null, cost: null, areas: [] })]);
		});

		it('adds the platform record under raw when not simplified', async () => {
			expect(await answered(success, { ...parameters, simplify: false })).toEqual([expect.objectContaining({ raw: success })]);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'read',
			success,
			wrongKey: 'sms-location-status.error-10',
			required: { rentalId: /Rental ID is empty/ },
			refusals: { 31: /rental is missing/, 32: /does not know this rental/ },
		});
	});

	describe('download', () => {
		const parameters: INodeParameters = { resource: 'contactRental', operation: 'download', rentalId: 'rental1', simplify: true };

		it.each([
			['lines', '0612345678\n0698765432\n', 'text/plain'],
			['a table', 'phone;zip\n0612345678;60200\n0698765432;60200', 'text/csv'],
			['a file without a type', '0612345678\n0698765432\n', 'application/octet-stream'],
			['a JSON list', ['0612345678', '0698765432'], undefined],
			['a JSON answer', { success: true, file: { phoneNumbers: ['0612345678', '0698765432'] } }, undefined],
		])('gives one item for each number of %s', async (_what, body, contentType) => {
			answer(body, contentType);
			const { items } = await run(simulator, parameters);
			expect(items).toEqual(['+33612345678', '+33698765432'].map((phoneNumber) => ({ json: { rentalId: 'rental1', phoneNumber }, pairedItem: { item: 0 } })));
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/location/file/download', query: { token: 'rental1' } })]);
		});

		it('adds the line of the file under raw when not simplified', async () => {
			expect(await answered('0612345678;60200', { ...parameters, simplify: false }, 'text/csv')).toEqual([{ rentalId: 'rental1', phoneNumber: '+33612345678', raw: { line: '0612345678;60200' } }]);
		});

		it.each([
			['Voir https://my.smspartner.fr', 'text/plain', { content: 'Voir https://my.smspartner.fr' }],
			[{ success: true, url: 'https://my.smspartner.fr/f' }, undefined, { success: true, url: 'https://my.smspartner.fr/f' }],
		])('gives %j as it is, since no number can be recognised', async (body, contentType, raw) => {
			expect(await answered(body, parameters, contentType)).toEqual([{ rentalId: 'rental1', phoneNumber: null, raw }]);
		});

		it.each(['{"success":true,"phoneNumbers":["0612345678","06987', '["0612345678","06987'])('does not take %j for the whole file, and keeps what came of it', async (body) => {
			expect(await answered(body, parameters)).toEqual([{ rentalId: 'rental1', phoneNumber: null, raw: { content: body, cutOff: true } }]);
		});

		it.each(['', '{"success":false,"code":35,"mess', '{"code":35,"success": "0","mess'])('does not take %j for a file', async (body) => {
			answer(body);
			const { items } = await run(simulator, parameters, [{}], goOn);
			expect(items[0]?.json.error).toMatch(/^Outcome unknown/);
		});

		it.each([
			['with a SIRET', '{"success":true,"datas":[{"siret":73282932000074123,"phone":"0612345678"},{"siret":73282932000074123,"phone":"0698765432"}]}'],
			['of numbers beyond 2^53 alone', '[73282932000074123, "0612345678", "73282932000074123", 698765432]'],
			['that is nested deeply', `{"success":true,"datas":[{"phone":"0612345678"},${'['.repeat(30_000)}"0698765432"${']'.repeat(30_000)}]}`],
			['that is nested deeply in one place', `{"success":true,"phones":["0612345678","0698765432"],"more":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
			['that is nested deeply, without a success', `${'['.repeat(30_000)}"0612345678","0698765432"${']'.repeat(30_000)}`],
		])('gives the numbers of a file %s, which can be had only once', async (_what, body) => {
			for (const simplify of [true, false]) {
				const items = await answered(body, { ...parameters, simplify });
				expect(items.map(({ phoneNumber }) => phoneNumber)).toEqual(['+33612345678', '+33698765432']);
				expect(JSON.stringify(items)).not.toContain(simulator.apiKey);
			}
		});

		it('gives a file of nothing but large integers as it is', async () => {
			expect(await answered('73282932000074123', parameters, 'text/plain')).toEqual([{ rentalId: 'rental1', phoneNumber: null, raw: { content: '73282932000074123' } }]);
		});

		it('keeps the numbers of a file that can be had only once when n8n tries again', async () => {
			answer('0612345678', 'text/plain');
			answer({ success: false, code: 35, message: 'En cours' });
			answer('0698765432', 'text/plain');
			const rentals = { ...parameters, rentalId: '={{ $json.id }}' };
			const { items } = await run(simulator, rentals, [{ id: 'a' }, { id: 'b' }], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
			expect(items.map(({ json }) => json.phoneNumber).sort()).toEqual(['+33612345678', '+33698765432']);
			expect(simulator.requests).toHaveLength(3);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success: { success: true, phoneNumbers: '0612345678' },
			required: { rentalId: /Rental ID is empty/ },
			refusals: { 10: /API key is not accepted/, 32: /does not know this rental/, 33: /does not exist yet/, 34: /already used/, 35: /being downloaded/, 36: /failed on the platform/ },
		});
	});
});
