import { asText } from '../values/narrow';

/** No word is longer. Searching more of a text than that overflows. */
const longestWord = 1_000;

/** The text of an incoming SMS, which may be empty (or null); undefined where there is none, or a list or an object. */
export function smsText(value: unknown): string | undefined {
	if (value === null) return '';
	return typeof value === 'string' ? value : asText(value);
}

/** The first word of a text as it is written, without the punctuation around it. */
export function firstWord(text: string): string | undefined {
	const start = text.search(/[\p{L}\p{N}]/u);
	return start < 0 ? undefined : /^\S(?:\S*[\p{L}\p{M}\p{N}])?/u.exec(text.slice(start, start + longestWord))?.[0];
}
