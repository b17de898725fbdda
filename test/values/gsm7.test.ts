import { GSM7_BASIC, GSM7_EXTENSION, REPLACEMENTS } from '../../nodes/SmsPartner/values/gsm7';

test('the tables hold the 127 and 10 characters of GSM 03.38', () => {
	expect(GSM7_BASIC.size).toBe(127);
	expect([...GSM7_EXTENSION].join('')).toBe('\f^{}\\[~]|€');
});

test('a replacement is made of basic characters', () => {
	for (const [from, to] of REPLACEMENTS) {
		expect([from, [...to].filter((character) => !GSM7_BASIC.has(character))]).toEqual([from, []]);
	}
});

test.each([
	['ê', 'e'],
	['ç', 'Ç'],
	['œ', 'oe'],
	['’', "'"],
	['«', '"'],
	['{', '('],
	['§', ''],
	['Ü', 'U'],
])('the platform writes %s as %j', (from, to) => {
	expect(REPLACEMENTS.get(from)).toBe(to);
});

test.each(['é', 'è', 'à', 'ù', '€', 'É'])('the platform leaves %s alone', (character) => {
	expect(REPLACEMENTS.has(character)).toBe(false);
});
