import fc from 'fast-check';

import { wellFormed, wellFormedData } from '../../nodes/SmsPartner/values/wellFormed';

/** Any JavaScript string, also one with halves of characters. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0xd7f0, max: 0xe00f })).map((units) => String.fromCharCode(...units)), fc.string({ unit: 'grapheme' }).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))));

test.each([
	['Zoé 😀'.slice(0, 5), 'Zoé '],
	['\ude00\ud83d', ''],
	['\ud83d\ud83d\ude00\ude00', '😀'],
	['Merci 😀 \0\ufffd', 'Merci 😀 \0\ufffd'],
])('%j leaves as %j', (text, expected) => {
	expect(wellFormed(text)).toBe(expected);
});

test('whatever the text, what leaves is well formed, and well-formed text is unchanged', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const sent = wellFormed(text);
			expect(isWellFormed(sent)).toBe(true);
			if (isWellFormed(text)) expect(sent).toBe(text);
		}),
		{ numRuns: 1000 },
	);
});

test('the same holds for every name and text in data, and nothing else changes', () => {
	fc.assert(
		fc.property(fc.jsonValue({ stringUnit: 'binary' }), anyText, (value, text) => {
			const sent = JSON.stringify(wellFormedData({ value, [text]: [{ [text]: text }] }));
			// JSON.stringify escapes a half as \\udxxx.
			expect(sent).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/);
			if (isWellFormed(JSON.stringify(value)) && !/\\ud/.test(JSON.stringify(value))) expect(wellFormedData(value)).toEqual(value);
		}),
	);
	const when = new Date(0);
	expect(wellFormedData({ when, none: null, at: undefined, n: 1 })).toEqual({ when, none: null, at: undefined, n: 1 });
});

/** `encodeURIComponent` takes nothing else. */
function isWellFormed(text: string): boolean {
	try {
		encodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}
