import fc from 'fast-check';

import { parseJson } from '../../nodes/SmsPartner/values/json';

test.each<[string, unknown]>([
	['{"id":9007199254740993}', { id: '9007199254740993' }],
	['{"id":-9007199254740993}', { id: '-9007199254740993' }],
	['[12345678901234567890 , 12345678901234567890]', ['12345678901234567890', '12345678901234567890']],
	['9007199254740991', 9007199254740991],
	['9007199254740992', '9007199254740992'],
	['{"id":1111111}', { id: 1111111 }],
	['{"text":"call 12345678901234567890"}', { text: 'call 12345678901234567890' }],
	['{"text":"a \\" 12345678901234567890 \\\\"}', { text: 'a " 12345678901234567890 \\' }],
	['{"12345678901234567890":12345678901234567890}', { '12345678901234567890': '12345678901234567890' }],
	['[1.2345678901234567890, 1.5e3, 12345678901234567e2]', [1.2345678901234567, 1500, 1234567890123456700]],
	['\ufeff {"a":1} \r\n', { a: 1 }],
	['"x"', 'x'],
	['null', null],
])('%j is read', (text, value) => {
	expect(parseJson(text)).toEqual({ ok: true, value });
});

test.each(['', ' ', '{', '<html>', '{"id":12345678901234567890', '012345678901234567890', '"12345678901234567890', '{a:1}', '1 2'])(
	'%j is not JSON',
	(text) => {
		expect(parseJson(text)).toEqual({ ok: false });
	},
);

test('agrees with JSON.parse on what is JSON, and on every value a number can hold', () => {
	const pieces = fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', '-', '0', '1', '12345678901234567890', '.', 'e', 'a', ' ');
	fc.assert(
		fc.property(fc.oneof(fc.json(), fc.array(pieces).map((parts) => parts.join(''))), (text) => {
			expect(parseJson(text).ok).toBe(isJson(text));
		}),
		{ numRuns: 2000 },
	);
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = JSON.stringify(value);
			fc.pre(!/\d{16}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '')));
			expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
		}),
	);
});

test('keeps every digit of every integer', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (id, text) => {
			const result = parseJson(`{"text":${JSON.stringify(text)},"id":${id}}`);
			expect(result).toEqual({ ok: true, value: { text, id: Number.isSafeInteger(Number(id)) ? Number(id) : String(id) } });
		}),
	);
});

test.each([
	['a long string of escapes', `["${'a\\"'.repeat(1_000_000)}",12345678901234567890]`, true],
	['a string that never ends', `"${'\\"'.repeat(1_000_000)}1234567890123456`, false],
	['a very long number', `[${'1'.repeat(1_000_000)}]`, true],
	['deep nesting', `${'['.repeat(1_000_000)}1234567890123456`, false],
])('never throws: %s', (_what, text, ok) => {
	expect(parseJson(text).ok).toBe(ok);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
