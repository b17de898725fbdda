import { accept, refuse, type Checked } from './checked';
import { GSM7_BASIC, GSM7_EXTENSION, REPLACEMENTS } from './gsm7';
import { asText } from './narrow';
import { wellFormed } from './wellFormed';

/** More is refused by the platform (docs: error codes, 52). */
export const MAX_SEGMENTS = 10;

/** Longer texts never fit, even if all of it were escaped characters: they are not looked at one by one. */
const MAX_LENGTH = MAX_SEGMENTS * 153 * 2;

export interface TextOptions {
	unicode: boolean;
}

export interface MessageSize {
	encoding: 'GSM-7' | 'UCS-2';
	/** As billed: a line break counts as two, and so does € in GSM-7. */
	characters: number;
	segments: number;
	/** What the platform will write differently; `to` is empty for what it removes. */
	replacedCharacters: Array<{ from: string; to: string }>;
	/** What neither GSM-7 nor the platform's replacements cover; always empty in Unicode mode. */
	unsupportedCharacters: string[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const NO_BREAK_SPACE = /[\u00a0\u2007\u202f]/g;
const LINE_BREAK_TAG = ':br:';
const EURO_TAG = ':euro:';

/** Characters of a text that fits one SMS, and of each SMS of a longer one (docs: Message text). */
const SEGMENT_SIZE = { 'GSM-7': { single: 160, multi: 153 }, 'UCS-2': { single: 70, multi: 67 } } as const;

/** The text as the platform wants it: its tags for line breaks and, unless Unicode is on, for the euro sign (docs: single-send). */
export function encodeMessage(text: string, { unicode }: TextOptions): string {
	const whole = wellFormed(text);
	const lines = (unicode ? whole : plain(whole)).replace(LINE_BREAK, LINE_BREAK_TAG);
	return unicode ? lines : lines.replaceAll('€', EURO_TAG);
}

/** French typography is full of spaces that GSM-7 lacks, and some systems write é as two characters. */
function plain(text: string): string {
	return text.normalize('NFC').replace(NO_BREAK_SPACE, ' ');
}

/** What a text will be billed as, counted on what the platform sends. Takes the user's text; the tags are known in it too. */
export function measureMessage(text: string, { unicode }: TextOptions): MessageSize {
	const whole = wellFormed(text);
	return unicode ? measureUcs2(whole) : measureGsm7(whole);
}

/** A text of 1 to `MAX_SEGMENTS` SMS, unchanged but for halves of characters. */
export function checkMessage(text: unknown, options: TextOptions): Checked<string> {
	const message = wellFormed(asText(text) ?? '');
	if (message.trim() === '') {
		return text === undefined || text === null || typeof text === 'string'
			? refuse('"Message" is empty', 'Fill in the text of the SMS. If it comes from an expression, check that it gives a text on this item.')
			: refuse('"Message" is not text', 'Give the text of the SMS, not a list or an object.');
	}
	if (message.length > MAX_LENGTH) {
		return refuse(
			`"Message" is far too long: at most ${MAX_SEGMENTS} SMS can be sent`,
			`It has ${message.length} characters and ${MAX_SEGMENTS * SEGMENT_SIZE[options.unicode ? 'UCS-2' : 'GSM-7'].multi} fit: shorten it.`,
		);
	}
	const { encoding, characters, segments } = measureMessage(message, options);
	if (!options.unicode && isRemoved(message)) {
		return refuse('"Message" would be empty', 'Without Unicode the platform removes every character of it. Write letters or digits, or turn on Unicode.');
	}
	if (segments > MAX_SEGMENTS) {
		const limit = MAX_SEGMENTS * SEGMENT_SIZE[encoding].multi;
		return refuse(
			`"Message" needs ${segments} SMS, and at most ${MAX_SEGMENTS} can be sent`,
			`It counts ${characters} characters and ${limit} fit${encoding === 'UCS-2' ? ' in Unicode' : ''}: shorten it by ${characters - limit}.`,
		);
	}
	return accept(message);
}

function measureUcs2(text: string): MessageSize {
	return sized('UCS-2', untag(text).length, [], []);
}

function measureGsm7(text: string): MessageSize {
	const replaced = new Map<string, string>();
	let characters = 0;
	let supported = true;
	const counted = untag(plain(text));
	for (const character of counted) {
		const replacement = REPLACEMENTS.get(character);
		if (replacement !== undefined) replaced.set(character, replacement);
		else if (!isGsm7(character)) supported = false;
		for (const sent of replacement ?? character) characters += GSM7_EXTENSION.has(sent) ? 2 : 1;
	}
	return sized(
		'GSM-7',
		characters,
		[...replaced].map(([from, to]) => ({ from, to })),
		supported ? [] : unsupported(counted),
	);
}

/** With every line break as two characters, the tags included. */
function untag(text: string): string {
	return text.replace(LINE_BREAK, LINE_BREAK_TAG).replaceAll(LINE_BREAK_TAG, '\r\n').replaceAll(EURO_TAG, '€');
}

function isGsm7(character: string): boolean {
	return GSM7_BASIC.has(character) || GSM7_EXTENSION.has(character) || REPLACEMENTS.has(character);
}

/** Whether GSM-7 has none of the text's characters but spaces: what arrived would be blank. */
function isRemoved(text: string): boolean {
	return [...untag(plain(text))].every((character) => {
		const sent = REPLACEMENTS.get(character) ?? (isGsm7(character) ? character : '');
		return sent.trim() === '';
	});
}

/** Whole characters as the reader sees them: an emoji of several code points is one. Looks no further than `MAX_LENGTH`. */
function unsupported(text: string): string[] {
	const looked = text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
	const graphemes = [...new Intl.Segmenter().segment(looked)].map(({ segment }) => segment);
	return [...new Set(graphemes.filter((grapheme) => ![...grapheme].every(isGsm7)))];
}

function sized(
	encoding: MessageSize['encoding'],
	characters: number,
	replacedCharacters: MessageSize['replacedCharacters'],
	unsupportedCharacters: string[],
): MessageSize {
	const { single, multi } = SEGMENT_SIZE[encoding];
	const segments = characters <= single ? Math.sign(characters) : Math.ceil(characters / multi);
	return { encoding, characters, segments, replacedCharacters, unsupportedCharacters };
}
