import type { UnknownRecord } from '../values/narrow';

type Branch = Map<string, unknown>;

/** Deeper keys than any callback has stay as they are written: without a limit, the search overflows on a long one. */
const nestedKey = /^([^[\]]+)((?:\[[^[\]]*\]){1,9})$/;

/**
 * PHP-style form keys as nested values: `a[b]=c` is `{ a: { b: 'c' } }`, `a[]=1` and `a[0]=1` are `{ a: ['1'] }`.
 * Keys without brackets, with broken or with too many brackets are kept. The result is a list if the outermost keys
 * are 0, 1, ... (PHP writes a list of callbacks like that).
 */
export function expandBrackets(flat: UnknownRecord): unknown {
	const keys = Object.keys(flat);
	if (!keys.some((key) => key.includes('['))) return flat;
	const root: Branch = new Map();
	for (const key of keys) insert(root, pathOf(key), flat[key]);
	return plain(root);
}

function pathOf(key: string): string[] {
	const [, name, brackets] = nestedKey.exec(key) ?? [];
	return name === undefined || brackets === undefined ? [key] : [name, ...brackets.slice(1, -1).split('][')];
}

function insert(branch: Branch, [head = '', ...rest]: string[], value: unknown): void {
	if (head === '' && rest.length === 0 && Array.isArray(value)) {
		for (const each of value) branch.set(String(branch.size), each);
		return;
	}
	const name = head === '' ? String(branch.size) : head;
	if (rest.length === 0) {
		branch.set(name, value);
		return;
	}
	const known = branch.get(name);
	const next: Branch = known instanceof Map ? known : new Map();
	if (next !== known) branch.set(name, next);
	insert(next, rest, value);
}

function plain(branch: Branch): unknown {
	const entries = [...branch].map(([key, value]) => [key, value instanceof Map ? plain(value) : value] as const);
	const isList = entries.every(([key], index) => key === String(index));
	return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
