import { sleep } from 'n8n-workflow';

import { joinParts, toMessages } from '../callbacks/longReplies/messages';
import { readPart, type Part } from '../callbacks/longReplies/part';
import type { Payload } from '../callbacks/payload';
import { ended } from './onlyOnce';
import type { Wait } from './wait';

export interface WholeReply {
	payload: Payload;
	/** Whether a part of it is missing; undefined for a reply that is not in parts. */
	complete?: boolean;
}

/** The parts of one message come within a second (docs: webhooks). */
const patienceMs = 5_000;
/** What is there of a reply leaves that much before the time limit, rather than not at all. */
const beforeLimitMs = 1_000;
const sliceMs = 50;

/** Parts that wait for the others, by the nonce of the wait. */
const waiting = new Map<string, Part[]>();

/**
 * The reply that a payload belongs to: itself, or the message of which it is a part, once all parts are there or one of
 * them has ended the wait.
 */
export async function wholeReply(payload: Payload, { nonce, until }: Wait, now: Date): Promise<WholeReply> {
	const part = readPart(payload, now);
	if (part === undefined) return { payload };
	const parts = waiting.get(nonce) ?? [];
	waiting.set(nonce, parts);
	if (!parts.some(({ id }) => id === part.id)) parts.push(part);
	const message = () => toMessages(parts).find((each) => each.parts.some(({ id }) => id === part.id));
	const patience = Math.min(patienceMs, until - now.getTime() - beforeLimitMs);
	for (let waited = 0; waited < patience && message()?.complete === false && !ended.has(nonce); waited += sliceMs) await sleep(sliceMs);
	waiting.delete(nonce);
	const whole = message();
	return whole === undefined ? { payload } : { payload: joinParts(whole), complete: whole.complete };
}
