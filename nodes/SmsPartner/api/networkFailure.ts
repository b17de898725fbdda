import { asList, asText, isRecord, type UnknownRecord } from '../values/narrow';
import type { Endpoint } from './endpoint';
import type { Failure } from './failure';
import { noAnswer } from './judge';

/** Codes that only appear before a byte of the request has left: no name, no listener, no trusted TLS connection. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EPROTO',
	'ERR_INVALID_URL',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Ended from here, at any stage. */
const GIVEN_UP = new Set([...TIMED_OUT, 'ERR_CANCELED']);

interface NetworkFacts {
	code: string;
	/** Whether certainly no byte of the request has left. */
	neverSent: boolean;
}

/**
 * A failure from what n8n's request helper threw. Only the error's code is taken: its text, cause and stack hold the
 * request and with it the API key.
 */
export function networkFailure(endpoint: Endpoint, thrown: unknown): Failure {
	const { code, neverSent } = networkFacts(thrown);
	if (neverSent) {
		return {
			kind: 'unreachable',
			message: 'The platform could not be reached',
			description: `Nothing was sent. Check the internet connection of your n8n server and the Base URL in the credential, then run the node again (${code}).`,
			code,
		};
	}
	return TIMED_OUT.has(code) ? timedOut(endpoint, code) : noAnswer(endpoint, 'The platform closed the connection without an answer', undefined, code);
}

/** The time is up: the platform may still do what it was asked. */
export function timedOut(endpoint: Endpoint, code = 'ETIMEDOUT'): Failure {
	return noAnswer(endpoint, 'The platform did not answer in time', undefined, code);
}

/** n8n wraps the network error once or twice: its code is the first one down its causes. */
function networkFacts(thrown: unknown): NetworkFacts {
	const errors = withCauses(thrown);
	const code = errors.map((error) => asText(error.code)).find((each) => each !== undefined) ?? 'NO_ANSWER';
	// A host with several addresses: each was tried and has an error of its own, the code is that of the first.
	const tried = errors.map(({ errors: each }) => asList(each)).find((each) => each.length > 0);
	if (tried) return { code, neverSent: tried.every((error) => networkFacts(error).neverSent) };
	return { code, neverSent: NEVER_SENT.has(code) || errors.some(isConnecting) || (!GIVEN_UP.has(code) && errors.some(isHandshake)) };
}

function withCauses(thrown: unknown): UnknownRecord[] {
	const errors: UnknownRecord[] = [];
	for (let error = thrown; isRecord(error) && errors.length < 5; error = error.cause) errors.push(error);
	return errors;
}

function isConnecting({ syscall }: UnknownRecord): boolean {
	return syscall === 'connect';
}

/**
 * Whether the connection ended before it was encrypted, which is before a byte of the request is let out. Node says so of
 * the other side's goodbye by naming where it was connecting to; a reset shows only on the socket.
 */
function isHandshake(error: UnknownRecord): boolean {
	const { code, syscall, request } = error;
	const isGoodbye = code === 'ECONNRESET' && syscall === undefined && ['host', 'port', 'localAddress'].every((name) => Object.hasOwn(error, name));
	return isGoodbye || (isRecord(request) && isRecord(request.socket) && request.socket.secureConnecting === true);
}
