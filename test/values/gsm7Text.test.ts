import { toGsm7 } from '../../nodes/SmsPartner/values/gsm7Text';

const FAMILY = '\u{1f468}\u200d\u{1f469}';

test.each<[string, string, Array<[string, string]>, string[]]>([
	['Hôtel à 5 €\n', 'Hôtel à 5 €\n', [['ô', 'o']], []],
	['“Ok” –', '“Ok" -', [['“', "'"], ['”', '"'], ['–', '-']], []],
	['x\u0302 é\u0323', 'x é', [['x\u0302', 'x'], ['é\u0323', 'é']], []],
	['ê\u0323', 'e', [['ê\u0323', 'e']], []],
	['1\ufe0f\u20e3 ‼\ufe0f', '1 !!', [['1\ufe0f\u20e3', '1'], ['‼\ufe0f', '!!']], []],
	['m² 10³ m¹²', 'm2 10³ m12', [['²', '2'], ['¹', '1']], ['³']],
	['²\u0302 ×\u0302', '²\u0302 x', [['×\u0302', 'x']], ['²', 'U+0302']],
	['①② ❶', '①② ❶', [], ['①', '②', '❶']],
	[`${FAMILY} ❤\ufe0f 🇫🇷 👍\u{1f3fb}`, '\u{1f468}\u{1f469} ❤ 🇫🇷 👍\u{1f3fb}', [], [FAMILY, '❤\ufe0f', '🇫🇷', '👍\u{1f3fb}']],
	['и\u0301', 'и\u0301', [], ['и\u0301']],
	['-\u0301 \u2800', '-\u0301 \u2800', [], ['U+0301', 'U+2800']],
	['”\u0301', '"\u0301', [['”', '"']], ['U+0301']],
	['a ≠ b ™', 'a ≠ b ™', [], ['≠', '™']],
])('%j leaves as %j', (text, sent, replaced, unsupported) => {
	const plain = toGsm7(text);
	expect(plain.text).toBe(sent);
	expect([...plain.replaced]).toEqual(replaced);
	expect([...plain.unsupported]).toEqual(unsupported);
});
