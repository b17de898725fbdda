import { parseJson } from '../values/json';
import { asBoolean, asList, asText, isRecord, type UnknownRecord } from '../values/narrow';
import type { Endpoint } from './endpoint';
import type { Answer, Failure, FieldComplaint } from './failure';

/** No documented answer nests deeper. */
const MAX_DEPTH = 6;

export interface HttpAnswer {
	status: number;
	text: string;
}

/**
 * Reads an HTTP answer by its body as well as its status: `success:false` in a 200 is a refusal, and a write whose
 * answer cannot be read has an unknown outcome (docs: conventions, error codes).
 */
export function judge(endpoint: Endpoint, answer: HttpAnswer): Answer<UnknownRecord> {
	const { status, text } = answer;
	const parsed = parseJson(text);
	const signs = parsed.ok && isRecord(parsed.value) && endpoint.showsAcceptance?.(parsed.value) ? parsed.value : undefined;
	if (status === 429 && !(parsed.ok && isRecord(parsed.value) && refusesWrite(endpoint, parsed.value))) {
		return signs ? doubt(endpoint, answer, signs) : fail(rateLimited());
	}
	if (status >= 500 || status === 408) return fail(noAnswer(endpoint, `The platform answered with HTTP ${status}`, status), signs);
	const body = parsed.ok && isRecord(parsed.value) ? parsed.value : status < 300 ? endpoint.readsText?.(text) : undefined;
	if (body && isSuccess(endpoint, status, body)) {
		if (endpoint.holds?.(body) ?? isConfirmed(endpoint, body)) return { ok: true, body };
		return fail(noAnswer(endpoint, 'The platform answered without the expected result', status), signs);
	}
	if (signs) return doubt(endpoint, answer, signs);
	if (body && endpoint.effect === 'write' && endpoint.holds?.(body)) {
		return fail(noAnswer(endpoint, 'The answer of the platform contradicts itself', status));
	}
	if (body || status >= 300) {
		const refused = body ? refusal(endpoint, status, body) : refusalWithoutBody(status);
		return fail(isUnknownRoute(status, body) ? { ...refused, unknownRoute: true } : refused);
	}
	return fail(noAnswer(endpoint, `The platform answered with ${describeText(text)} instead of a result`, status));
}

function fail(failure: Failure, signs?: UnknownRecord): Answer<never> {
	return signs ? { ok: false, failure, signs } : { ok: false, failure };
}

/** A refusal that shows that something was taken all the same. */
function doubt(endpoint: Endpoint, { status }: HttpAnswer, signs: UnknownRecord): Answer<never> {
	const refused = refusal(endpoint, status, signs);
	const failure = noAnswer(endpoint, `The platform refused the request (${refused.message}), and yet says that it took some of it`, status, refused.code);
	return fail({ ...failure, refusal: refused }, signs);
}

function isSuccess(endpoint: Endpoint, status: number, body: UnknownRecord): boolean {
	if (endpoint.recognises?.(body)) return true;
	const refused = status >= 300 || isFailureCode(body.code) || complaints(body.error).length > 0 || complaints(body.errors).length > 0;
	return asBoolean(body.success) ?? !(refused || knownSymbol(endpoint, body) !== undefined);
}

/** A write is done only where the platform says so; a maintenance notice, say, has no `success` either. */
function isConfirmed(endpoint: Endpoint, body: UnknownRecord): boolean {
	return endpoint.effect === 'read' || asBoolean(body.success) === true || (endpoint.recognises?.(body) ?? false);
}

/** A refusal of the platform itself says `success` (docs: error codes, body shapes); that of a server without the route does not. */
function isUnknownRoute(status: number, body: UnknownRecord | undefined): boolean {
	return (status === 404 || status === 405) && asBoolean(body?.success) === undefined;
}

function isFailureCode(code: unknown): boolean {
	const text = asText(code);
	return text !== undefined && text !== '200';
}

/** With the code of a documented refusal, a 429 is no notice of the rate limit: some of a write may have been done before it. */
function refusesWrite(endpoint: Endpoint, body: UnknownRecord): boolean {
	const code = knownSymbol(endpoint, body) ?? asText(body.code);
	return endpoint.effect === 'write' && code !== undefined && code !== '429' && meaningOf(endpoint, code) !== undefined;
}

