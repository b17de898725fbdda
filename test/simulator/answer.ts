import { FileAnswer, routeOf, type Endpoint } from './endpoints/endpoint';
import type { Trouble } from './faults';
import { PartRefusal } from './partlySent';
import type { Allowance } from './rateLimits';
import { Refusal, refusalBody } from './refusal';
import { htmlReply, jsonReply, type TextReply } from './replies';
import type { ReadRequest } from './request';
import type { Platform } from './state';
import { VoiceRefusal, voiceRefusalBody } from './voiceRefusal';

/** What the platform answers when nothing goes wrong on the way. */
export function answer(
	request: ReadRequest,
	endpoint: Endpoint | undefined,
	fault: Trouble['fault'],
	platform: Platform,
): TextReply {
	if (endpoint === undefined) return htmlReply(404);
	const allowance = takeAllowance(endpoint, platform);
	if (allowance?.allowed === false) return jsonReply(429, refusalBody(new Refusal(429)));
	const reply = judged(request, endpoint, fault, platform);
	if (allowance && endpoint.rateLimit?.announced) {
		reply.headers['x-ratelimit-limit'] = String(endpoint.rateLimit.requests);
		reply.headers['x-ratelimit-remaining'] = String(allowance.remaining);
		reply.headers['x-ratelimit-reset'] = String(allowance.resetsAt);
	}
	return reply;
}

/** Undefined where no limit holds. */
function takeAllowance(endpoint: Endpoint, platform: Platform): Allowance | undefined {
	if (!platform.behaviour.rateLimits || endpoint.rateLimit === undefined) return undefined;
	return platform.rateLimits.take(routeOf(endpoint), endpoint.rateLimit, platform.now());
}

function judged(
	{ key, fields, params, logged }: ReadRequest,
	endpoint: Endpoint,
	fault: Trouble['fault'],
	platform: Platform,
): TextReply {
	const hasBody = endpoint.keyIn === 'body';
	try {
		if (hasBody && fields === undefined) return jsonReply(400, refusalBody(new Refusal(90)));
		checkKey(key, endpoint, platform);
		if (platform.denial) throw platform.denial;
		const call = {
			fields: hasBody ? (fields ?? {}) : { ...logged.query, ...params },
			partial: fault?.kind === 'partial' ? fault : undefined,
			partlySent: fault?.kind === 'partlySent' ? fault : undefined,
		};
		return success(endpoint.answer(call, platform));
	} catch (error) {
		return refused(error, endpoint, platform);
	}
}

function success(body: object): TextReply {
	if (!(body instanceof FileAnswer)) return jsonReply(200, body);
	return { status: 200, headers: { 'content-type': body.contentType }, text: body.text };
}

function checkKey(key: string | undefined, endpoint: Endpoint, { settings }: Platform): void {
	const { api, keyMissing = 1, keyWrong = 10 } = endpoint;
	if (key === undefined) throw new Refusal(keyMissing);
	if (key !== (api === 'sms' ? settings.apiKey : settings.voiceApiKey)) throw new Refusal(keyWrong);
}

function refused(error: unknown, endpoint: Endpoint, { settings, behaviour }: Platform): TextReply {
	const { businessErrorStatus, errorListKey } = settings;
	if (error instanceof PartRefusal) return error.reply(businessErrorStatus);
	if (error instanceof VoiceRefusal) {
		return jsonReply(businessErrorStatus, voiceRefusalBody(error, behaviour.voiceErrorShape));
	}
	if (!(error instanceof Refusal)) throw error;
	const isStatus = endpoint.codesAreStatuses && businessErrorStatus !== 200 && error.code >= 400;
	const status = isStatus ? error.code : businessErrorStatus;
	return jsonReply(status, refusalBody(error, errorListKey, endpoint.codes));
}
