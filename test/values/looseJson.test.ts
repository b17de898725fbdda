import fc from 'fast-check';

import { parseLooseJson } from '../../nodes/SmsPartner/values/looseJson';

test.each([
	['{"a":"one\ntwo"}', { a: 'one\ntwo' }],
	['{\r\n"a":\t"\\"\r\n\\\\","b":[1]\n}', { a: '"\r\n\\', b: [1] }],
	['{"a":"\0\x1f","id":12345678901234567890}', { a: '\0\x1f', id: '12345678901234567890' }],
	['{"line\nbreak":1}', { 'line\nbreak': 1 }],
])('reads %j', (text, value) => {
	expect(parseLooseJson(text)).toEqual({ ok: true, value });
});

test.each(['', '{"a":"\n', '{a\n:1}', "{'a':'\n'}", '{"a":\n}'])('does not read %j', (text) => {
	expect(parseLooseJson(text)).toEqual({ ok: false });
});

test('reads all JSON whose strings are written with raw control characters as if they were escaped', () => {
	const strings = fc.string({ unit: fc.constantFrom(...'ab"\\{}[]:,\n\r\t\0\x1f é') });
	fc.assert(
		fc.property(fc.dictionary(strings.filter((name) => name !== '__proto__'), strings), (record) => {
			const raw = JSON.stringify(record).replace(/\\(\\|"|n|r|t|u00[01][0-9a-f])/g, (escape, what: string) => (what === '\\' || what === '"' ? escape : String(JSON.parse(`"${escape}"`))));
			expect(parseLooseJson(raw)).toEqual({ ok: true, value: { ...record } });
		}),
	);
});
