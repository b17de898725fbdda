import fc from 'fast-check';
import { sleep, type ICredentialTestFunctions, type IExecuteFunctions } from 'n8n-workflow';

import { SmsPartnerApi } from '../../credentials/SmsPartnerApi.credentials';
import { credentialTest } from '../../nodes/SmsPartner/api/credentialTest';
import { callApi } from '../../nodes/SmsPartner/api/request';
import { inTime, pause } from '../../nodes/SmsPartner/api/time';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn(async () => undefined) }));

const slept = () => jest.mocked(sleep).mock.calls.map(([ms]) => ms);

/** A timer of more fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

beforeEach(() => {
	jest.mocked(sleep).mockReset().mockResolvedValue(undefined);
});

describe('pause', () => {
	it('waits as long as it is told, by timers that are never too long', async () => {
		await fc.assert(
			fc.asyncProperty(fc.double({ min: -10, max: 5_000_000, noNaN: true }), async (ms) => {
				jest.mocked(sleep).mockClear();
				await pause(ms);
				expect(slept().reduce((sum, each) => sum + each, 0)).toBeCloseTo(Math.max(0, ms), 3);
				expect(slept().every((each) => each > 0 && each <= LONGEST_TIMER_MS)).toBe(true);
			}),
			{ numRuns: 20 },
		);
	});

	it.each([
		['newer', new Error('aborted')],
		['older', undefined],
	])('ends with its signal, in %s versions of n8n', async (_which, rejection) => {
		const end = new AbortController();
		jest.mocked(sleep).mockImplementation(async () => {
			if (jest.mocked(sleep).mock.calls.length < 3) return;
			end.abort();
			if (rejection) throw rejection;
		});
		await pause(Infinity, end.signal);
		expect(slept()).toHaveLength(3);
	});
});

describe('inTime', () => {
	it('gives what comes in time, an error too', async () => {
		jest.mocked(sleep).mockImplementation(async () => await new Promise(() => undefined));
		expect(await inTime(1_000, async () => 'answer')).toBe('answer');
		await expect(inTime(1_000, async () => await Promise.reject(new Error('reset')))).rejects.toThrow('reset');
	});

	it('gives up work that takes no notice of the time', async () => {
		expect(await inTime(1_000, async () => await new Promise(() => undefined))).toBeUndefined();
	});

	it('gives nothing for work that ends because the time is up', async () => {
		const work = async (late: AbortSignal) => await new Promise<never>((_resolve, reject) => late.addEventListener('abort', () => reject(new Error('cancelled'))));
		expect(await inTime(1_000, work)).toBeUndefined();
	});

	it('stops its clock with the work', async () => {
		let signal: AbortSignal | undefined;
		jest.mocked(sleep).mockImplementation(async (_ms, given) => {
			signal = given;
			return await new Promise(() => undefined);
		});
		await inTime(1_000, async () => 'answer');
		expect(signal?.aborted).toBe(true);
	});
});

it('a credential test of a platform that never comes to an end does end', async () => {
	const context = { helpers: { request: async () => await new Promise(() => undefined) } } as unknown as ICredentialTestFunctions;
	const credential = { id: '1', name: 'Key', type: 'smsPartnerApi', data: { apiKey: 'key-1234', baseUrl: 'https://api.example.com/v1' } };
	const test = credentialTest(new SmsPartnerApi(), { api: 'sms', method: 'GET', path: '/me', effect: 'read', codes: {} });
	expect(await test.call(context, credential)).toEqual({ status: 'Error', message: expect.stringContaining('did not answer in time') });
});

it.each([
	['asked for', { 'retry-after': '1e10' }],
	['of its own accord', {}],
])('a wait on the rate limit of any length does wait (%s), until the execution is stopped', async (_why, headers) => {
	const stop = new AbortController();
	const asked = jest.fn(async () => ({ statusCode: 429, headers, body: '' }));
	const context = {
		helpers: { httpRequestWithAuthentication: async (_type: string, { timeout }: { timeout: number }) => ({ ...(await asked()), timeout }) },
		getCredentials: async () => ({ apiKey: 'a-key-of-the-test', baseUrl: 'https://api.example.com/v1' }),
		getExecutionCancelSignal: () => stop.signal,
	} as unknown as IExecuteFunctions;
	let waited = 0;
	jest.mocked(sleep).mockImplementation(async (ms, signal) => {
		// The clock of the request itself stands still.
		if (signal !== stop.signal) return await new Promise(() => undefined);
		expect(ms).toBeGreaterThan(0);
		expect(ms).toBeLessThanOrEqual(LONGEST_TIMER_MS);
		waited += ms;
		if (waited >= 3_600_000) stop.abort();
	});
	await callApi(context, { api: 'sms', method: 'POST', path: '/send', effect: 'write', codes: {} }, { waitOnRateLimit: 1e12 });
	// An hour, asked once a minute at most after the first few times, or not at all where a longer wait is asked for.
	expect(asked.mock.calls.length).toBeLessThanOrEqual(66);
	expect(waited).toBeGreaterThanOrEqual(3_600_000);
});
