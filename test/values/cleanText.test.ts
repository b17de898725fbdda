import fc from 'fast-check';

import { cleanText } from '../../nodes/SmsPartner/values/cleanText';
import { codePointName } from '../../nodes/SmsPartner/values/shown';

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
const SCOTLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

/** Text of what takes part in cleaning, one beside the other. */
const parts = fc.array(
	fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom('a', 'e', '1', '#', ' ', '\r', '\n', '↔', '❤', '😀', '🏴', '👍', '\u{1f3fb}', '🇫', FAMILY, SCOTLAND) },
		{ weight: 3, arbitrary: fc.constantFrom('\u200d', '\ufe0f', '\ufe0e', '\u200b', '\u00ad', '\u20e3', '\u0301', '\u0323', '\u0338', '\u034f', '\u{e0067}', '\u{e007f}') },
		{ weight: 1, arbitrary: fc.constantFrom('\u00a0', '\u3000', '\t', '\v', '\u2028', '\0', '\x1b', '\ud83d', '\ude00', '\u0601', '\u1100', '\u1161') },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
	),
	{ maxLength: 40 },
).map((all) => all.join(''));

describe('what nobody sees', () => {
	it.each([
		['U+200B', '\u200b'],
		['U+200C', '\u200c'],
		['U+200D', '\u200d'],
		['U+00AD', '\u00ad'],
		['U+FEFF', '\ufeff'],
		['U+2060', '\u2060'],
		['U+200E', '\u200e'],
		['U+202E', '\u202e'],
		['U+034F', '\u034f'],
		['U+3164', '\u3164'],
		['U+FE0F', '\ufe0f'],
		['U+E0067', '\u{e0067}'],
		['U+0000', '\0'],
		['U+007F', '\x7f'],
		['U+D83D', '\ud83d'],
	])('%s is left out, and named', (name, character) => {
		const replaced = new Map<string, string>();
		expect(cleanText(`Zo${character}é`, replaced)).toBe('Zoé');
		expect([...replaced]).toEqual([[name, '']]);
	});

	it.each(['❤\ufe0f', '1\ufe0f\u20e3', FAMILY, '🏳\ufe0f\u200d🌈', '🏴\u200d☠\ufe0f', '👩\u{1f3fd}\u200d🚒', SCOTLAND, '🇫🇷'])('stays in the emoji %s', (emoji) => {
		const replaced = new Map<string, string>();
		expect(cleanText(`a${emoji}b`, replaced)).toBe(`a${emoji}b`);
		expect(replaced.size).toBe(0);
	});

	it.each([
		['a\u200d😀', 'a😀'],
		['😀\u200d', '😀'],
		['1\ufe0f', '1'],
		['a\u{e0067}\u{e007f}', 'a'],
		['\u06cc\u200c\u0647', '\u06cc\u0647'],
	])('goes elsewhere: %j', (text, cleaned) => {
		expect(cleanText(text)).toBe(cleaned);
	});

	it('is not a sign of Arabic', () => {
		expect(cleanText('\u0601\u0664 \u06dd')).toBe('\u0601\u0664 \u06dd');
	});
});

it.each(['\u00a0', '\u2009', '\u202f', '\u2007', '\u1680', '\u205f', '\u3000', '\u2000', '\u2001', '\t'])('the space %j is a space', (space) => {
	const replaced = new Map<string, string>();
	expect(cleanText(`5${space}%`, replaced)).toBe('5 %');
	expect([...replaced]).toEqual([[codePointName(space), ' ']]);
});

it.each(['\n', '\r', '\r\n'])('the line break %j stays as it is', (lineBreak) => {
	expect(cleanText(`\u00a0a${lineBreak}b`)).toBe(` a${lineBreak}b`);
});

it.each(['\v', '\f', '\x85', '\u2028', '\u2029'])('the line break %j is one like others, without a word', (lineBreak) => {
	const replaced = new Map<string, string>();
	expect(cleanText(`a${lineBreak}b`, replaced)).toBe('a\nb');
	expect(replaced.size).toBe(0);
});

it('letters are composed, also around what is left out', () => {
	const replaced = new Map<string, string>();
	expect(cleanText('Ame\u0301lie e\u0323\u0302', replaced)).toBe('Amélie ệ');
	expect(replaced.size).toBe(0);
	expect(cleanText('Ame\u200b\u0301lie')).toBe('Amélie');
});

it('a letter has at most 30 marks, and the others are named', () => {
	const replaced = new Map<string, string>();
	expect(cleanText(`x${'\u0323'.repeat(40)}y`, replaced)).toBe(`x${'\u0323'.repeat(30)}y`);
	expect([...replaced]).toEqual([['U+0323', '']]);
});

it('whatever the text, nothing is left to clean', () => {
	fc.assert(
		fc.property(parts, (text) => {
			const cleaned = cleanText(text);
			expect(cleaned).toBe(cleaned.normalize('NFC'));
			expect(cleanText(cleaned)).toBe(cleaned);
			expect(cleaned).not.toMatch(/[\p{Cs}\p{Zl}\p{Zp}\t\v\f\x85]|(?! )\p{Zs}|(?![\r\n])\p{Cc}|[\u200b\u200c\u00ad\ufe0e\u034f]/u);
			expect(cleaned).not.toMatch(/\p{M}{31}/u);
		}),
		{ numRuns: 1000 },
	);
});

it('whatever the text, all that is seen is kept, and all else is told', () => {
	fc.assert(
		fc.property(parts, (text) => {
			const replaced = new Map<string, string>();
			const seen = (all: string) => all.normalize('NFD').replace(/[\p{Cc}\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{M}]/gu, '');
			expect(seen(cleanText(text, replaced))).toBe(seen(text));
			for (const half of text.match(/\p{Cs}/gu) ?? []) expect(replaced.get(codePointName(half))).toBe('');
			if (text.includes('\u200b')) expect(replaced.get('U+200B')).toBe('');
		}),
	);
});

it('every character alone is cleaned once and for all', () => {
	const odd: string[] = [];
	for (let code = 0; code <= 0x1ffff; code += 1) {
		const once = cleanText(String.fromCodePoint(code));
		if (cleanText(once) !== once || once.normalize('NFC') !== once || /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])\p{Cf}/u.test(once)) odd.push(codePointName(String.fromCodePoint(code)));
	}
	expect(odd).toEqual([]);
});
