import { createHash } from 'crypto';

import { readInstant } from '../../values/dates';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { phoneNumberOf } from '../items/reading';
import type { Payload } from '../payload';
import { smsText } from '../smsText';
import { isCount, maxSize, placeOf } from './place';

/** One part of a long reply, as plain data that n8n can keep while the others are awaited. */
export interface Part {
	/** Equal for a repeated delivery of the same part. */
	id: string;
	/** Equal for all parts of a message; handsets use it again for later messages. */
	reference: string;
	/** Place in the message, from 1. */
	part: number;
	total: number;
	/** When it came, in milliseconds of Unix time. */
	arrivedAt: number;
	/** When it was sent, likewise; null where it does not say. */
	sentAt: number | null;
	payload: Payload;
}

/**
 * The part that a payload is; undefined for anything else. Parts belong together by sender, virtual number and
 * `concat-ref`; `messageId` differs from part to part in some samples (docs: webhooks).
 */
export function readPart(payload: Payload, now: Date): Part | undefined {
	const { fields } = payload;
	const place = placeOf(fields);
	const sender = phoneNumberOf(fields.msisdn);
	const text = smsText(fields.text);
	if (place === undefined || sender === null || text === undefined) return undefined;
	if (JSON.stringify(payload).length > maxSize) return undefined;
	const { part, total } = place;

	const timestamp = asText(fields['message-timestamp']) ?? '';
	const reference = JSON.stringify([sender, phoneNumberOf(fields.to), asText(fields['concat-ref'])?.trim() ?? '', total]);
	const messageId = asText(fields.messageId)?.trim() ?? '';
	// The time is perhaps that of the push, and another when the same part is pushed again.
	const identity = [reference, part, messageId, messageId === '' ? timestamp : '', text];
	return {
		id: createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 16),
		reference,
		part,
		total,
		arrivedAt: now.getTime(),
		// Only differences between parts are looked at, so that the zone does not matter.
		sentAt: readInstant(timestamp, 'UTC')?.toMillis() ?? null,
		payload,
	};
}

/** A part as it was kept; undefined for what is none. */
export function restorePart(value: unknown): Part | undefined {
	if (!isRecord(value) || !isRecord(value.payload)) return undefined;
	const { id, reference, part, total, arrivedAt, sentAt } = value;
	const { fields, raw } = value.payload;
	if (typeof id !== 'string' || typeof reference !== 'string' || typeof arrivedAt !== 'number') return undefined;
	if (!isCount(part) || !isCount(total) || !isRecord(fields) || !isRecord(raw)) return undefined;
	const payload = { fields: plain(fields), raw: plain(raw) };
	return { id, reference, part, total, arrivedAt, sentAt: typeof sentAt === 'number' ? sentAt : null, payload };
}

/** Without the observers that n8n puts around what it keeps. */
function plain(record: UnknownRecord): UnknownRecord {
	const copy: unknown = JSON.parse(JSON.stringify(record));
	return isRecord(copy) ? copy : {};
}
