import { isGsm7, REPLACEMENTS } from './gsm7';

/** What decomposes into nothing plainer and has an obvious equal all the same. */
const EQUALS: ReadonlyMap<string, string> = new Map(
	[
		["‚‛‹›′‵´ʹʻʼʽˈ❛❜", "'"],
		['„”‟″‶〝〞〟ˮ❝❞', '"'],
		['−˗⁃•‣◦▪', '-'],
		['·‧∙⋅', '.'],
		['⁄∕', '/'],
		['×', 'x'],
		['∗', '*'],
		['∶', ':'],
		['±', '+/-'],
		['≤', '<='],
		['≥', '>='],
		['Œ', 'OE'],
		['ẞ', 'SS'],
		['Þ', 'Th'],
		['þ', 'th'],
		['ȷ', 'j'],
		// Letters with a stroke, a hook or without their dot.
		...['AȺ', 'aⱥ', 'BɃƁ', 'bƀɓ', 'CȻƇ', 'cȼƈ', 'DÐĐƊ', 'dðđɗ', 'EɆ', 'eɇ', 'FƑ', 'fƒ', 'GǤƓ', 'gǥɠ', 'HĦ', 'hħ', 'IƗ', 'iıɨ', 'JɈ', 'jɉ', 'KƘ', 'kƙ'],
		...['LŁȽ', 'lłƚ', 'NƝ', 'nɲ', 'PƤ', 'pƥ', 'RɌ', 'rɍ', 'TŦƬ', 'tŧƭ', 'UɄ', 'uʉ', 'VƲ', 'vʋ', 'YɎƳ', 'yɏƴ', 'ZƵ', 'zƶ'],
	].flatMap((row) => {
		const [to = '', ...from] = typeof row === 'string' ? [...row] : [row[1] ?? '', ...(row[0] ?? '')];
		return from.map((character): [string, string] => [character, to]);
	}),
);

/** They mean more than the letters they are made of. */
const MEANINGFUL = /[™℠]/;

/** A mark on anything but a letter or a digit may change what it says: ≠ is no =, and ´ is no space. */
const LOOSE_MARK = /(?<![\p{L}\p{N}\p{M}])\p{M}/u;

/**
 * What arrives of a character without Unicode: itself, what the platform makes of it, or its obvious equal: letters
 * without their accents, straight quotes, plain dashes, ligatures and full-width forms in the letters they stand for.
 * Undefined if there is none.
 */
export function plainForm(character: string): string | undefined {
	const known = REPLACEMENTS.get(character) ?? (isGsm7(character) ? character : EQUALS.get(character));
	if (known !== undefined) return known;
	if (/\p{Pd}/u.test(character)) return '-';
	const parts = character.normalize('NFKD');
	if (parts === character || MEANINGFUL.test(character) || LOOSE_MARK.test(parts)) return undefined;
	const plain = [...parts.replace(/\p{M}/gu, '')].map(plainForm);
	return plain.includes(undefined) ? undefined : plain.join('');
}

/** Digits that make up one number (m⁻¹², C₁₂). */
const RAISED_OR_LOWERED = /^(?:[²³¹⁰⁴-⁹]+|[₀-₉]+)$/;

/**
 * Whether numbers that are no plain digits (², ½, ①) keep their meaning in plain form. Next to a digit, or to each
 * other, they would become another number, such as 102 of 10².
 */
export function standAlone(numbers: string, before: string, after: string): boolean {
	if (/\p{Nd}$/u.test(before) || /^\p{Nd}/u.test(after)) return false;
	return [...numbers].length === 1 || RAISED_OR_LOWERED.test(numbers);
}
