import fc from 'fast-check';

import { GSM7_BASIC, GSM7_EXTENSION, REPLACEMENTS } from '../../nodes/SmsPartner/values/gsm7';
import { checkMessage, encodeMessage, measureMessage, readMessage } from '../../nodes/SmsPartner/values/messageText';
import { MAX_SEGMENTS } from '../../nodes/SmsPartner/values/segments';

const gsm = { unicode: false };
const ucs = { unicode: true };

describe('encodeMessage', () => {
	test.each([
		['a\nb', 'a:br:b'],
		['a\r\nb', 'a:br:b'],
		['a\rb', 'a:br:b'],
		['a\u2028b\u2029c', 'a:br:b:br:c'],
		['\n\r\n\r', ':br::br::br:'],
		['5 €, 10€', '5 :euro:, 10:euro:'],
		['a:br:b :euro:', 'a:br:b :euro:'],
		['Ça "va" {bien} 😀', 'Ça "va" {bien} 😀'],
	])('%j is sent as %j', (text, expected) => {
		expect(encodeMessage(text, gsm)).toBe(expected);
	});

	test('keeps € in Unicode mode', () => {
		expect(encodeMessage('5 €\n😀', ucs)).toBe('5 €:br:😀');
	});

	test('leaves no line break, whatever the text', () => {
		const text = fc.string({ unit: fc.constantFrom('\r', '\n', '\u2028', '\u2029', 'a', '€', ':') });
		fc.assert(
			fc.property(text, fc.boolean(), (input, unicode) => {
				const encoded = encodeMessage(input, { unicode });
				expect(encoded).not.toMatch(/[\r\n\u2028\u2029]/);
				expect(encodeMessage(encoded, { unicode })).toBe(encoded);
			}),
		);
	});
});

describe('characters that only look alike', () => {
	const french = 'Prix\u00a0: 5\u202f% cafe\u0301';

	it('are sent as GSM-7 has them', () => {
		expect(encodeMessage(french, { unicode: false })).toBe('Prix : 5 % café');
		expect(measureMessage(french, { unicode: false })).toMatchObject({ characters: 15, unsupportedCharacters: [] });
	});

	it('are the same in Unicode mode, where every character counts as well', () => {
		expect(encodeMessage(french, { unicode: true })).toBe('Prix : 5 % café');
		// 65 letters, which some systems write as 73 characters.
		const composed = `${'é'.repeat(8)}${'ж'.repeat(57)}`;
		expect(measureMessage(composed.normalize('NFD'), ucs)).toEqual(measureMessage(composed, ucs));
		expect(measureMessage(composed.normalize('NFD'), ucs)).toMatchObject({ characters: 65, segments: 1, replacedCharacters: [] });
	});
});

describe('segments', () => {
	test.each([
		[0, 0],
		[1, 1],
		[160, 1],
		[161, 2],
		[306, 2],
		[307, 3],
		[1530, 10],
		[1531, 11],
	])('%i GSM-7 characters are %i SMS', (characters, segments) => {
		expect(measureMessage('x'.repeat(characters), gsm)).toMatchObject({ encoding: 'GSM-7', characters, segments });
	});

	test.each([
		[0, 0],
		[70, 1],
		[71, 2],
		[134, 2],
		[135, 3],
		[670, 10],
		[671, 11],
	])('%i UCS-2 characters are %i SMS', (characters, segments) => {
		expect(measureMessage('ж'.repeat(characters), ucs)).toMatchObject({ encoding: 'UCS-2', characters, segments });
	});
});

describe('characters as the platform counts them', () => {
	test.each<[string, number, number]>([
		// text, without Unicode, with Unicode
		['abc', 3, 3],
		['a\nb', 4, 4],
		['a\r\nb', 4, 4],
		['a:br:b', 4, 4],
		['€', 2, 1],
		[':euro:', 2, 1],
		['\f', 2, 2],
		['œuf', 4, 3],
		['[ok]', 4, 4],
		['a^b~c|d\\e', 5, 9],
		['éèùàÇ', 5, 5],
		['😀', 1, 2],
		['', 0, 0],
	])('%j counts %i, in Unicode mode %i', (text, withoutUnicode, withUnicode) => {
		expect(measureMessage(text, gsm).characters).toBe(withoutUnicode);
		expect(measureMessage(text, ucs).characters).toBe(withUnicode);
	});

	test('say which characters are replaced, once each and in order', () => {
		expect(measureMessage('“Où êtes-vous” [œ]? ê^', gsm).replacedCharacters).toEqual([
			{ from: '“', to: "'" },
			{ from: 'ê', to: 'e' },
			{ from: '”', to: '"' },
			{ from: '[', to: '(' },
			{ from: 'œ', to: 'oe' },
			{ from: ']', to: ')' },
			{ from: '^', to: '' },
		]);
	});

	test('say which characters no SMS can hold, an emoji being one', () => {
		const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
		expect(measureMessage(`ok 😀 ${family} ж😀ж ok`, gsm).unsupportedCharacters).toEqual(['😀', family, 'ж']);
	});

	test('nothing is replaced or unsupported in Unicode mode', () => {
		expect(measureMessage('ê[œ] 😀 ж', ucs)).toMatchObject({ replacedCharacters: [], unsupportedCharacters: [] });
	});

	test('an ordinary French text with line breaks and a price is whole in GSM-7', () => {
		expect(measureMessage('Réservé à Élodie : 25 €\nÀ bientôt !', gsm)).toMatchObject({
			characters: 37,
			segments: 1,
			replacedCharacters: [
				{ from: 'À', to: 'A' },
				{ from: 'ô', to: 'o' },
			],
			unsupportedCharacters: [],
		});
	});
});

