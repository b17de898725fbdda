import { codePointName, shown } from '../../nodes/SmsPartner/values/shown';

test.each([
	['é', 'é'],
	['😀', '😀'],
	['$', '$'],
	['и\u0301', 'и\u0301'],
	['\u200b', 'U+200B'],
	['\u00a0', 'U+00A0'],
	['\t', 'U+0009'],
	['\u0301', 'U+0301'],
	['\u2800', 'U+2800'],
	['\ue000', 'U+E000'],
	['\u{e0067}', 'U+E0067'],
	['\ud83d', 'U+D83D'],
])('%j is shown as %s', (character, name) => {
	expect(shown(character)).toBe(name);
});

test('a name has at least four digits', () => {
	expect(['\0', 'a', '\u{10ffff}'].map(codePointName)).toEqual(['U+0000', 'U+0061', 'U+10FFFF']);
});
