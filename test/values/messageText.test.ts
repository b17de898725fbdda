import fc from 'fast-check';

import { GSM7_BASIC, GSM7_EXTENSION, REPLACEMENTS } from '../../nodes/SmsPartner/values/gsm7';
import { checkMessage, encodeMessage, MAX_SEGMENTS, measureMessage } from '../../nodes/SmsPartner/values/messageText';

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

	it('stay as they are in Unicode mode', () => {
		expect(encodeMessage(french, { unicode: true })).toBe(french);
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
		['\f', 2, 1],
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

test('every character is plain, replaced, or reported as unsupported', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const { unsupportedCharacters, characters } = measureMessage(text, gsm);
			// A letter may be written as two characters, a space may forbid a line break, and lines end in many ways: counted is what shows.
			const shown = text.normalize('NFC').replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u2028\u2029]/g, '\n');
			const known = [...shown].every((c) => GSM7_BASIC.has(c) || GSM7_EXTENSION.has(c) || REPLACEMENTS.has(c));
			expect(unsupportedCharacters.length > 0).toBe(!known);
			expect(characters).toBeLessThanOrEqual(2 * shown.length);
		}),
	);
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
		['what the platform would remove', '^~', gsm, /^"Message" would be empty$/, /removes every character/],
		['11 SMS', 'x'.repeat(1540), gsm, /^"Message" needs 11 SMS, and at most 10/, /1540 characters and 1530 fit: shorten it by 10\./],
		['11 SMS in Unicode', 'ж'.repeat(671), ucs, /^"Message" needs 11 SMS/, /671 characters and 670 fit in Unicode: shorten it by 1\./],
	])('refuses %s', (_what, text, options, message, description) => {
		expect(checkMessage(text, options)).toEqual({
			ok: false,
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	test('agrees with measureMessage about the limit', () => {
		fc.assert(
			fc.property(fc.integer({ min: 600, max: 1600 }), fc.constantFrom('x', '€', '\n', 'œ'), fc.boolean(), (length, character, unicode) => {
				const text = `a${character.repeat(length)}`;
				expect(checkMessage(text, { unicode }).ok).toBe(measureMessage(text, { unicode }).segments <= MAX_SEGMENTS);
			}),
		);
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
			expect(measureMessage('Zoé \ud83d', options)).toEqual(measureMessage('Zoé ', options));
			expect(checkMessage('Zoé \ud83d', options)).toEqual({ ok: true, value: 'Zoé ' });
			expect(checkMessage(' \ud83d', options)).toMatchObject({ ok: false, message: '"Message" is empty' });
		}
	});
});
