import { STATUS_CODES } from 'node:http';

/** What goes over the wire. */
export type Reply = TextReply | 'reset' | 'timeout';

export interface TextReply {
	status: number;
	headers: Record<string, string>;
	text: string;
}

/** `retryAfter`: seconds or an HTTP date. */
export function jsonReply(status: number, body: object, retryAfter?: number | string): TextReply {
	const reply = { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
	return withRetryAfter(reply, retryAfter);
}

export function htmlReply(status: number): TextReply {
	const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
	const text = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
	return { status, headers: { 'content-type': 'text/html' }, text };
}

export function withRetryAfter(reply: TextReply, retryAfter: number | string | undefined): TextReply {
	if (retryAfter === undefined) return reply;
	return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfter) } };
}
