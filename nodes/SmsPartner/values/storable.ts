import { isRecord, type UnknownRecord } from './narrow';

/** NUL, and half a character: an emoji may be cut between two parts of an SMS. */
const UNSTORABLE = /[\0\ud800-\udfff]/gu;

/** Text that every database takes: PostgreSQL refuses a row, or a JSON document, over one such character. */
export function storableText(text: string): string {
	return text.replace(UNSTORABLE, '\ufffd');
}

/** Plain data, of limited depth, with names and texts that every database takes. */
export function storable(record: UnknownRecord): UnknownRecord {
	return Object.fromEntries(Object.keys(record).map((name) => [storableText(name), storableValue(record[name])]));
}

function storableValue(value: unknown): unknown {
	if (typeof value === 'string') return storableText(value);
	if (Array.isArray(value)) return value.map(storableValue);
	return isRecord(value) ? storable(value) : value;
}
