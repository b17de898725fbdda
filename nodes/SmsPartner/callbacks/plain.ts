import { isRecord, type UnknownRecord } from '../values/narrow';
import { isOperatorSecret } from './fields';

/** Deeper nesting than any callback has is cut off: n8n could not store the item. */
const maxDepth = 20;

/**
 * Plain data that n8n can store: no `__proto__`, no endless depth, nothing that JSON cannot write (`1e999` is infinite);
 * and nothing that an operator signs with.
 */
export function plain(value: unknown, depth = 0): unknown {
	if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'object' || value === null || depth >= maxDepth) return null;
	return isRecord(value) ? plainRecord(value, depth) : Object.values(value).map((each) => plain(each, depth + 1));
}

function plainRecord(record: UnknownRecord, depth: number): UnknownRecord {
	const names = Object.keys(record).filter((name) => name !== '__proto__' && !isOperatorSecret(name));
	return Object.fromEntries(names.map((name) => [name, plain(record[name], depth + 1)]));
}
