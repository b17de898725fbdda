import { firstWord, smsText } from '../../nodes/SmsPartner/callbacks/smsText';

describe('firstWord', () => {
	test.each([
		['Test', 'Test'],
		['  "Oui," merci', 'Oui'],
		["D'accord.", "D'accord"],
		['été\nhiver', 'été'],
		['...', undefined],
		['', undefined],
	])('of %j is %j', (text, word) => {
		expect(firstWord(text)).toBe(word);
	});

	test('ends somewhere, however long the text', () => {
		expect(firstWord('a'.repeat(16 << 20))).toHaveLength(1_000);
		expect(firstWord(`a${'😀'.repeat(8 << 20)}`)).toBe('a');
	});
});

describe('smsText', () => {
	test.each([
		['text', 'text'],
		['  ', '  '],
		['', ''],
		[null, ''],
		[42, '42'],
		[undefined, undefined],
		[['a'], undefined],
		[{}, undefined],
		[true, undefined],
	])('of %j is %j', (value, text) => {
		expect(smsText(value)).toBe(text);
	});
});
