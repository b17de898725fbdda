import fc from 'fast-check';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { callApi } from '../../nodes/SmsPartner/api/request';

const endpoint: Endpoint = { api: 'sms', method: 'POST', path: '/send', effect: 'write', codes: {} };

/** As much of n8n as a request needs: a platform that always answers 429. */
function busyPlatform(headers: Record<string, string>, signal?: AbortSignal) {
	const httpRequestWithAuthentication = jest.fn(async (_type: string, _options: IHttpRequestOptions) => ({ statusCode: 429, headers, body: '' }));
	const context = {
		helpers: { httpRequestWithAuthentication },
		getCredentials: async () => ({ apiKey: 'a-key-of-the-test', baseUrl: 'https://api.example.com/v1' }),
		getExecutionCancelSignal: () => signal,
	};
	return { context: context as unknown as IExecuteFunctions, asked: httpRequestWithAuthentication };
}

test('no half of a character leaves, whatever the names and texts of a request', async () => {
	const anyText = fc.array(fc.oneof(fc.integer({ min: 0xd7f0, max: 0xe00f }), fc.nat(0xff))).map((units) => String.fromCharCode(...units));
	await fc.assert(
		fc.asyncProperty(anyText, anyText, async (name, text) => {
			const { context, asked } = busyPlatform({});
			const fields = { [name]: text, list: [{ [name]: [text] }] };
			await callApi(context, endpoint, { query: fields, body: fields, waitOnRateLimit: 0 });
			const options = asked.mock.calls[0]?.[1];
			for (const sent of [options?.qs, options?.body]) expect(JSON.stringify(sent)).not.toMatch(/\\ud[89a-f]/);
		}),
	);
});

describe('callApi and an answer to a write', () => {
	/** A platform that gives this answer. */
	const answering = (body: string): IExecuteFunctions => {
		const { context } = busyPlatform({});
		return { ...context, helpers: { httpRequestWithAuthentication: async () => ({ statusCode: 200, headers: {}, body }) } } as unknown as IExecuteFunctions;
	};

	it('does not throw where the answer cannot be read, which would do it again', async () => {
		const faulty: Endpoint = {
			...endpoint,
			holds: () => {
				throw new TypeError('unexpected');
			},
		};
		expect(await callApi(answering('{"success":true}'), faulty)).toMatchObject({ ok: false, failure: { kind: 'unknown', code: 'UNREADABLE' } });
	});

	it('keeps the text of what is too deep to be passed on, and all that is not', async () => {
		const deep = `${'['.repeat(20_000)}"a-key-of-the-test"${']'.repeat(20_000)}`;
		const answer = await callApi(answering(`{"success":true,"message_id":12,"more":${deep}}`), endpoint);
		expect(answer).toEqual({ ok: true, body: { success: true, message_id: 12, content: expect.stringContaining('"more":[[[') } });
		expect(JSON.stringify(answer)).not.toContain('a-key-of-the-test');
	});
});

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
