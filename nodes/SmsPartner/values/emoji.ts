/** A pictograph with what changes its look: U+FE0F, or a skin tone. */
const PICTOGRAPH = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?';

/**
 * Source of a regular expression (flag `u`) for an emoji as the reader sees it, with all that it is made of: a flag of two
 * letters, a flag with tags (Scotland), a key, or pictographs joined by U+200D (a family).
 */
export const EMOJI = [
	'\\p{Regional_Indicator}{2}',
	'\\u{1f3f4}[\\u{e0030}-\\u{e007a}]{1,6}\\u{e007f}',
	'[#*0-9]\\ufe0f?\\u20e3',
	`${PICTOGRAPH}(?:\\u200d${PICTOGRAPH})*`,
].join('|');
