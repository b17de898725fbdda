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
	const byNumber = new Map(
		entries.flatMap((entry) => {
			const written = [translate(entry, ['phoneNumber']).phoneNumber, ...fields.map((field) => displayPhoneNumber(entry[field]))];
			return written.map((number) => [number, entry]);
		}),
	);
	const inOrder = entries.length === phoneNumbers.length && ![...byNumber.keys()].some(isReadable);
	return inOrder ? [...entries] : phoneNumbers.map((phoneNumber) => byNumber.get(phoneNumber));
}

/** Digits only: neither absent nor masked (`+336xxxxxxx1`). */
function isReadable(number: unknown): boolean {
	return typeof number === 'string' && /^\+?\d{6,}$/.test(number);
}
