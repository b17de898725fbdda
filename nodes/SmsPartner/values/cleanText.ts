import { EMOJI } from './emoji';
import { codePointName } from './shown';

/** What was written, as a reader can see it (`U+200B`), and what is sent in its place; empty for what is left out. */
export type Replaced = Map<string, string>;

/** Nothing can be wrong with these, and most texts hold nothing else. */
const CLEAN = /^[\n\r\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20ac]*$/;

/**
 * Format characters nobody sees, but for those of an emoji. The signs of Arabic, Syriac and Kaithi that Unicode counts
 * among them are visible.
 */
const INVISIBLE = '(?![\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}])[\\p{Cf}\\p{Default_Ignorable_Code_Point}]';
/** Word writes a line break as \v, a page break as \f. */
const LINE_BREAK = '[\\v\\f\\x85\\u2028\\u2029]';
const SPACE = '(?! )[\\p{Zs}\\t]';
/** Control characters, and halves of characters: `slice` cuts an emoji in two. With the flag `u`, both halves together are none. */
const UNSENDABLE = '[\\p{Cs}\\x00-\\x09\\x0e-\\x1f\\x7f-\\x9f]';

const UNCLEAN = new RegExp(`(${EMOJI})|(${LINE_BREAK})|(${SPACE})|${INVISIBLE}|${UNSENDABLE}`, 'gu');

/**
 * No script puts more marks on a letter (Unicode's Stream-Safe Text Format), and the time that composing takes grows with
 * the square of their number.
 */
const TOO_MANY_MARKS = /(\p{M}{30})(\p{M}+)/gu;

/**
 * Text as it leaves, whatever it leaves as: composed (NFC), without invisible characters, every space a plain one. Line
 * breaks stay line breaks. `replaced`, if given, is told what changed, but for what nobody can see: how a letter is
 * composed, and which character breaks a line.
 */
export function cleanText(text: string, replaced: Replaced = new Map()): string {
	if (CLEAN.test(text)) return text;
	const cleaned = withoutExcessMarks(withoutUnclean(text, replaced), replaced).normalize('NFC');
	// What was left out stood between others, which may belong together now.
	return cleaned === text ? text : cleanText(cleaned, replaced);
}

function withoutUnclean(text: string, replaced: Replaced): string {
	return text.replace(UNCLEAN, (character: string, emoji?: string, lineBreak?: string, space?: string) => {
		if (emoji !== undefined) return emoji;
		if (lineBreak !== undefined) return '\n';
		const sent = space === undefined ? '' : ' ';
		replaced.set(codePointName(character), sent);
		return sent;
	});
}

function withoutExcessMarks(text: string, replaced: Replaced): string {
	return text.replace(TOO_MANY_MARKS, (_run, kept: string, excess: string) => {
		for (const mark of excess) replaced.set(codePointName(mark), '');
		return kept;
	});
}
