import { accept, refuse, type Checked } from './checked';
import { cleanText, type Replaced } from './cleanText';
import { GSM7_EXTENSION, REPLACEMENTS } from './gsm7';
import { toGsm7 } from './gsm7Text';
import { asText } from './narrow';
import { intoSegments, MAX_SEGMENTS, SEGMENT_SIZE, type Encoding } from './segments';
import { plainForm } from './typography';

export interface TextOptions {
	unicode: boolean;
}

export interface MessageSize {
	encoding: Encoding;
	/** As billed: a line break counts as two, and so does € in GSM-7. */
	characters: number;
	/** As many as are certainly enough; the platform may bill fewer. */
	segments: number;
	/** What arrives differently, as a reader can see it (`U+200B`); `to` is empty for what is left out. */
	replacedCharacters: Array<{ from: string; to: string }>;
	/** What neither GSM-7 nor any replacement covers; always empty in Unicode mode. */
	unsupportedCharacters: string[];
}

/** A text that can be sent, clean, and what it will be billed as. */
export interface Message {
	text: string;
	size: MessageSize;
}

const LINE_BREAK = /\r\n|[\n\r]/g;
const LINE_BREAK_TAG = ':br:';
const EURO_TAG = ':euro:';

/** Longer texts never fit, even if all of it were the tags that the platform writes as two characters: they are not measured. */
const MAX_LENGTH = (MAX_SEGMENTS * SEGMENT_SIZE['GSM-7'].multi * EURO_TAG.length) / 2;

/** The text as the platform wants it: its tags for line breaks and, unless Unicode is on, for the euro sign (docs: single-send). */
export function encodeMessage(text: string, { unicode }: TextOptions): string {
	const clean = cleanText(text);
	const lines = (unicode ? clean : toGsm7(clean).text).replace(LINE_BREAK, LINE_BREAK_TAG);
	return unicode ? lines : lines.replaceAll('€', EURO_TAG);
}

/** What a text will be billed as, counted on what the platform sends. Takes the user's text; the tags are known in it too. */
export function measureMessage(text: string, options: TextOptions): MessageSize {
	const replaced: Replaced = new Map();
	return measure(cleanText(text, replaced), replaced, options).size;
}

/** The text of a message of 1 to `MAX_SEGMENTS` SMS. */
export function checkMessage(text: unknown, options: TextOptions): Checked<string> {
	const message = readMessage(text, options);
	return message.ok ? accept(message.value.text) : message;
}

/** A message of 1 to `MAX_SEGMENTS` SMS. */
export function readMessage(input: unknown, options: TextOptions): Checked<Message> {
	const replaced: Replaced = new Map();
	const text = cleanText(asText(input) ?? '', replaced);
	if (text.trim() === '') {
		return input === undefined || input === null || typeof input === 'string'
			? refuse('"Message" is empty', 'Fill in the text of the SMS. If it comes from an expression, check that it gives a text on this item.')
			: refuse('"Message" is not text', 'Give the text of the SMS, not a list or an object.');
	}
	if (text.length > MAX_LENGTH) {
		return refuse(
			`"Message" is far too long: at most ${MAX_SEGMENTS} SMS can be sent`,
			`It has ${text.length} characters and ${MAX_SEGMENTS * SEGMENT_SIZE[options.unicode ? 'UCS-2' : 'GSM-7'].multi} fit: shorten it.`,
		);
	}
	const { size, fitting, isBlank } = measure(text, replaced, options);
	if (isBlank) {
		return refuse('"Message" would be empty', 'Without Unicode none of its characters is sure to arrive. Write letters or digits, or turn on Unicode.');
	}
	if (size.segments > MAX_SEGMENTS) {
		return refuse(
			`"Message" needs ${size.segments} SMS, and at most ${MAX_SEGMENTS} can be sent`,
			`It counts ${size.characters} characters and ${fitting} fit${options.unicode ? ' in Unicode' : ''}: shorten it by ${size.characters - fitting}.`,
		);
	}
	return accept({ text, size });
}

/** Measures a clean text; `replaced` is what cleaning changed. */
function measure(text: string, replaced: Replaced, { unicode }: TextOptions) {
	const encoding = unicode ? 'UCS-2' : 'GSM-7';
	const sent = unicode ? { text, replaced: [], unsupported: [] } : toGsm7(text);
	const sizes = unicode ? unitsOf(sent.text) : septetsOf(sent.text);
	const { characters, segments, fitting } = intoSegments(sizes, encoding);
	const replacedCharacters = [...replaced, ...sent.replaced].map(([from, to]) => ({ from, to }));
	const size: MessageSize = { encoding, characters, segments, replacedCharacters, unsupportedCharacters: [...sent.unsupported] };
	return { size, fitting, isBlank: !unicode && isRemoved(sent.text) };
}

function unitsOf(text: string): number[] {
	return Array.from(untag(text), ({ length }) => length);
}

function septetsOf(text: string): number[] {
	const sizes: number[] = [];
	for (const character of untag(text)) {
		for (const sent of REPLACEMENTS.get(character) ?? character) sizes.push(GSM7_EXTENSION.has(sent) ? 2 : 1);
	}
	return sizes;
}

/** With every line break as two characters, the tags included. */
function untag(text: string): string {
	return text.replace(LINE_BREAK, LINE_BREAK_TAG).replaceAll(LINE_BREAK_TAG, '\r\n').replaceAll(EURO_TAG, '€');
}

/** Whether GSM-7 has none of the text's characters but spaces: what arrived would be blank. */
function isRemoved(text: string): boolean {
	for (const character of untag(text)) if ((plainForm(character) ?? '').trim() !== '') return false;
	return true;
}
