import { parseJson } from '../values/json';
import { isRecord, type UnknownRecord } from '../values/narrow';
import { expandBrackets } from './brackets';
import { settleFields } from './fields';

/** What n8n knows of a request. Any of it may be missing, and `body` may be anything. */
export interface CallbackRequest {
	/** As n8n parsed it: flat for a form, nested for JSON, `{ data, files }` for multipart, a string for plain text. */
	body?: unknown;
	/** Nested already. */
	query?: unknown;
	rawBody?: Uint8Array | undefined;
	contentType?: string | undefined;
}

export interface Payload {
	/** What the event is read from: the body, or the query of a request without one. */
	fields: UnknownRecord;
	/** All that came. Query parameters of a pasted URL are the user's own, and must not change what the event is. */
	raw: UnknownRecord;
}

/** Deeper nesting than any callback has is cut off: n8n could not store the item. */
const maxDepth = 20;
/** As many as n8n reads from a form. */
const maxFormFields = 1000;

/**
 * The fields of a callback in whatever encoding it came: JSON, form, query string, PHP brackets, multipart, JSON or
 * form text without its content type, a list of one. The documentation shows several of them for one and the same
 * event (docs: webhooks). What holds no fields at all is kept under `body`. Integers beyond 2^53 come as text. Never
 * throws.
 */
export function readPayload(request: CallbackRequest): Payload {
	const query = copyRecord(fieldsOf(expand(request.query)), 0);
	const body = copyRecord(fieldsOf(expand(readBody(request))), 0);
	const fields = settleFields(Object.keys(body).length > 0 ? body : query);
	// Spreading is slow where a hostile body has a million fields.
	return { fields, raw: Object.keys(query).length > 0 ? { ...query, ...body } : body };
}

function readBody({ body, rawBody, contentType = '' }: CallbackRequest): unknown {
	if (/^\s*multipart\//i.test(contentType)) return isRecord(body) && 'data' in body ? body.data : body;
	const text = textOf(rawBody, contentType) ?? (typeof body === 'string' ? body : undefined);
	const content = text?.trimStart() ?? '';
	if (content.startsWith('{') || content.startsWith('[')) {
		// The raw text first: in the body that n8n parsed, large integers are rounded already.
		const json = parseJson(content);
		if (json.ok) return json.value;
	} else if (/^[^\s=]*=/.test(content)) {
		return readForm(content);
	}
	return isRecord(body) && Object.keys(body).length > 0 ? body : (text ?? body);
}

function textOf(rawBody: Uint8Array | undefined, contentType: string): string | undefined {
	if (rawBody === undefined || rawBody.length === 0) return undefined;
	const charset = /charset\s*=\s*"?(?:iso-8859-1|latin1|windows-1252)\b/i.test(contentType) ? 'latin1' : 'utf-8';
	return new TextDecoder(charset).decode(rawBody);
}

/** A field that is repeated becomes a list. */
function readForm(text: string): UnknownRecord {
	const fields = new Map<string, string[]>();
	for (const [key, value] of [...new URLSearchParams(text.trimEnd())].slice(0, maxFormFields)) {
		const values = fields.get(key);
		if (values === undefined) fields.set(key, [value]);
		else values.push(value);
	}
	return Object.fromEntries([...fields].map(([key, values]) => [key, values.length > 1 ? values : values[0]]));
}

function expand(value: unknown): unknown {
	return isRecord(value) ? expandBrackets(value) : value;
}

function fieldsOf(value: unknown): UnknownRecord {
	if (isRecord(value)) return value;
	if (Array.isArray(value) && value.length === 1 && isRecord(value[0])) return value[0];
	const isEmpty = Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '';
	return isEmpty ? {} : { body: value };
}

function copyRecord(record: UnknownRecord, depth: number): UnknownRecord {
	const keys = Object.keys(record).filter((key) => key !== '__proto__');
	return Object.fromEntries(keys.map((key) => [key, copy(record[key], depth + 1)]));
}

/** Plain data that n8n can store: no `__proto__`, no endless depth, nothing that JSON cannot write (`1e999` is infinite). */
function copy(value: unknown, depth: number): unknown {
	if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'object' || value === null || depth >= maxDepth) return null;
	return isRecord(value)
		? copyRecord(value, depth)
		: Object.values(value).map((each) => copy(each, depth + 1));
}
