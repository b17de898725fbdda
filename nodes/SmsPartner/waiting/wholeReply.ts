import { sleep } from 'n8n-workflow';

import { joinParts, toMessages } from '../callbacks/longReplies/messages';
import { readPart, type Part } from '../callbacks/longReplies/part';
import type { Payload } from '../callbacks/payload';
import { ended } from './onlyOnce';

export interface WholeReply {
	payload: Payload;
	/** Whether a part of it is missing; undefined for a reply that is not in parts. */
	complete?: boolean;
}

/** The parts of one message come within a second (docs: webhooks). */
const patienceMs = 5_000;
const sliceMs = 50;

/** Parts that wait for the others, by the nonce of the wait. */
const waiting = new Map<string, Part[]>();

/**
 * The reply that a payload belongs to: itself, or the message of which it is a part once all parts are there. The
 * request that brings the last part goes on at once; the others find the wait ended, and get undefined.
 */
export async function wholeReply(payload: Payload, nonce: string, now: Date): Promise<WholeReply | undefined> {
	const part = readPart(payload, now);
	if (part === undefined) return { payload };
	const parts = waiting.get(nonce) ?? [];
	waiting.set(nonce, parts);
	if (!parts.some(({ id }) => id === part.id)) parts.push(part);
	const message = () => toMessages(parts).find((each) => each.parts.some(({ id }) => id === part.id));
	for (let waited = 0; waited < patienceMs && message()?.complete === false && !ended.has(nonce); waited += sliceMs) await sleep(sliceMs);
	waiting.delete(nonce);
	const whole = message();
	return whole === undefined || ended.has(nonce) ? undefined : { payload: joinParts(whole), complete: whole.complete };
}
