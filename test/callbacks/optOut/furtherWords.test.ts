import fc from 'fast-check';
import { beginsWithOne, readFurtherWords, type FurtherWords } from '../../../nodes/SmsPartner/callbacks/optOut/furtherWords';

function wordsOf(value: unknown): FurtherWords {
	const read = readFurtherWords(value);
	if (!read.ok) throw new Error(read.message);
	return read.value;
}

const isOne = (text: string, words: unknown) => beginsWithOne(text, wordsOf(words));

describe('further opt-out words', () => {
	test.each([undefined, null, '', '  ', ',', ' , ;\n', '!', [], [''], [null]])('%j is none', (value) => {
		expect(wordsOf(value)).toEqual([]);
	});

	test.each(['arrêt,désabonner', ' Arrêt ; Désabonner ', 'arret\ndesabonner\n', 'arrêt,,\r\ndésabonner;', ['arrêt', 'désabonner'], ['arrêt, désabonner']])('%j are two', (value) => {
		expect(wordsOf(value)).toHaveLength(2);
		expect(isOne('ARRET', value) && isOne('Desabonner svp', value)).toBe(true);
	});

	test('may be numbers, as an expression gives them', () => {
		expect(isOne('9', 9)).toBe(true);
		expect(isOne('9', [9, 'fin'])).toBe(true);
	});

	test.each([{}, true, [{}], [['fin']], ['fin', {}]])('%j is refused, with what to do', (value) => {
		expect(readFurtherWords(value)).toMatchObject({ ok: false, message: expect.stringMatching(/"Further Opt-Out Words".*publish again/) });
	});

	test.each([
		['Arrêt', true],
		['arret !', true],
		['« ARRÊT » merci', true],
		['Arrêt de bus', true],
		['Ne plus\nrecevoir', true],
		['ne plus recevoir vos sms', true],
		['arrête', false],
		['mon arrêt', false],
		['ne plus', false],
		['', false],
	])('%j begins with one: %s', (text, expected) => {
		expect(isOne(text, 'arrêt, ne plus recevoir')).toBe(expected);
	});

	test('are found as they are listed, in any case, whatever follows', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abcdefghéèçôñ'), minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(word, fc.constantFrom('', ' merci', '!', '\n36180'), (said, rest) => {
				expect(isOne(said.toUpperCase() + rest, `autre, ${said}`)).toBe(true);
				expect(isOne(`x${said}${rest}`, said)).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});
});
