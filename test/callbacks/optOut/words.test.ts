import { asLine, readWords } from '../../../nodes/SmsPartner/callbacks/optOut/words';

const line = (text: string) => asLine(readWords(text).words);

describe('the words of a text', () => {
	test.each([
		['Arrêtez, s’il vous plaît !', ' arretez s il vous plait '],
		['ＳＴＯＰ ⓢⓣⓞⓟ 𝐒𝐓𝐎𝐏', ' stop stop stop '],
		['СТОП στοπ STØP', ' stop stop stop '],
		['S\u200bTO\u00adP\ufe0f', ' stop '],
		['S T O P pub', ' stop pub '],
		['s.t.o.p.s', ' stop s '],
		['s\nt\no\np', ' stop '],
		['S t . . . o p', ' s t o p '],
		['s s t o p', ' s stop '],
		['Œuvre_d’art', ' oeuvre d art '],
		['🛑 ...', ' '],
		['', ' '],
	])('%j: %j', (text, expected) => {
		expect(line(text)).toBe(expected);
	});

	test('stand in sentences and lines, some of them questions', () => {
		const { words, questions } = readWords('Qui ? Moi. Toi\nnous... www.site.fr ?! vous');
		expect(words.map(({ sentence }) => sentence)).toEqual([0, 1, 2, 3, 4, 4, 4, 5]);
		expect([...questions]).toEqual([0, 4]);
		expect([...readWords('rien ?').questions]).toEqual([0]);
		expect([...readWords('? rien').questions]).toEqual([]);
	});

	test.each([
		['Non stop', false],
		['Non-stop', false],
		['Non – stop', false],
		['Non, stop', true],
		['Non. Stop', true],
		['Non\nstop', true],
		['Non 🙏 stop', true],
	])('the second of %j stands apart: %s', (text, expected) => {
		expect(readWords(text).words[1]?.isApart).toBe(expected);
	});

	test('know their capitals', () => {
		expect(readWords('OK Stop ÉTÉ 36180 S T O P').words.map(({ isInCapitals }) => isInCapitals)).toEqual([true, false, true, false, true]);
		expect([readWords('OK 1').hasSmallLetters, readWords('Ok').hasSmallLetters]).toEqual([false, true]);
	});

	test('are those of both ends where a text is longer than any SMS', () => {
		const { words } = readWords(`first ${'b '.repeat(200_000)} last`);
		expect([words[0]?.said, words.at(-1)?.said]).toEqual(['first', 'last']);
		expect(words.length).toBeLessThan(10_000);
		expect(line('ﷺ'.repeat(100_000)).length).toBeLessThan(11_000);
	});
});
