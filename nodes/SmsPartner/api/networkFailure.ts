import { asText, isRecord } from '../values/narrow';
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

/** These also end a connection that was already open, so they count only when connecting itself ended. */
const NEVER_SENT_WHEN_CONNECTING = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ETIMEDOUT']);

const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

interface NetworkFacts {
	code: string;
	connecting: boolean;
}

/**
 * A failure from what n8n's request helper threw. Only the error's code is taken: its text, cause and stack hold the
 * request and with it the API key.
 */
export function networkFailure(endpoint: Endpoint, thrown: unknown): Failure {
	const { code, connecting } = networkFacts(thrown);
	if (NEVER_SENT.has(code) || (connecting && NEVER_SENT_WHEN_CONNECTING.has(code))) {
		return {
			kind: 'unreachable',
			message: 'The platform could not be reached',
			description: `Nothing was sent. Check the internet connection of your n8n server and the Base URL in the credential, then run the node again (${code}).`,
			code,
		};
	}
	return noAnswer(endpoint, `The platform ${TIMED_OUT.has(code) ? 'did not answer in time' : 'closed the connection without an answer'}`, undefined, code);
}

/** n8n wraps the network error once or twice: walk down its causes to the first code. */
function networkFacts(thrown: unknown): NetworkFacts {
	const facts: NetworkFacts = { code: '', connecting: false };
	let error: unknown = thrown;
	for (let depth = 0; depth < 5 && isRecord(error); depth++) {
		facts.code ||= asText(error.code) ?? '';
		facts.connecting ||= error.syscall === 'connect';
		error = error.cause;
	}
	facts.code ||= 'NO_ANSWER';
	return facts;
}
