import { asText } from '../values/narrow';

/** A STOP stands at the very beginning of a text; what follows is not read. */
const enough = 64;

/** The text of an incoming SMS, which may be empty (or null); undefined where there is none, or a list or an object. */
export function smsText(value: unknown): string | undefined {
	if (value === null) return '';
	return typeof value === 'string' ? value : asText(value);
}

/**
 * Whether a text opts out: its first word is STOP, in any case, with accents, glued to SMS, PUB or the short code,
 * and with anything but letters and digits around it ("Stop", "STOP.", "STOP 36123", "stop pub", "STOPSMS").
 * "Stopping by later" does not.
 */
export function isStopText(text: string): boolean {
	const start = text.search(/[\p{L}\p{N}]/u);
	if (start < 0) return false;
	const letters = text.slice(start, start + enough).normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
	return /^STOP(?:SMS|PUB)?\d*(?![\p{L}\p{N}])/iu.test(letters);
}

/** The first word of a text as it is written, without the punctuation around it. */
export function firstWord(text: string): string | undefined {
	return /[\p{L}\p{N}](?:\S*[\p{L}\p{M}\p{N}])?/u.exec(text)?.[0];
}
