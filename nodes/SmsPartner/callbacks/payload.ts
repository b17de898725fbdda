import omit from 'lodash/omit';
import { isRecord, type UnknownRecord } from '../values/narrow';
import { expandBrackets } from './brackets';
import { classify } from './classify';
import { binaryOf, decode, toUtf8 } from './decode';
import type { CallbackEvent } from './events';
import { settleFields } from './fields';
import { readForm, readQuery } from './form';
import type { FurtherWords } from './optOut/furtherWords';
import { plain } from './plain';
import { companions, unwrap } from './wrapping';

/** What n8n knows of a request. Any of it may be missing, and `body` may be anything. */
export interface CallbackRequest {
	/** As n8n parsed it: flat for a form, nested for JSON, `{ data, files }` for multipart, a string for plain text. */
	body?: unknown;
	rawBody?: Uint8Array | undefined;
	contentType?: string | undefined;
	/** With its query as it came: n8n leaves a parameter whose bytes are no UTF-8 as it is. */
	url?: string | undefined;
}

export interface Payload {
	/** What the event is read from: the body, or the query of a request without one. */
	fields: UnknownRecord;
	/** All that came. Query parameters of a pasted URL are the user's own, and must not change what the event is. */
	raw: UnknownRecord;
}

/** More than any platform collects; what is beyond it is refused as a whole. */
const maxEvents = 5_000;

/**
 * The events of a request, one at least, in whatever encoding they came: JSON, form, query string, PHP brackets,
 * multipart, JSON or form text without its content type, a list, or wrapped (`unwrap`). The documentation shows several
 * of them for one and the same event (docs: webhooks). Integers beyond 2^53 come as text. Never throws.
 *
 * @param urlEvent the event of the URL that the request came to
 * @param ownParameters query parameters that are no part of it
 * @param optOutWords words besides STOP with which a text opts out
 */
export function readPayloads(
	request: CallbackRequest,
	urlEvent?: CallbackEvent,
	ownParameters: readonly string[] = [],
	optOutWords: FurtherWords = [],
): Payload[] {
	const isEvent = (fields: UnknownRecord) => classify(settleFields(fields), urlEvent, optOutWords).event !== 'unrecognised';
	const query = plain(expand(omit(readQuery(request.url ?? ''), ownParameters)));
	const body = plain(readBody(request));
	const inBody = unwrap(body, isEvent);
	if (inBody.length > maxEvents) return [payloadOf({ body }, {})];
	if (inBody.length > 0) {
		const others = isRecord(query) ? companions(query) : {};
		return inBody.map(({ event, beside }) => payloadOf(event, { ...others, ...beside }));
	}
	const inQuery = unwrap(query, isEvent).map(({ event, beside }) => payloadOf(event, beside));
	return inQuery.length > 0 ? inQuery : [payloadOf({}, {})];
}

function payloadOf(event: UnknownRecord, beside: UnknownRecord): Payload {
	return { fields: settleFields(event), raw: Object.keys(beside).length > 0 ? { ...beside, ...event } : event };
}

function readBody({ body, rawBody, contentType = '' }: CallbackRequest): unknown {
	if (/^\s*multipart\//i.test(contentType)) return expand(isRecord(body) && 'data' in body ? body.data : body);
	// The raw bytes first: in the body that n8n parsed, large integers are rounded and bytes that are no UTF-8 are lost.
	const bytes = rawBody !== undefined && rawBody.length > 0 ? rawBody : typeof body === 'string' ? Buffer.from(body) : undefined;
	if (bytes === undefined) return expand(body);
	const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
	const binary = binaryOf(toUtf8(bytes)).trim();
	const isJson = /^[{["]/.test(binary);
	if (!isJson && /^[^\s=]*=/.test(binary)) return expand(readForm(binary, charset) ?? decode(binary, charset));
	return !isJson && isRecord(body) && Object.keys(body).length > 0 ? expand(body) : decode(binary, charset);
}

function expand(value: unknown): unknown {
	return isRecord(value) ? expandBrackets(value) : value;
}
