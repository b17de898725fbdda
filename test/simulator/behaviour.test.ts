import { call, codeOf } from './helpers';
import { startSimulator, type Simulator } from './index';
import { RateLimits } from './rateLimits';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ behaviour: { unknownRoutes: ['GET /me'] } });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it('can lack a route, until told otherwise', async () => {
	const { status, headers } = await call(simulator, 'GET /me');
	expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('text/html')]);
	expect(simulator.requests).toEqual([expect.objectContaining({ path: '/me', status: 404, keyPlacement: 'query' })]);
	simulator.behaviour.unknownRoutes = ['GET /stop-sms/list'];
	expect(await codeOf(simulator, 'GET /me')).toBe(200);
	expect((await call(simulator, 'GET /stop-sms/list')).status).toBe(404);
	simulator.reset();
	expect((await call(simulator, 'GET /me')).status).toBe(404);
});

describe('rate limits', () => {
	const at = (seconds: number) => new Date(seconds * 1000);

	it('count over the time just gone by, each endpoint apart', () => {
		const limits = new RateLimits();
		const two = { requests: 2, seconds: 60 };
		expect(limits.take('a', two, at(0))).toEqual({ allowed: true, remaining: 1, resetsAt: 60 });
		expect(limits.take('a', two, at(30))).toEqual({ allowed: true, remaining: 0, resetsAt: 60 });
		expect(limits.take('a', two, at(59))).toMatchObject({ allowed: false, remaining: 0 });
		expect(limits.take('b', two, at(59)).allowed).toBe(true);
		expect(limits.take('a', two, at(60))).toEqual({ allowed: true, remaining: 0, resetsAt: 90 });
		expect(limits.take('a', two, at(61)).allowed).toBe(false);
		limits.clear();
		expect(limits.take('a', two, at(61)).remaining).toBe(1);
	});
});
