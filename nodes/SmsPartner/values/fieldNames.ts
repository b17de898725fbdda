import isPlainObject from 'lodash/isPlainObject';

import { isRecord, type UnknownRecord } from './narrow';

/** Longer ones are compared as they stand: composing 100 kB of combining marks takes seconds. */
const MAX_LENGTH = 500;

/** Nothing here changes: letters of ASCII, without white space around them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The mark at the beginning of a file, and what it looks like when it is read in the wrong encoding. */
const BOM = /^(?:\ufeff|ï»¿)/;

/** A name as it reads: without what nobody sees, composed, and with every white space as a space. */
export function plainName(name: string): string {
	if (name.length > MAX_LENGTH || PLAIN.test(name)) return name;
	return name.replace(BOM, '').replace(/\p{Cf}/gu, '').replace(/\s/g, ' ').trim().normalize('NFC');
}

/** A name as it sounds: without case and accents too. */
export function looseName(name: string): string {
	const plain = plainName(name);
	return plain.length > MAX_LENGTH ? plain : plain.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Whether a name, or each step of a dotted path, is that of a field of any of these items, at any depth, as it sounds. */
export function nameFinder(items: Iterable<UnknownRecord>): (name: string) => boolean {
	const names = new Set([...fieldNames(items)].map(looseName));
	return (name) => {
		const loose = looseName(name);
		return names.has(loose) || loose.split('.').every((step) => names.has(step.trim()));
	};
}

function fieldNames(items: Iterable<UnknownRecord>): Set<string> {
	const names = new Set<string>();
	const seen = new Set<unknown>();
	const pending: unknown[] = [...items];
	for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
		if (Array.isArray(value)) push(pending, value);
		if (!isRecord(value) || !isPlainObject(value) || seen.has(value)) continue;
		seen.add(value);
		for (const name of Object.keys(value)) names.add(name);
		push(pending, Object.values(value));
	}
	return names;
}

function push(pending: unknown[], values: readonly unknown[]): void {
	for (const value of values) if (typeof value === 'object' && value !== null) pending.push(value);
}
