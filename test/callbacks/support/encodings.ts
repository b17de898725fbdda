import { parse } from 'node:querystring';
import type { CallbackRequest } from '../../../nodes/SmsPartner/callbacks/payload';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

type Encoding = (payload: UnknownRecord) => CallbackRequest;

/** The ways a payload may come, each as n8n hands it to a node. */
export const encodings: Record<string, Encoding> = {
	json: (payload) => ({ body: payload, rawBody: bytes(JSON.stringify(payload)), contentType: json }),
	'json without its bytes': (payload) => ({ body: payload, contentType: json }),
	'json with a charset': (payload) => ({
		body: payload,
		rawBody: bytes(JSON.stringify(payload)),
		contentType: 'application/json; charset=utf-8',
	}),
	'json in latin1': (payload) => ({
		rawBody: Buffer.from(escaped(JSON.stringify(payload)), 'latin1'),
		contentType: 'application/json; charset=ISO-8859-1',
	}),
	'json as text/plain': (payload) => {
		const text = JSON.stringify(payload);
		return { body: text, rawBody: bytes(text), contentType: 'text/plain' };
	},
	'json without a content type': (payload) => ({ rawBody: bytes(`\uFEFF ${JSON.stringify(payload)}\n`) }),
	'json called a form': (payload) => {
		const text = JSON.stringify(payload);
		return { body: { ...parse(text) }, rawBody: bytes(text), contentType: form };
	},
	'a list of one': (payload) => ({ body: [payload], rawBody: bytes(JSON.stringify([payload])), contentType: json }),
	form: (payload) => {
		const text = formText(payload);
		return { body: { ...parse(text) }, rawBody: bytes(text), contentType: form };
	},
	'form without its bytes': (payload) => ({ body: { ...parse(formText(payload)) }, contentType: form }),
	'form as text/plain': (payload) => ({ body: formText(payload), contentType: 'text/plain' }),
	'form without a content type': (payload) => ({ body: {}, rawBody: bytes(`${formText(payload)}\r\n`) }),
	'php brackets': (payload) => {
		const text = formText({ 0: payload });
		return { body: { ...parse(text) }, rawBody: bytes(text), contentType: form };
	},
	query: (payload) => ({ body: {}, url: `/webhook/id/reply?${formText(payload)}` }),
	'json in utf-16': (payload) => ({ rawBody: Buffer.from(`\uFEFF${JSON.stringify(payload)}`, 'utf16le'), contentType: 'text/plain' }),
	'json in utf-16 without a mark': (payload) => ({ rawBody: Buffer.from(JSON.stringify(payload), 'utf16le').swap16() }),
	'json in a text of json': (payload) => ({ rawBody: bytes(JSON.stringify(JSON.stringify(payload))), contentType: json }),
	'json in a field of json': (payload) => ({ rawBody: bytes(JSON.stringify({ payload })), contentType: json }),
	'json in a text in a field of a form': (payload) => ({ rawBody: bytes(formText({ payload: JSON.stringify(payload) })), contentType: form }),
	'json in a text in a field of a query': (payload) => ({ url: `/webhook/id/reply?${formText({ payload: JSON.stringify(payload) })}` }),
	'php brackets with a name': (payload) => ({ rawBody: bytes(formText({ events: { 0: payload } })), contentType: form }),
	multipart: (payload) => ({
		body: { data: flatten(payload), files: {} },
		contentType: 'multipart/form-data; boundary=x',
	}),
};

/** Each field twice, with the same value. */
export const repeatedEncodings: Record<string, Encoding> = {
	json: (payload) => {
		const fields = JSON.stringify(payload).slice(1, -1);
		return asN8nGives(bytes(`{${fields},${fields}}`), json);
	},
	'json in two cases': (payload) => {
		const other = Object.entries(payload).map(([key, value]) => [swapCase(key), value] as const);
		return asN8nGives(bytes(JSON.stringify({ ...Object.fromEntries(other), ...payload })), json);
	},
	form: (payload) => asN8nGives(bytes(`${formText(payload)}&${formText(payload)}`), form),
	'php brackets': (payload) => asN8nGives(bytes(`${formText({ 0: payload })}&${formText({ 0: payload })}`), form),
	query: (payload) => ({ body: {}, url: `/webhook/id/reply?${formText(payload)}&${formText(payload)}` }),
	multipart: (payload) => ({
		body: { data: { ...parse(`${formText(payload)}&${formText(payload)}`) }, files: {} },
		contentType: 'multipart/form-data; boundary=x',
	}),
};

/** The ways a list of payloads may come. */
export const listEncodings: Record<string, (payloads: readonly UnknownRecord[]) => CallbackRequest> = {
	json: (payloads) => ({ body: payloads, rawBody: bytes(JSON.stringify(payloads)), contentType: json }),
	'json in a text of json': (payloads) => ({ rawBody: bytes(JSON.stringify(JSON.stringify(payloads))), contentType: json }),
	'json in a field of json': (payloads) => ({ rawBody: bytes(JSON.stringify({ version: 1, events: payloads })), contentType: json }),
	'json in a field of a form': (payloads) => ({ rawBody: bytes(formText({ payload: JSON.stringify(payloads) })), contentType: form }),
	'texts of json': (payloads) => ({ rawBody: bytes(JSON.stringify(payloads.map((payload) => JSON.stringify(payload)))), contentType: json }),
	'php list': (payloads) => ({ rawBody: bytes(formText({ ...payloads })), contentType: form }),
	'php list from 1': (payloads) => ({ rawBody: bytes(formText({ ...['', ...payloads] }).replace(/^0=&/, '')), contentType: form }),
	'php list in a query': (payloads) => ({ url: `/webhook/id/reply?${formText({ events: { ...payloads } })}` }),
	multipart: (payloads) => ({ body: { data: flatten({ ...payloads }), files: {} }, contentType: 'multipart/form-data; boundary=x' }),
};

/**
 * The request n8n makes of these bytes. What n8n cannot read it refuses with 422; here it goes on without a body, so
 * that the reader sees that too.
 */
export function asN8nGives(rawBody: Buffer, contentType: string | undefined): CallbackRequest {
	const text = rawBody.toString('utf8').replace(/^\uFEFF/, '');
	const [type] = (contentType ?? '').toLowerCase().split(';');
	if (type === json) return { body: parsed(text), rawBody, contentType };
	if (type === form) return { body: parse(text, undefined, undefined, { maxKeys: 1000 }), rawBody, contentType };
	return { body: type === 'text/plain' ? text : {}, rawBody, contentType };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** JSON that latin1 can hold, and that is no UTF-8 by chance. */
function escaped(text: string): string {
	return text.replace(/[^\x20-\x7e\xa0-\xff]|[\xc2-\xf4](?=[\x80-\xbf])/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function swapCase(text: string): string {
	return text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
}

function bytes(text: string): Buffer {
	return Buffer.from(text, 'utf8');
}

function formText(payload: UnknownRecord): string {
	return new URLSearchParams(flatten(payload)).toString();
}

/** As PHP's http_build_query names nested fields. */
function flatten(payload: UnknownRecord, prefix?: string): Record<string, string> {
	const entries = Object.entries(payload).flatMap(([key, value]) => {
		const name = prefix === undefined ? key : `${prefix}[${key}]`;
		return isNested(value) ? Object.entries(flatten({ ...value }, name)) : [[name, String(value)] as const];
	});
	return Object.fromEntries(entries);
}

function isNested(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
