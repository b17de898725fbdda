import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import type { Answer, Failure } from '../../nodes/SmsPartner/api/failure';
import { byRoutes } from '../../nodes/SmsPartner/api/routes';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';

const endpoint: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/first',
	effect: 'write',
	codes: {},
	otherRoutes: [
		{ method: 'DELETE', path: '/first' },
		{ method: 'POST', path: '/second' },
	],
};

const done: Answer<UnknownRecord> = { ok: true, body: {} };
const failed = (facts: Partial<Failure>): Answer<UnknownRecord> => ({ ok: false, failure: { kind: 'refused', message: 'no', description: '', ...facts } });
const unknownRoute = (message: string) => failed({ message, unknownRoute: true });

/** Answers one route after the other. */
async function ask(...answers: Array<Answer<UnknownRecord>>) {
	const asked: string[] = [];
	const answer = await byRoutes(endpoint, async ({ method, path, effect }) => {
		asked.push(`${method} ${path} ${effect}`);
		return answers[asked.length - 1] ?? done;
	});
	return { asked: asked.length, last: asked.at(-1), answer };
}

describe('byRoutes', () => {
	it('asks the first route alone when it is there', async () => {
		expect(await ask(done)).toEqual({ asked: 1, last: 'POST /first write', answer: done });
	});

	it('goes on to the next while the platform knows no such route', async () => {
		expect(await ask(unknownRoute('1'), unknownRoute('2'), done)).toEqual({ asked: 3, last: 'POST /second write', answer: done });
	});

	it.each<[string, Partial<Failure>]>([
		['refused', { httpStatus: 404, code: '404' }],
		['may have had an effect', { kind: 'unknown' }],
		['did not arrive', { kind: 'unreachable' }],
		['came too often', { kind: 'rateLimited' }],
	])('stops at a request that %s', async (_what, facts) => {
		expect(await ask(failed(facts))).toEqual({ asked: 1, last: 'POST /first write', answer: failed(facts) });
		expect(await ask(unknownRoute('1'), failed(facts))).toMatchObject({ asked: 2, answer: failed(facts) });
	});

	it('says of a platform that knows none of them what its first answer said', async () => {
		expect(await ask(unknownRoute('1'), unknownRoute('2'), unknownRoute('3'))).toMatchObject({ asked: 3, answer: unknownRoute('1') });
	});
});