/** Texts of every kind: any character, and those that word processors, phones and shops write. */
const anyText = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 4 }),
			fc.string({ unit: 'binary', maxLength: 2 }),
			fc.constantFrom('”', '…', '–', 'Œ', 'Ï', 'ú', 'e\u0301', 'x\u0302', '10²', 'm²', '½', '≠', '：', ':br:', '\r\n', '€', 'œ', '^', '\u200b', '\u00a0', '❤\ufe0f', '1\ufe0f\u20e3', 'и\u0301', '-\u0301', '\ud83d'),
		),
		{ maxLength: 12 },
	)
	.map((all) => all.join(''));

/** Stands in for the platform: what it makes of a request's text before it counts, as documented. */
function received(encoded: string, unicode: boolean): string {
	const text = encoded.replaceAll(':br:', '\r\n').replaceAll(':euro:', '€');
	return unicode ? text : [...text].map((character) => REPLACEMENTS.get(character) ?? character).join('');
}

describe('whatever the text', () => {
	test('every character that arrives is of GSM-7, or reported as unsupported', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { unsupportedCharacters } = measureMessage(text, gsm);
				const foreign = [...received(encodeMessage(text, gsm), false)].filter((character) => !GSM7_BASIC.has(character) && !GSM7_EXTENSION.has(character));
				const reported = unsupportedCharacters.map((each) => (each.startsWith('U+') ? String.fromCodePoint(parseInt(each.slice(2), 16)) : each)).join('');
				expect(foreign.filter((character) => !reported.includes(character))).toEqual([]);
				expect(unsupportedCharacters.length > 0).toBe(foreign.length > 0);
			}),
			{ numRuns: 500 },
		);
	});

	test('what is measured is what leaves', () => {
		fc.assert(
			fc.property(anyText, fc.boolean(), (text, unicode) => {
				const options = { unicode };
				const sent = encodeMessage(text, options);
				const arrived = received(sent, unicode);
				const { characters, segments } = measureMessage(text, options);
				expect(characters).toBe(unicode ? arrived.length : [...arrived].reduce((sum, character) => sum + (GSM7_EXTENSION.has(character) ? 2 : 1), 0));
				expect(measureMessage(sent, options)).toMatchObject({ characters, segments });
				expect(encodeMessage(sent, options)).toBe(sent);
				const message = readMessage(text, options);
				if (message.ok) {
					expect(encodeMessage(message.value.text, options)).toBe(sent);
					expect(message.value.size).toEqual(measureMessage(text, options));
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('what is replaced is told: with it alone, the text reads as it arrives', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'aé ”…–—ŒÏíú²Ⅳﬁ＋ê[œ^ж😀') }), (text) => {
				const told = new Map(measureMessage(text, gsm).replacedCharacters.map(({ from, to }) => [from, to]));
				expect([...text].map((character) => told.get(character) ?? character).join('')).toBe(received(encodeMessage(text, gsm), false));
			}),
		);
	});
});