function rateLimited(): Failure {
	return {
		kind: 'rateLimited',
		message: 'The platform takes no more requests for now',
		description: 'Its limit of requests per minute is reached. Nothing was done by this request. Wait a minute and run the node again, or send fewer requests.',
		code: '429',
		httpStatus: 429,
	};
}

/** A body that refuses: the platform's words become the message, the endpoint's table explains them. */
export function refusal(endpoint: Endpoint, status: number, body: UnknownRecord): Failure {
	const fields = complaints(body.error).concat(complaints(body.errors));
	const code = knownSymbol(endpoint, body) ?? asText(body.code) ?? symbols(body)[0];
	const said = asText(body.message) ?? (fields.map(({ message }) => message).join(' ') || asText(body.status));
	return {
		kind: 'refused',
		message: said ?? `The platform refused the request (${code === undefined ? `HTTP ${status}` : `code ${code}`})`,
		description: meaningOf(endpoint, code ?? String(status)) ?? explainStatus(status),
		...(code !== undefined && { code }),
		httpStatus: status,
		...(fields.length > 0 && { fields }),
	};
}

/** Voice Partner names its refusals (`NOT_CREDIT`), in which field and form is documented nowhere (docs: voice, sending errors). */
function symbols({ code, error, errors, message }: UnknownRecord): string[] {
	return textsIn([code, error, errors, message]).filter((text) => /^[A-Z][A-Z_]+$/.test(text));
}

function knownSymbol(endpoint: Endpoint, body: UnknownRecord): string | undefined {
	return symbols(body).find((symbol) => endpoint.codes[symbol] !== undefined);
}

function textsIn(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') return [value];
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, depth + 1));
	return isRecord(value) ? Object.entries(value).flatMap((entry) => textsIn(entry, depth + 1)) : [];
}

/** Codes come from outside: one called `constructor` has no meaning. */
function meaningOf({ codes }: Endpoint, code: string): string | undefined {
	return Object.hasOwn(codes, code) ? codes[code] : undefined;
}

/** `error` and `errors` are both documented, as a text, an object or an array of `{ elementId, message }`. */
function complaints(value: unknown): FieldComplaint[] {
	const entries = Array.isArray(value) ? asList(value) : [value];
	return entries.flatMap((entry) => {
		const message = isRecord(entry) ? asText(entry.message) : asText(entry);
		if (message === undefined) return [];
		const element = isRecord(entry) ? asText(entry.elementId) : undefined;
		return [{ field: /\[(\w+)\]/.exec(element ?? '')?.[1] ?? '', message }];
	});
}

function refusalWithoutBody(status: number): Failure {
	return {
		kind: 'refused',
		message: `The platform refused the request with HTTP ${status}`,
		description: explainStatus(status),
		code: String(status),
		httpStatus: status,
		bodiless: true,
	};
}

function explainStatus(status: number): string {
	if (status === 401 || status === 403) return 'The API key or the address of your n8n server is not accepted. Test the credential, and check the allowed IP addresses in your dashboard.';
	if (status === 404) return 'The address does not exist. Check the Base URL in the credential; it ends with /v1.';
	if (status === 407) return 'The proxy of your n8n server wants a name and a password. Check its proxy settings.';
	if (status >= 300 && status < 400) return 'The address redirects elsewhere, which is not followed so that the API key stays private. Correct the Base URL in the credential.';
	return 'Check the values of this item against the description of each field, then run the node again.';
}

/** No usable answer: a look-up can simply be repeated, a write may have happened. */
export function noAnswer(endpoint: Endpoint, what: string, httpStatus?: number, code?: string): Failure {
	const facts = {
		code: code ?? String(httpStatus),
		...(httpStatus !== undefined && { httpStatus }),
	};
	if (endpoint.effect === 'read') {
		return {
			kind: 'unreadable',
			message: what,
			description: 'Nothing was changed. Try again in a few minutes; if it stays, check the Base URL in the credential.',
			...facts,
		};
	}
	const dashboard = endpoint.api === 'voice' ? 'my.voicepartner.fr' : 'my.smspartner.fr (an SMS also with SMS > Get Status)';
	return {
		kind: 'unknown',
		message: `Outcome unknown: ${lowerFirst(what)}`,
		description: `It may or may not have gone through, so it was not repeated. Look for it on ${dashboard} before you run this item again.`,
		...facts,
	};
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function describeText(text: string): string {
	if (text.trim() === '') return 'nothing';
	return /^\s*</.test(text) ? 'a web page' : 'something unreadable';
}
