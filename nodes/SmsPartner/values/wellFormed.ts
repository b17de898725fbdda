import isPlainObject from 'lodash/isPlainObject';

import { isRecord } from './narrow';

/** Half a character: `slice` cuts an emoji in two. With the flag `u`, both halves together are none. */
const HALF = /[\ud800-\udfff]/gu;

/** Text without halves of characters: one such half in one field makes the platform refuse a whole request as unreadable. */
export function wellFormed(text: string): string {
	return text.replace(HALF, '');
}

/** The same for every name and text in plain data. */
export function wellFormedData<T>(value: T): T;
export function wellFormedData(value: unknown): unknown {
	if (typeof value === 'string') return wellFormed(value);
	if (Array.isArray(value)) return value.map((entry) => wellFormedData(entry));
	if (!isRecord(value) || !isPlainObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [wellFormed(name), wellFormedData(entry)]));
}
