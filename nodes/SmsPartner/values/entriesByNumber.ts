import type { UnknownRecord } from './narrow';
import { displayPhoneNumber } from './phoneNumber';
import { translate } from './vocabulary';

/**
 * The entry of an answer for each phone number (E.164) that was asked about: by its number under any of the platform's
 * names or in one of `fields`, or by its place when the answer lists as many entries and no number that can be read.
 */
export function entriesByNumber(
	phoneNumbers: readonly string[],
	entries: readonly UnknownRecord[],
	fields: readonly string[] = [],
): Array<UnknownRecord | undefined> {
	return allByNumber(phoneNumbers, entries, fields).map((own) => own.at(-1));
}

/** Likewise, all entries of each phone number: an answer may list one twice, and not say the same of it. */
export function allByNumber(phoneNumbers: readonly string[], entries: readonly UnknownRecord[], fields: readonly string[] = []): UnknownRecord[][] {
	const byNumber = new Map<unknown, UnknownRecord[]>();
	for (const entry of entries) {
		const written = [translate(entry, ['phoneNumber']).phoneNumber, ...fields.map((field) => displayPhoneNumber(entry[field]))];
		for (const number of new Set(written)) {
			const own = byNumber.get(number) ?? [];
			byNumber.set(number, own);
			own.push(entry);
		}
	}
	const inOrder = entries.length === phoneNumbers.length && ![...byNumber.keys()].some(isReadable);
	return inOrder ? entries.map((entry) => [entry]) : phoneNumbers.map((phoneNumber) => byNumber.get(phoneNumber) ?? []);
}

/** Digits only: neither absent nor masked (`+336xxxxxxx1`). */
function isReadable(number: unknown): boolean {
	return typeof number === 'string' && /^\+?\d{6,}$/.test(number);
}
