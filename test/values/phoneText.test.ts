import fc from 'fast-check';

import { parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';
import { findOddity, tidy, withoutSeparators } from '../../nodes/SmsPartner/values/phoneText';
import { quote } from '../../nodes/SmsPartner/values/shortened';

const NUMBERING_SYSTEMS = Intl.supportedValuesOf('numberingSystem').filter((system) => /^\p{Nd}+$/u.test(inDigits('0123456789', system)));

/** Digit by digit, as this numbering system writes them. */
function inDigits(text: string, system: string): string {
	const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false });
	return [...text].map((digit) => format.format(Number(digit))).join('');
}

test('digits of every script are digits', () => {
	expect(NUMBERING_SYSTEMS.length).toBeGreaterThan(50);
	for (const system of NUMBERING_SYSTEMS) expect([system, tidy(inDigits('0612345789', system))]).toEqual([system, '0612345789']);
});

test('every space, dash and invisible format character between digits is passed over', () => {
	const all = Array.from({ length: 0x10ffff }, (_, point) => point).filter((point) => /[\p{Zs}\p{Dash}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(point)));
	expect(all.length).toBeGreaterThan(4000);
	const read = all.map((point) => withoutSeparators(tidy(`06${String.fromCodePoint(point)}12`)));
	expect(new Set(read)).toEqual(new Set(['0612']));
});

test.each<[string, RegExp]>([
	['++33612345678', /^It begins with 2 \+ signs\./],
	['＋+33612345678', /^It begins with 2 \+ signs\./],
	['+ +33 6 12 34 56 78', /^It begins with 2 \+ signs\./],
	['0612345678+', /^Its \+ stands behind the digits/],
	['33612345678 +', /^Its \+ stands behind the digits/],
	['06:12:34:56:78', /^It holds :\./],
	['#06*12', /^It holds # \*\./],
	['☎ 0612345678', /^It holds ☎\./],
	['06\u000012345678', /^It holds U\+0000\./],
	['06\u280012345678', /^It holds U\+2800\./],
	['06\u20e312345678', /^It holds U\+20E3\./],
	['0612345678\ud83d', /^It holds U\+D83D\./],
	['06\u{e000}12345678', /^It holds U\+E000\./],
	['="0612345678"', /^It holds = "\./],
	['--', /^It holds no digits\./],
	['+', /^It holds no digits\./],
	['☎', /^It holds no digits\./],
])('what is wrong with %j is said', (written, reason) => {
	expect(parsePhoneNumber(written, 'FR')).toMatchObject({ ok: false, message: expect.stringContaining('not a possible phone number'), description: expect.stringMatching(reason) });
});

test('a refusal blames what is there', () => {
	const character = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...':*#"=~^<>?!%$@+'));
	fc.assert(
		fc.property(fc.nat({ max: 10 }), character, (place, odd) => {
			const written = `${'0612345678'.slice(0, place)}${odd}${'0612345678'.slice(place)}`;
			const { description = '' } = findOddity(tidy(written), false) ?? {};
			expect(description).not.toContain('no digits');
			if (description.startsWith('It holds')) expect(description).toMatch(/^It holds (?:U\+[0-9A-F]{4,6}|[^\d\s])\. /u);
			if (odd === '+' && place > 0 && place < 10) expect(description).toContain('separate the numbers');
		}),
		{ numRuns: 500 },
	);
});

test.each(['+336....', '+49 151 •• •• 5678', '+49 151__ 567890', '+49 151......12345'])('%j hides digits, which must not be passed over', (written) => {
	expect(parsePhoneNumber(written, 'DE')).toMatchObject({ ok: false, message: expect.stringContaining('hidden digits') });
});

test.each(['612345678.00', '0151234567.000', '+33612345678.00'])('%j is a calculated number: its decimals are no digits of it', (written) => {
	expect(parsePhoneNumber(written, 'DE')).toMatchObject({ ok: false, message: expect.stringContaining('calculated number') });
});

test('a quoted value is short, on one line, and whole characters', () => {
	expect(quote('a\n b')).toBe('"a b"');
	expect(quote('\u0000')).toBe('"\ufffd"');
	expect(quote('😀'.repeat(70))).toBe(`"${'😀'.repeat(60)}…"`);
});
