import { asText } from '../values/narrow';

/** A STOP stands at the very beginning of a text; what follows is not read. */
const enough = 64;
/** No word is longer. Searching more of a text than that overflows. */
const longestWord = 1_000;

const stop = /^(?:STOP+|S[^\p{L}\p{N}]{1,3}T[^\p{L}\p{N}]{1,3}O[^\p{L}\p{N}]{1,3}P)(?:SMS|PUB|ALL|STOP|\d)*(?![\p{L}\p{N}])/iu;

/** The text of an incoming SMS, which may be empty (or null); undefined where there is none, or a list or an object. */
export function smsText(value: unknown): string | undefined {
	if (value === null) return '';
	return typeof value === 'string' ? value : asText(value);
}

/**
 * Whether a text opts out: its first word is STOP, in any case, with accents, spelt out ("S.T.O.P"), with more than one
 * P, glued to SMS, PUB, ALL, STOP or the short code, and with anything but letters and digits around it ("Stop",
 * "STOP 36123", "STOPSMS"). "Stopping by later" does not.
 */
export function isStopText(text: string): boolean {
	const letters = beginning(text, enough).normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
	return stop.test(letters);
}

/** The first word of a text as it is written, without the punctuation around it. */
export function firstWord(text: string): string | undefined {
	return /^\S(?:\S*[\p{L}\p{M}\p{N}])?/u.exec(beginning(text, longestWord))?.[0];
}

/** From the first letter or digit on. */
function beginning(text: string, length: number): string {
	const start = text.search(/[\p{L}\p{N}]/u);
	return start < 0 ? '' : text.slice(start, start + length);
}
