import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { campaignParameters, goOn, people } from './support/parameters';
import { expectSchema } from './support/schema';

describe('sms.getStatistics', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const parameters: INodeParameters = { resource: 'sms', operation: 'getStatistics', interval: 'lastTwelveMonths', simplify: true, options: {} };
	const success = fixture('sms-statistics-cost-resume.success');
	const answer = (body: object, times = 1) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, { times });

	it('counts what was sent, month by month', async () => {
		await run(simulator, campaignParameters, people(4));
		const { items } = await run(simulator, parameters);
		expect(items).toHaveLength(12);
		const month = DateTime.now().setZone('Europe/Paris').startOf('month');
		expect(items.at(-1)?.json).toEqual({
			startsAt: month.toISO({ suppressMilliseconds: true }),
			type: 'month',
			year: month.year,
			month: month.month,
			smsSent: 4,
			cost: 0.18,
			currency: 'EUR',
		});
		expectSchema('sms', 'getStatistics', items.map(({ json }) => json));
	});

	it.each<[INodeParameters, IDataObject]>([
		[{ interval: 'lastMonth' }, { interval: 'last_month' }],
		[{ interval: 'lastTwelveMonths' }, { interval: 'last_twelve_months' }],
		[{ interval: 'custom', from: '2026-01-31T00:00:00', to: '2026-03-01' }, { interval: 'custom', from: '31-01-2026', to: '01-03-2026' }],
		[{ interval: 'custom', from: '={{ DateTime.fromISO("2026-01-31") }}', to: '={{ DateTime.fromISO("2026-01-31") }}' }, { interval: 'custom', from: '31-01-2026', to: '31-01-2026' }],
	])('asks for %j', async (interval, query) => {
		await run(simulator, { ...parameters, ...interval });
		expect(simulator.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/statistics/cost-resume', query, status: 200 })]);
	});

	it('reads sms-statistics-cost-resume.success, and adds its rows under raw when not simplified', async () => {
		answer(success);
		const { items } = await run(simulator, { ...parameters, simplify: false });
		expect(items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ startsAt: '2021-10-01T00:00:00+02:00', year: 2021, month: 10, smsSent: 1210, cost: 49.174, raw: expect.objectContaining({ month: 'october' }) }),
			expect.objectContaining({ startsAt: '2021-11-01T00:00:00+01:00', year: 2021, month: 11, smsSent: 1409, cost: 67.674 }),
		]);
	});

	it('shows rows of another type as far as they are understood', async () => {
		answer({ success: true, datas: [{ type: 'day', date: 1633039200, cost: '1.5' }] });
		expect((await run(simulator, parameters)).items[0]?.json).toEqual({ startsAt: '2021-10-01T00:00:00+02:00', type: 'day', year: null, month: null, smsSent: null, cost: 1.5, currency: 'EUR' });
	});

	it('asks once for items that want the same', async () => {
		const { items } = await run(simulator, { ...parameters, interval: 'lastMonth' }, [{}, {}, {}]);
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('names the limit of 5 a minute when it is not to wait', async () => {
		simulator.behaviour.rateLimits = true;
		const custom = { ...parameters, interval: 'custom', from: '={{ $json.from }}', to: '2026-03-01', options: { waitOnRateLimit: 0 } };
		const { items } = await run(simulator, custom, Array.from({ length: 6 }, (_, index) => ({ from: `2026-02-0${index + 1}` })), goOn);
		expect(items.filter(({ json }) => json.error !== undefined)).toEqual([{ json: expect.objectContaining({ code: '429' }), pairedItem: expect.anything() }]);
	});

	it('waits until it may ask again', async () => {
		simulator.faults.add({ kind: 'status', status: 429 });
		answer(success);
		const { items } = await run(simulator, { ...parameters, options: { waitOnRateLimit: 1 } });
		expect(items).toHaveLength(2);
	});

	it.each([
		[{ interval: 'custom', from: '2026-03-02', to: '2026-03-01' }, /"From" is after "To"/],
		[{ interval: 'custom', from: 'soon', to: '2026-03-01' }, /"From" is not a date/],
		[{ interval: 'lastCentury' }, /Interval is none of the known ones/],
	])('refuses %j before anything is asked', async (interval, said) => {
		expect((await run(simulator, { ...parameters, ...interval })).error?.message).toMatch(said);
		expect(simulator.requests).toHaveLength(0);
	});

	itFailsWell(() => simulator, {
		parameters: { ...parameters, interval: 'custom', from: '2026-01-01', to: '2026-03-01' },
		effect: 'read',
		success,
		wrongKey: 'sms-statistics-cost-resume.error-10',
		required: { from: /"From" is not a date/, to: /"To" is not a date/ },
		refusals: { 1: /Select the credential/, 9: /Check Interval/, 10: /API key is not accepted/ },
	});
});
