import fc from 'fast-check';

import { GSM7_BASIC, GSM7_EXTENSION, isGsm7, REPLACEMENTS } from '../../nodes/SmsPartner/values/gsm7';
import { plainForm, standAlone } from '../../nodes/SmsPartner/values/typography';

test.each([
	['”', '"'],
	['„', '"'],
	['‚', "'"],
	['‹', "'"],
	['´', "'"],
	['′', "'"],
	['″', '"'],
	['…', '...'],
	['–', '-'],
	['—', '-'],
	['\u2011', '-'],
	['−', '-'],
	['•', '-'],
	['·', '.'],
	['×', 'x'],
	['⁄', '/'],
	['Œ', 'OE'],
	['Ï', 'I'],
	['í', 'i'],
	['ú', 'u'],
	['ş', 's'],
	['ő', 'o'],
	['ệ', 'e'],
	['đ', 'd'],
	['Ł', 'L'],
	['ı', 'i'],
	['İ', 'I'],
	['þ', 'th'],
	['ﬁ', 'fi'],
	['ｅ', 'e'],
	['５', '5'],
	['｛', '('],
	['～', ''],
	['𝗣', 'P'],
	['Ⅳ', 'IV'],
	['№', 'No'],
	['㎏', 'kg'],
	['½', '1/2'],
	['²', '2'],
])('%s arrives as %s', (character, plain) => {
	expect(plainForm(character)).toBe(plain);
});

test.each(['ж', 'Ж', 'й', 'α', 'ά', '中', 'あ', 'ア', '한', 'ש', 'ع', '™', '℠', '®', '©', '‰', '→', '≠', '≮', '÷', '✓', '😀', 'Ə', '¨̂', '¯', '˜', '゛', '\u0301', '\u2800'])('%s has no equal', (character) => {
	expect(plainForm(character)).toBeUndefined();
});

test('what GSM-7 has stays as it is, and what the platform replaces arrives as it says', () => {
	for (const character of [...GSM7_BASIC, ...GSM7_EXTENSION]) expect(plainForm(character)).toBe(REPLACEMENTS.get(character) ?? character);
	for (const [character, replacement] of REPLACEMENTS) expect(plainForm(character)).toBe(replacement);
});

test('every letter with accents is its letter, and no other', () => {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
	const wrong: string[] = [];
	for (let code = 0xa0; code <= 0x1eff; code += 1) {
		const character = String.fromCodePoint(code);
		const [base = '', ...marks] = character.normalize('NFD');
		if (isGsm7(character) || REPLACEMENTS.has(character) || !letters.includes(base) || marks.length === 0) continue;
		if (plainForm(character) !== base) wrong.push(character);
	}
	expect(wrong).toEqual([]);
});

test('an equal is made of what GSM-7 has and the platform leaves alone', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
			for (const sent of plainForm(character) ?? '') expect(isGsm7(sent) && !REPLACEMENTS.has(sent)).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

test.each<[string, string, string, boolean]>([
	['m', '²', ' ', true],
	['m', '¹²', '', true],
	['H', '₂', 'O', true],
	[' ', '½', ' ', true],
	['', '①', ' ', true],
	['10', '²', ' ', false],
	['1', '½', '', false],
	['', '½', '5', false],
	['１', '²', '', false],
	['𝟏', '²', '', false],
	['', '①②', '', false],
	['', '½²', '', false],
	['', '²₂', '', false],
])('between %j and the next, whether %j before %j keeps its meaning in plain form: %j', (before, numbers, after, kept) => {
	expect(standAlone(numbers, before, after)).toBe(kept);
});
