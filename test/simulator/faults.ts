import { STATUS_CODES } from 'node:http';
import { concerns, type PartlySentFault } from './partlySent';
import { htmlReply, jsonReply, withRetryAfter, type Reply } from './replies';

/** Some items of a /bulk-send are refused inside a success, and not taken. */
export interface PartialFault {
	kind: 'partial';
	phoneNumbers: string[];
	code: number;
	message: string;
}

/** `accept` and `acceptFirst` say whether the platform still does what was asked before it misbehaves. */
export type Fault =
	/** The right answer, late. Combines with another fault. */
	| { kind: 'latency'; ms: number }
	/** An HTTP status of its own, as JSON or as a proxy's HTML page. */
	| {
			kind: 'status';
			status: number;
			html?: boolean;
			/** Seconds or an HTTP date. */
			retryAfter?: number | string;
			acceptFirst?: boolean;
	  }
	/** The right answer and all that it stands for, under another HTTP status: a 429 that sent. */
	| { kind: 'statusOfRightAnswer'; status: number; retryAfter?: number | string }
	/** No answer, the connection stays open. */
	| { kind: 'timeout'; accept: boolean }
	/** The connection is cut (ECONNRESET). */
	| { kind: 'reset'; accept: boolean }
	/** A 200 whose JSON stops half-way. */
	| { kind: 'truncate'; accept: boolean }
	/** Any answer; a body that is not text is sent as JSON. */
	| { kind: 'body'; status: number; body: unknown; contentType?: string; accept: boolean }
	| PartialFault
	| PartlySentFault
	/** A refusal whose message repeats the key and the whole request: to prove that nothing leaks. */
	| { kind: 'echoKey' };

export interface FaultScope {
	/** As in ReceivedRequest; every path when absent. */
	path?: string;
	/** Requests it applies to. Default 1. */
	times?: number;
}

/** What one request meets. */
export interface Trouble {
	latencyMs: number;
	fault: Exclude<Fault, { kind: 'latency' }> | undefined;
}

/** The faults that wait for their requests, in the order they were added. */
export class Faults {
	private waiting: { fault: Fault; path: string | undefined; left: number }[] = [];

	add(fault: Fault, { path, times = 1 }: FaultScope = {}): void {
		this.waiting.push({ fault, path, left: times });
	}

	clear(): void {
		this.waiting = [];
	}

	/** Every latency and the first other fault that fit the path and the recipients of a send; each is used up by one. */
	take(path: string, recipients: readonly string[] = []): Trouble {
		const trouble: Trouble = { latencyMs: 0, fault: undefined };
		for (const entry of this.waiting) {
			if (entry.path !== undefined && entry.path !== path) continue;
			if (entry.fault.kind === 'partlySent' && !concerns(entry.fault, recipients)) continue;
			if (entry.fault.kind === 'latency') trouble.latencyMs += entry.fault.ms;
			else if (trouble.fault === undefined) trouble.fault = entry.fault;
			else continue;
			entry.left -= 1;
		}
		this.waiting = this.waiting.filter((entry) => entry.left > 0);
		return trouble;
	}
}

/** Whether the platform does its work before the fault shows. */
export function reachesPlatform(fault: Trouble['fault']): boolean {
	switch (fault?.kind) {
		case 'echoKey':
			return false;
		case 'status':
			return fault.acceptFirst === true;
		case 'timeout':
		case 'reset':
		case 'truncate':
		case 'body':
			return fault.accept;
		default:
			return true;
	}
}

/**
 * The reply a fault makes of the right one. `right` is undefined when the platform did nothing;
 * `echo` is the request in full.
 */
export function spoil(fault: Trouble['fault'], right: Reply | undefined, echo: string): Reply {
	switch (fault?.kind) {
		case 'timeout':
		case 'reset':
			return fault.kind;
		case 'status':
			return statusReply(fault);
		case 'truncate':
			return truncated(right);
		case 'body':
			return {
				status: fault.status,
				headers: { 'content-type': fault.contentType ?? 'application/json' },
				text: typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body),
			};
		case 'statusOfRightAnswer':
			return typeof right === 'object' ? withRetryAfter({ ...right, status: fault.status }, fault.retryAfter) : noReply();
		case 'echoKey':
			return jsonReply(400, { success: false, code: 90, message: `JSON mal formé: ${echo}` });
		default:
			return right ?? noReply();
	}
}

function noReply(): Reply {
	return jsonReply(500, { success: false, code: 500 });
}

function statusReply(fault: Extract<Fault, { kind: 'status' }>): Reply {
	const { status, html, retryAfter } = fault;
	const message = STATUS_CODES[status] ?? 'Error';
	const reply = html ? htmlReply(status) : jsonReply(status, { success: false, code: status, message });
	return withRetryAfter(reply, retryAfter);
}

function truncated(right: Reply | undefined): Reply {
	const whole = typeof right === 'object' ? right.text : '{"success":true,"code":200,"message_id":2254444}';
	const headers = { 'content-type': 'application/json' };
	return { status: 200, headers, text: whole.slice(0, Math.floor(whole.length / 2)) };
}
