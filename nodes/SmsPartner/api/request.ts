import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { asText, isRecord, type UnknownRecord } from '../values/narrow';
import { CREDENTIAL_TYPES, type Endpoint } from './endpoint';
import type { Answer, Failure } from './failure';
import { judge } from './judge';
import { networkFailure } from './networkFailure';
import { redact } from './redact';
import { retryAfterMs } from './retryAfter';
import { byRoutes } from './routes';

export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

export interface ApiInput {
	query?: IDataObject;
	body?: IDataObject;
	/** Seconds to wait for an answer; the default is 120. */
	timeout?: number;
	/** Seconds to wait in all when the platform asks to slow down; the default is 60. */
	waitOnRateLimit?: number;
}

interface Attempt {
	answer: Answer<UnknownRecord>;
	/** Milliseconds the platform asks to wait. */
	retryAfter?: number;
}

const RECONNECT_DELAYS_MS = [500, 1500];
const FIRST_RATE_LIMIT_DELAY_MS = 1000;
/** A timer cannot wait for longer than some weeks, and nobody waits for longer than an hour. */
const LONGEST_TIMEOUT_S = 3600;

/**
 * The one way to reach the platforms. Resolves with the judged answer and never rejects for what the platform or the
 * network did. A request is repeated only when it certainly had no effect: it did not arrive, or got a 429.
 */
export async function callApi(context: ApiContext, endpoint: Endpoint, input: ApiInput = {}): Promise<Answer<UnknownRecord>> {
	return byRoutes(endpoint, async (route) => callRoute(context, route, input));
}

async function callRoute(context: ApiContext, endpoint: Endpoint, input: ApiInput): Promise<Answer<UnknownRecord>> {
	const reconnectDelays = [...RECONNECT_DELAYS_MS];
	let waitLeft = (input.waitOnRateLimit ?? 60) * 1000;
	let rateLimitDelay = FIRST_RATE_LIMIT_DELAY_MS;
	for (;;) {
		const { answer, retryAfter } = await attempt(context, endpoint, input);
		if (answer.ok) return answer;
		let delay: number | undefined;
		if (answer.failure.kind === 'unreachable') {
			delay = reconnectDelays.shift();
		} else if (answer.failure.kind === 'rateLimited') {
			// Unasked, the last wait takes all that is left: a limit per minute is over after a whole minute.
			delay = retryAfter === undefined ? Math.min(rateLimitDelay, waitLeft) : Math.max(retryAfter, FIRST_RATE_LIMIT_DELAY_MS);
			if (waitLeft <= 0 || delay > waitLeft) return { ok: false, failure: withWait(answer.failure, retryAfter) };
			waitLeft -= delay;
			rateLimitDelay *= 2;
		}
		if (delay === undefined) return answer;
		await sleep(delay);
		if (isCancelled(context)) return answer;
	}
}

/** Nothing leaves any more once the user has stopped the execution. */
function isCancelled(context: ApiContext): boolean {
	return 'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
}

async function attempt(context: ApiContext, endpoint: Endpoint, input: ApiInput): Promise<Attempt> {
	const credentialType = CREDENTIAL_TYPES[endpoint.api];
	const apiKey = await apiKeyOf(context, credentialType);
	if (!apiKey.ok) return { answer: apiKey };
	const options: IHttpRequestOptions = {
		method: endpoint.method,
		url: endpoint.path,
		...(input.query && { qs: input.query }),
		...(input.body && { body: input.body }),
		json: true,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: Math.min(input.timeout ?? 120, LONGEST_TIMEOUT_S) * 1000,
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options);
		const { statusCode, body, headers } = isRecord(response) ? response : {};
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
		const retryAfter = retryAfterMs(isRecord(headers) ? headers['retry-after'] : undefined, new Date());
		return {
			answer: redact(judge(endpoint, { status: typeof statusCode === 'number' ? statusCode : 0, text }), apiKey.body),
			...(retryAfter !== undefined && { retryAfter }),
		};
	} catch (error) {
		return { answer: { ok: false, failure: networkFailure(endpoint, error) } };
	}
}

/** The key is read only to blank it out of whatever the platform answers. */
async function apiKeyOf(context: ApiContext, credentialType: string): Promise<Answer<string>> {
	try {
		const { apiKey, baseUrl } = await context.getCredentials(credentialType);
		const key = asText(apiKey)?.trim();
		if (key === undefined) return noCredential('The credential has no API key');
		if (!isBaseUrl(asText(baseUrl)?.trim() ?? '')) return noCredential('The Base URL of the credential is no web address, or holds a ? or #');
		return { ok: true, body: key };
	} catch (error) {
		return noCredential(isRecord(error) ? asText(error.message) : undefined);
	}
}

function isBaseUrl(text: string): boolean {
	return /^https?:\/\/[^?#\s]+$/i.test(text) && URL.canParse(text);
}

/** The credential is incomplete, missing, deleted or not shared: nothing has been sent. */
function noCredential(reason: string | undefined): Answer<never> {
	return {
		ok: false,
		failure: {
			kind: 'input',
			message: reason ?? 'The credential of this node cannot be read',
			description: 'Choose a credential at the top of the node, complete it and test it.',
			code: 'NO_CREDENTIAL',
		},
	};
}

function withWait(failure: Failure, retryAfter: number | undefined): Failure {
	if (retryAfter === undefined) return failure;
	const seconds = Math.ceil(retryAfter / 1000);
	return { ...failure, description: `The platform asks to wait ${seconds} seconds. ${failure.description}` };
}
