import { CALLER, call, expectKeysRefused, fixture, scheduleFields } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
const ROUTE = 'GET /statistics/cost-resume';
let now: Date;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => now });
});
beforeEach(() => {
	now = new Date('2021-12-15T10:00:00Z');
	simulator.reset();
	simulator.setStatistics('2021-10', { cost: 49.174, sent: 1210 });
	simulator.setStatistics('2021-11', { cost: 67.674, sent: 1409 });
});
afterAll(async () => await simulator.stop());

const { datas: documented } = fixture('sms-statistics-cost-resume.success.json') as { datas: object[] };

it('refuses a missing and a wrong key', async () => {
	await expectKeysRefused(simulator, ROUTE, 1, 'sms-statistics-cost-resume.error-10.json');
});

it('gives the months of an interval, exactly like the fixture', async () => {
	const { data } = await call(simulator, ROUTE, { interval: 'custom', from: '15-10-2021', to: '02-11-2021' });
	expect(data).toEqual(fixture('sms-statistics-cost-resume.success.json'));
});

it('gives the month before, or twelve with this one', async () => {
	expect((await call(simulator, ROUTE, { interval: 'last_month' })).data.datas).toEqual(documented.slice(1));
	const { data } = await call(simulator, ROUTE, { interval: 'last_twelve_months' });
	expect(data.datas).toHaveLength(12);
	expect(data.datas[0]).toMatchObject({ month: 'january', year: '2021', m: '01', cost: '0.000', nb_send: '0' });
	expect(data.datas.slice(9)).toEqual([...documented, expect.objectContaining({ month: 'december' })]);
});

it('counts what was billed and has left', async () => {
	now = new Date('2021-11-30T22:59:00Z');
	const sms = { phoneNumbers: CALLER, message: 'a'.repeat(200) };
	await call(simulator, 'POST /send', sms);
	await call(simulator, 'POST /send', { ...sms, sandbox: 1 });
	await call(simulator, 'POST /send', { ...sms, ...scheduleFields('01/01/2022', 9, 0) });
	const november = async () => (await call(simulator, ROUTE, { interval: 'last_month' })).data.datas;
	now = new Date('2021-12-01T10:00:00Z');
	expect(await november()).toMatchObject([{ m: '11', cost: '67.764', nb_send: '1411' }]);
});

it.each([
	['no interval', {}, 'interval'],
	['an unknown interval', { interval: 'last_year' }, 'interval'],
	['no first day', { interval: 'custom', to: '02-11-2021' }, 'from'],
	['days of sending', { interval: 'custom', from: '01/10/2021', to: '02-11-2021' }, 'from'],
	['no last day', { interval: 'custom', from: '01-10-2021' }, 'to'],
	['an end before the start', { interval: 'custom', from: '01-10-2021', to: '30-09-2021' }, 'to'],
])('refuses %s', async (_what, query, field) => {
	const { data } = await call(simulator, ROUTE, query);
	const error = [{ elementId: `children[${field}].data`, message: expect.any(String) }];
	expect(data).toEqual({ success: false, code: 9, error });
});

it('takes 5 requests a minute when that is asked, wrong ones included', async () => {
	simulator.behaviour.rateLimits = true;
	const ask = async () => await call(simulator, ROUTE, { interval: 'last_month' });
	for (let request = 1; request <= 4; request++) expect((await ask()).status).toBe(200);
	expect((await call(simulator, ROUTE)).status).toBe(400);
	const { status, data } = await ask();
	expect([status, data]).toEqual([429, { success: false, code: 429, message: expect.any(String) }]);
	now = new Date(now.getTime() + 60_000);
	expect((await ask()).status).toBe(200);
	simulator.reset();
	for (let request = 1; request <= 6; request++) expect((await ask()).status).toBe(200);
});
