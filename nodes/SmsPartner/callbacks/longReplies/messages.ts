import minBy from 'lodash/minBy';

import type { UnknownRecord } from '../../values/narrow';
import type { Payload } from '../payload';
import { smsText } from '../smsText';
import type { Part } from './part';

/** The parts of one message that have come, in part order. */
export interface Message {
	parts: readonly Part[];
	complete: boolean;
	/** When the first of them came, in milliseconds of Unix time. */
	since: number;
}

/** Parts sent further apart belong to different messages: the sample has one second (docs: webhooks). */
const maxApartMs = 10 * 60_000;

/**
 * The messages that parts of one reference make up. Handsets use a reference again, so that a part joins the message
 * that lacks it and was sent nearest to it, the newer one in doubt.
 */
export function toMessages(parts: readonly Part[]): Message[] {
	const messages: Part[][] = [];
	for (const part of [...parts].sort((a, b) => a.arrivedAt - b.arrivedAt)) {
		const lacking = messages.filter((message) => message.every((other) => other.part !== part.part && apart(other, part) <= maxApartMs));
		const nearest = minBy(lacking.reverse(), (message) => distance(message, part));
		if (nearest === undefined) messages.push([part]);
		else nearest.push(part);
	}
	return messages.map(toMessage);
}

function toMessage(parts: Part[]): Message {
	return {
		parts: [...parts].sort((a, b) => a.part - b.part),
		complete: parts.length === parts[0]?.total,
		since: Math.min(...parts.map(({ arrivedAt }) => arrivedAt)),
	};
}

function distance(message: readonly Part[], part: Part): number {
	return Math.min(...message.map((other) => apart(other, part)));
}

function apart(a: Part, b: Part): number {
	return a.sentAt === null || b.sentAt === null ? 0 : Math.abs(a.sentAt - b.sentAt);
}

/**
 * The message as one payload: the fields of its first part, with the whole text, so that it is read like any reply.
 * `raw` holds the parts as they came.
 */
export function joinParts({ parts }: Message): Payload {
	const fields: UnknownRecord = {
		...parts[0]?.payload.fields,
		text: parts.map(({ payload }) => smsText(payload.fields.text) ?? '').join(''),
	};
	return { fields, raw: { parts: parts.map(({ payload }) => payload.raw) } };
}
