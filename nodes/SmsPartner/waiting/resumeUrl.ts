import { randomBytes } from 'crypto';

import { accept, refuse, type Checked } from '../values/checked';
import { asText } from '../values/narrow';

/** Query parameter of the nonce. */
export const NONCE_PARAMETER = 'wait';

const nonces = new WeakMap<object, string>();

/** The secret of a run's wait, the same for all its tries: the SMS of the first try carries it. */
export function nonceOf(run: object): string {
	const nonce = nonces.get(run) ?? randomBytes(16).toString('base64url');
	nonces.set(run, nonce);
	return nonce;
}

/**
 * The URL that wakes an execution. n8n 2 signs its resume URL; that of n8n 1 can be guessed, and both are the same for
 * every wait of an execution: the nonce makes up for it.
 */
export function resumeUrl(base: unknown, path: string, nonce: string): Checked<string> {
	const text = asText(base) ?? '';
	if (!URL.canParse(text)) {
		return refuse('n8n gives this execution no URL to wake it by', 'Save the workflow and run it again. Nothing was sent.');
	}
	const url = new URL(text);
	url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
	url.searchParams.set(NONCE_PARAMETER, nonce);
	return accept(url.toString());
}