describe('checkMessage', () => {
	test.each<[unknown, string]>([
		['Hello', 'Hello'],
		[' two\nlines ', ' two\nlines '],
		[1234, '1234'],
		['x'.repeat(1530), 'x'.repeat(1530)],
	])('accepts %.20j unchanged', (text, value) => {
		expect(checkMessage(text, gsm)).toEqual({ ok: true, value });
	});

	test.each<[string, unknown, { unicode: boolean }, RegExp, RegExp]>([
		['an empty text', '', gsm, /^"Message" is empty$/, /Fill in/],
		['white space', ' \n ', gsm, /^"Message" is empty$/, /Fill in/],
		['nothing', undefined, gsm, /^"Message" is empty$/, /Fill in/],
		['a list', ['a'], gsm, /^"Message" is not text$/, /not a list/],
		['what the platform would remove', '^~', gsm, /^"Message" would be empty$/, /none of its characters is sure to arrive/],
		['11 SMS', 'x'.repeat(1540), gsm, /^"Message" needs 11 SMS, and at most 10/, /1540 characters and 1530 fit: shorten it by 10\./],
		['11 SMS in Unicode', 'ж'.repeat(671), ucs, /^"Message" needs 11 SMS/, /671 characters and 670 fit in Unicode: shorten it by 1\./],
		['11 SMS because an emoji is not divided', '😀'.repeat(335), ucs, /^"Message" needs 11 SMS/, /670 characters and 660 fit in Unicode: shorten it by 10\./],
		['11 SMS because € is not divided', '€'.repeat(765), gsm, /^"Message" needs 11 SMS/, /1530 characters and 1520 fit: shorten it by 10\./],
		['what nobody sees', '\u200b\ufeff\u00a0', gsm, /^"Message" is empty$/, /Fill in/],
	])('refuses %s', (_what, text, options, message, description) => {
		expect(checkMessage(text, options)).toEqual({
			ok: false,
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	test('takes what fits once the invisible is gone, however much of it there was', () => {
		const text = `${'\u200b'.repeat(20_000)}${'e\u0301'.repeat(1530)}${'\u00ad'.repeat(20_000)}`;
		expect(checkMessage(text, gsm)).toEqual({ ok: true, value: 'é'.repeat(1530) });
		expect(checkMessage(':euro:'.repeat(760), gsm).ok).toBe(true);
	});

	test('agrees with measureMessage about the limit', () => {
		fc.assert(
			fc.property(fc.integer({ min: 600, max: 1600 }), fc.constantFrom('x', '€', '\n', 'œ', '…', '\u200bx'), fc.boolean(), (length, character, unicode) => {
				const text = `a${character.repeat(length)}`;
				expect(checkMessage(text, { unicode }).ok).toBe(measureMessage(text, { unicode }).segments <= MAX_SEGMENTS);
			}),
		);
	});
});

describe('typography that GSM-7 lacks', () => {
	test.each([
		['“L’œuvre”… – 5 ‰', `“L’œuvre"... - 5 ‰`],
		['Œuvre à Ïle, el niño está aquí, ÍSLA', 'OEuvre à Ile, el niño está aqui, ISLA'],
		['30 m², 10² et 1½', '30 m2, 10² et 1½'],
		['Ready ❤\ufe0f 👨\u200d👩', 'Ready ❤ 👨👩'],
	])('%j leaves as %j without Unicode, and as it is with it', (text, sent) => {
		expect(encodeMessage(text, gsm)).toBe(sent);
		expect(encodeMessage(text, ucs)).toBe(text);
		expect(checkMessage(text, gsm)).toEqual({ ok: true, value: text });
	});

	test('is told, with what arrives', () => {
		expect(measureMessage('Été… “ŒÏíú” —', gsm)).toMatchObject({
			replacedCharacters: Object.entries({ '…': '...', '“': "'", Œ: 'OE', Ï: 'I', í: 'i', ú: 'u', '”': '"', '—': '-' }).map(([from, to]) => ({ from, to })),
			unsupportedCharacters: [],
			characters: 16,
		});
		expect(measureMessage('Été…', ucs).replacedCharacters).toEqual([]);
	});

	test('names what is not seen, and blames no letter beside it', () => {
		expect(measureMessage('a\u2800b-\u0301 \ue000', gsm).unsupportedCharacters).toEqual(['U+2800', 'U+0301', 'U+E000']);
		expect(measureMessage('a\u200bb\u00a0', gsm)).toMatchObject({
			replacedCharacters: [{ from: 'U+200B', to: '' }, { from: 'U+00A0', to: ' ' }],
			unsupportedCharacters: [],
		});
	});
});

describe('texts that cannot be sent', () => {
	test.each(['😀', ' 😀 👍\n😀 ', 'привет'])('refuses %j without Unicode: nothing of it would arrive', (text) => {
		expect(checkMessage(text, gsm)).toMatchObject({ ok: false, message: '"Message" would be empty' });
		expect(checkMessage(text, ucs)).toEqual({ ok: true, value: text });
	});

	test('takes a text of which something arrives', () => {
		expect(checkMessage('😀 ok', gsm)).toEqual({ ok: true, value: '😀 ok' });
	});

	test('refuses a very long text without taking it apart', () => {
		const segment = jest.spyOn(Intl.Segmenter.prototype, 'segment');
		expect(checkMessage('😀'.repeat(100_000), gsm)).toMatchObject({ ok: false, message: expect.stringContaining('too long') });
		expect(segment).not.toHaveBeenCalled();
		segment.mockRestore();
	});

	test('names the unsupported characters of the beginning of a very long text', () => {
		expect(measureMessage(`a${'😀'.repeat(3_000)}`, gsm).unsupportedCharacters).toEqual(['😀']);
		expect(measureMessage(`${'a'.repeat(5_000)}😀`, gsm).unsupportedCharacters).toEqual([]);
	});
});

describe('half an emoji, as slice() leaves it', () => {
	test('is neither sent nor counted', () => {
		expect(encodeMessage('Zoé \ud83d', ucs)).toBe('Zoé ');
		expect(encodeMessage('\ude00Zoé', gsm)).toBe('Zoé');
		for (const options of [gsm, ucs]) {
			expect(measureMessage('Zoé \ud83d', options)).toEqual({ ...measureMessage('Zoé ', options), replacedCharacters: [{ from: 'U+D83D', to: '' }] });
			expect(checkMessage('Zoé \ud83d', options)).toEqual({ ok: true, value: 'Zoé ' });
			expect(checkMessage(' \ud83d', options)).toMatchObject({ ok: false, message: '"Message" is empty' });
		}
	});
});
