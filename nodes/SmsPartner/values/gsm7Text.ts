import type { Replaced } from './cleanText';
import { EMOJI } from './emoji';
import { GSM7_BASIC, GSM7_EXTENSION, REPLACEMENTS } from './gsm7';
import { shown } from './shown';
import { plainForm, standAlone } from './typography';

/** Only as far as this is named what cannot be sent: no longer text is sent, and nobody reads so many. */
const LOOKED_THROUGH = 5_000;

const UNTOUCHED = [...GSM7_BASIC, ...GSM7_EXTENSION]
	.filter((character) => !REPLACEMENTS.has(character))
	.map((character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
	.join('');

/** What is not plain already, as the reader sees it: an emoji, numbers in a row, a letter or a sign with its marks. */
const KINDS = [
	`(?:${EMOJI})\\p{M}*`,
	'(\\p{No}+)(\\p{M}*)',
	`(?=[\\p{L}\\p{Nd}#*])[${UNTOUCHED}]\\p{M}+`,
	`(?=[\\p{L}\\p{N}\\p{S}])[^${UNTOUCHED}]\\p{M}*`,
	`[^${UNTOUCHED}]`,
];
/** Most characters are plain: they are passed over before any kind is tried. */
const ODD = new RegExp(`(?=[^${UNTOUCHED}]|[^]\\p{M})(?:${KINDS.join('|')})`, 'gu');

/** What joins the parts of an emoji, and is not seen. */
const JOINS = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

export interface Gsm7Text {
	text: string;
	/** What arrives in place of what was written, be it replaced here or by the platform. */
	replaced: Replaced;
	/** What has no plain form. */
	unsupported: Set<string>;
}

/** A clean text as it leaves without Unicode: in plain forms, but for what the platform replaces by itself. */
export function toGsm7(clean: string): Gsm7Text {
	const replaced: Replaced = new Map();
	const unsupported = new Set<string>();
	const leavesAs = (part: string, plain: string | undefined, offset: number): string => {
		if (plain !== undefined) {
			replaced.set(part, plain);
			return REPLACEMENTS.has(part) ? part : plain;
		}
		if (offset < LOOKED_THROUGH) unsupported.add(shown(part));
		return part.replace(JOINS, '');
	};
	const text = clean.replace(ODD, (odd: string, numbers: string | undefined, marks: string, offset: number) => {
		if (numbers === undefined) return leavesAs(odd, plainOf(odd), offset);
		const isPlain = marks === '' && standAlone(numbers, clean.slice(Math.max(0, offset - 2), offset), clean.slice(offset + odd.length));
		return [...odd].map((number) => leavesAs(number, isPlain ? plainForm(number) : undefined, offset)).join('');
	});
	return { text, replaced, unsupported };
}

function plainOf(odd: string): string | undefined {
	const [character, ...others] = odd.replace(/\p{M}/gu, '');
	return character === undefined || others.length > 0 ? undefined : plainForm(character);
}
