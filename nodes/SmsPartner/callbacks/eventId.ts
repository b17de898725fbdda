import { createHash } from 'crypto';
import { isRecord } from '../values/narrow';
import type { CallbackEvent } from './events';

/**
 * A short id of an event: equal when the platform delivers the same event again, in whatever encoding, and different
 * for a new status or another part. It never depends on when or how the event arrived.
 *
 * @param identity what tells this event from every other of its kind
 */
export function eventId(event: CallbackEvent, identity: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify([event, canonical(identity)])).digest('hex').slice(0, 32);
}

/** One form for what JSON and a form write differently: scalars as text, nothing as empty text, sorted keys. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (!isRecord(value)) return value === undefined || value === null ? '' : String(value).trim();
	const keys = Object.keys(value).sort();
	return keys.map((key) => [key, canonical(value[key])]);
}
