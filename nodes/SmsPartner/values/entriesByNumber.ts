import type { UnknownRecord } from './narrow';
import { displayPhoneNumber } from './phoneNumber';

/**
 * The entry of an answer for each phone number (E.164) that was asked about: by the number in one of `fields`, or by its
 * place when the answer lists as many entries but none of the numbers.
 */
export function entriesByNumber(
	phoneNumbers: readonly string[],
	entries: readonly UnknownRecord[],
	fields: readonly string[] = ['phoneNumber'],
): Array<UnknownRecord | undefined> {
	const byNumber = new Map(entries.flatMap((entry) => fields.map((field) => [displayPhoneNumber(entry[field]), entry])));
	const inOrder = entries.length === phoneNumbers.length && !phoneNumbers.some((phoneNumber) => byNumber.has(phoneNumber));
	return inOrder ? [...entries] : phoneNumbers.map((phoneNumber) => byNumber.get(phoneNumber));
}
