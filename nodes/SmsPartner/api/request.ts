import omitBy from 'lodash/omitBy';
import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { checkBaseUrl } from '../values/baseUrl';
import { asText, isRecord, type UnknownRecord } from '../values/narrow';
import { isTooDeep } from '../values/nesting';
import { wellFormedData } from '../values/wellFormed';
import { CREDENTIAL_TYPES, type Endpoint } from './endpoint';
import type { Answer, Failure } from './failure';
import { judge, noAnswer } from './judge';
import { networkFailure, timedOut } from './networkFailure';
import { redact } from './redact';
import { retryAfterMs } from './retryAfter';
import { byRoutes } from './routes';
import { inTime, pause } from './time';

export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

export interface ApiInput {
	query?: IDataObject;
	body?: IDataObject;
	/** Seconds to wait for a whole answer; the default is 120. */
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
/** A limit per minute is over after a minute. */
const LONGEST_RATE_LIMIT_DELAY_MS = 60_000;
/** Nobody waits for longer than an hour. */
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
			rateLimitDelay = Math.min(rateLimitDelay * 2, LONGEST_RATE_LIMIT_DELAY_MS);
		}
		if (delay === undefined) return answer;
		// Nothing leaves any more once the user has stopped the execution.
		const stopped = cancelSignal(context);
		await pause(delay, stopped);
		if (stopped?.aborted === true) return answer;
	}
}

function cancelSignal(context: ApiContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

async function attempt(context: ApiContext, endpoint: Endpoint, input: ApiInput): Promise<Attempt> {
	const credentialType = CREDENTIAL_TYPES[endpoint.api];
	const apiKey = await apiKeyOf(context, credentialType);
	if (!apiKey.ok) return { answer: apiKey };
	const timeout = Math.ceil(Math.min(input.timeout ?? 120, LONGEST_TIMEOUT_S) * 1000);
	const optionsUntil = (end: AbortSignal): IHttpRequestOptions => ({
		method: endpoint.method,
		url: endpoint.path,
		...(input.query && { qs: wellFormedData(input.query) }),
		...(input.body && { body: wellFormedData(input.body) }),
		json: true,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		// Of silence, and not in all.
		timeout,
		get abortSignal() {
			return end;
		},
		// n8n puts the signal of the execution here, of which `end` knows.
		set abortSignal(_execution) {},
	});
	let response: unknown;
	try {
		response = await inTime(timeout, async (late) => {
			const end = AbortSignal.any([late, cancelSignal(context) ?? []].flat());
			return await context.helpers.httpRequestWithAuthentication.call(context, credentialType, optionsUntil(end));
		});
	} catch (error) {
		return { answer: { ok: false, failure: networkFailure(endpoint, error) } };
	}
	return response === undefined ? { answer: { ok: false, failure: timedOut(endpoint) } } : readResponse(endpoint, response, apiKey.body);
}

/** Never throws: the platform has done what it was asked, and an exception would have n8n ask again. */
function readResponse(endpoint: Endpoint, response: unknown, apiKey: string): Attempt {
	const { statusCode, body, headers } = isRecord(response) ? response : {};
	const status = typeof statusCode === 'number' ? statusCode : 0;
	try {
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
		const retryAfter = retryAfterMs(isRecord(headers) ? headers['retry-after'] : undefined, new Date());
		const answer = judge(endpoint, { status, text });
		return {
			answer: redact(answer.ok ? { ok: true, body: passable(answer.body, text) } : answer, apiKey),
			...(retryAfter !== undefined && { retryAfter }),
		};
	} catch {
		return { answer: { ok: false, failure: noAnswer(endpoint, 'The answer of the platform cannot be read', status, 'UNREADABLE') } };
	}
}

/** What nobody could read or pass on, for its depth, is given as the text that came. */
function passable(body: UnknownRecord, text: string): UnknownRecord {
	return isTooDeep(body) ? { ...omitBy(body, (value) => isTooDeep(value)), content: text } : body;
}

/** The key is read only to blank it out of whatever the platform answers. */
async function apiKeyOf(context: ApiContext, credentialType: string): Promise<Answer<string>> {
	try {
		const { apiKey, baseUrl } = await context.getCredentials(credentialType);
		const key = asText(apiKey)?.trim();
		if (key === undefined) return noCredential('The credential has no API key');
		const address = checkBaseUrl(baseUrl);
		return address.ok ? { ok: true, body: key } : noCredential(address.message);
	} catch (error) {
		return noCredential(isRecord(error) ? asText(error.message) : undefined);
	}
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
