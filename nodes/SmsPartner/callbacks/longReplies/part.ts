import { createHash } from 'crypto';

import { readInstant } from '../../values/dates';
import { asBoolean, asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { phoneNumberOf } from '../items/reading';
import type { Payload } from '../payload';
import { smsText } from '../smsText';

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

/** More than a concatenated SMS can have: its header has one byte for the count. */
const maxTotal = 255;
/** No SMS part is near it; whatever else claims to be one is not kept. */
const maxSize = 20_000;

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
	const identity = [reference, part, asText(fields.messageId) ?? '', timestamp, text];
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

/** Which part of how many these fields are; undefined where they are a message of their own, whatever numbers they bear. */
export function placeOf(fields: UnknownRecord): { part: number; total: number } | undefined {
	const total = asNumber(fields['concat-total']);
	const part = asNumber(fields['concat-part']);
	if (!isCount(total) || total < 2 || !isCount(part) || part > total || asBoolean(fields.concat) === false) return undefined;
	return smsText(fields.text) !== undefined && JSON.stringify(fields).length <= maxSize ? { part, total } : undefined;
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

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxTotal;
}

/** Without the observers that n8n puts around what it keeps. */
function plain(record: UnknownRecord): UnknownRecord {
	const copy: unknown = JSON.parse(JSON.stringify(record));
	return isRecord(copy) ? copy : {};
}
