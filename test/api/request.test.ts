import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { callApi } from '../../nodes/SmsPartner/api/request';

const endpoint: Endpoint = { api: 'sms', method: 'POST', path: '/send', effect: 'write', codes: {} };

/** As much of n8n as a request needs: a platform that always answers 429. */
function busyPlatform(headers: Record<string, string>, signal?: AbortSignal) {
	const httpRequestWithAuthentication = jest.fn(async () => ({ statusCode: 429, headers, body: '' }));
	const context = {
		helpers: { httpRequestWithAuthentication },
		getCredentials: async () => ({ apiKey: 'a-key-of-the-test', baseUrl: 'https://api.example.com/v1' }),
		getExecutionCancelSignal: () => signal,
	};
	return { context: context as unknown as IExecuteFunctions, asked: httpRequestWithAuthentication };
}

describe('callApi and a platform that is busy', () => {
	it.each([
		['gives up at once when it may not wait', {}, 0, 1],
		['uses all the time it may wait', {}, 2, 3],
		['does not wait for longer than it may', { 'retry-after': '2' }, 1, 1],
		['does not ask for ever when it is told to wait no time at all', { 'retry-after': '0' }, 1, 2],
	])('%s', async (_what, headers, waitOnRateLimit, requests) => {
		const { context, asked } = busyPlatform(headers as Record<string, string>);
		expect(await callApi(context, endpoint, { waitOnRateLimit })).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
		expect(asked).toHaveBeenCalledTimes(requests);
	});

	it('asks no more once the execution is stopped', async () => {
		const { context, asked } = busyPlatform({}, AbortSignal.abort());
		expect(await callApi(context, endpoint)).toMatchObject({ ok: false });
		expect(asked).toHaveBeenCalledTimes(1);
	});
});
