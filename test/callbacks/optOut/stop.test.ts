import fc from 'fast-check';
import { beginsWithStop, holdsStop, saysStop } from '../../../nodes/SmsPartner/callbacks/optOut/stop';
import { readWords } from '../../../nodes/SmsPartner/callbacks/optOut/words';

describe('saysStop', () => {
	test.each([
		['the first word', 'Stop à tout cela'],
		['the first word of a question', 'Stop ?'],
		['the last word', 'pas intéressé, stop'],
		['the last word before courtesies', 'ok stop merci beaucoup, bonne journée'],
		['the last word before its number', 'ok stop au 36180'],
		['the last word of a sentence', 'Je dis stop. Jean Petit, Lyon'],
		['the last word of a line', 'Je dis stop\nJean Petit, Lyon'],
		['the last word after a question', 'Qui êtes-vous ? Stop'],
		['capitals in the middle', 'Je dis STOP à tout cela'],
		['what should stop', 'Bonjour, stop les pubs je vous prie'],
		['after no, with a comma', 'Non, stop'],
		['after no, in capitals', 'Non STOP'],
		['another key, and nothing else', 'Stip merci'],
		['torn apart, and nothing else', 'St op'],
		['between words that are none', '&quot;STOP&quot;'],
	])('by %s: %j', (_how, text) => {
		expect(saysStop(text)).toBe(true);
	});

	test.each([
		['the game', 'Stop ou encore ?'],
		['the game in capitals', 'STOP OU ENCORE'],
		['an article', 'je suis au stop'],
		['a preposition', 'je viens en stop, merci'],
		['"non"', 'ouvert non-stop'],
		['"non" in capitals too', 'ouvert NON STOP le samedi'],
		['"bus"', 'at the bus stop'],
		['"auto"', 'je fais de l’auto-stop'],
		['"motion"', 'Stop-motion'],
		['a question', 'faut-il envoyer STOP ?'],
		['a question of several marks', 'je réponds stop ?!'],
		['the middle of a sentence', 'on se stop à Lyon'],
		['capitals among capitals', 'ON SE STOP A LYON'],
		['a road sign', 'tournez au STOP à droite'],
		['what is not to be done', "please don't stop"],
		['another key, and something else', 'Stip et moi'],
		['another word', 'Stopping by later'],
		['a longer word', 'stop1heure'],
		['two letters that are a word', 'S top'],
		['nothing', ''],
	])('not by %s: %j', (_what, text) => {
		expect(saysStop(text)).toBe(false);
	});

	test.each(['STOP', 'ST0P', 'STPO', 'SОТP', 'ＳＴＯＰ', 'S\u200bTÓP', 's.t.o.p', 'stopppp', 'STOPSPAM', 'StopStop', '36180STOP'])('%j is STOP wherever STOP is', (stop) => {
		for (const text of [stop, `${stop} merci`, `ok ${stop}`, `${stop} à tout`, `${stop} ?`]) expect([text, saysStop(text)]).toEqual([text, true]);
		for (const text of [`${stop} ou encore`, `ouvert non ${stop.toLowerCase()}`, `et ${stop} ?`]) expect([text, saysStop(text)]).toEqual([text, false]);
	});

	test('whatever follows the first word, unless it is "ou" or "motion"', () => {
		const rest = fc.string({ unit: 'grapheme' }).filter((text) => !/^[^\p{L}\p{N}]*(?:ou|motion)(?![\p{L}\p{N}])/iu.test(text.normalize('NFKD').replace(/\p{M}/gu, '')));
		fc.assert(fc.property(rest, (text) => saysStop(`STOP ${text}`)), { numRuns: 500 });
	});

	test('whatever comes before the last word, unless it leans on it', () => {
		const before = fc.array(fc.constantFrom('oui', 'bonjour', 'recevoir', 'merci', 'ça', 'suffit', 'intéressée', 'pas', '2026', ',', '!', '...', '🙏'), { maxLength: 8 });
		fc.assert(
			fc.property(before, fc.constantFrom('stop', 'Stop.', 'stop !', 'stop merci', 'stop svp 🙏', 'stop\n'), (words, stop) => saysStop(`${words.join(' ')} ${stop}`)),
			{ numRuns: 500 },
		);
	});

	test('never without four letters of it', () => {
		const other = fc.string({ unit: fc.constantFrom(...'abcdefghijkmnqruvwyzÀÉèü0123456789 .,!?\n-’') });
		fc.assert(fc.property(other, (text) => !saysStop(text)), { numRuns: 500 });
	});

	test('in a later part of a message by all but its first word, which stands in the middle', () => {
		expect(saysStop('stop by then', false)).toBe(false);
		expect(saysStop('recevoir, stop merci', false)).toBe(true);
		expect(saysStop('et je dis STOP à cela', false)).toBe(true);
	});

	test('at both ends of any text, however long and hostile', () => {
		for (const filling of ['a ', ' ', '\u0301\u0327', 'ﷺ', 'non stop ', 's t o ', 'et stop ? ', '🛑', 'x'.repeat(1_000)]) {
			const long = filling.repeat(256_000 / filling.length);
			expect([filling, saysStop(`STOP ${long}`), saysStop(`a ${long}, stop`)]).toEqual([filling, true, true]);
			expect([filling, saysStop(`a ${long} ?`)]).toEqual([filling, false]);
		}
	});
});

describe('beginsWithStop', () => {
	test.each([
		['STOP', true],
		['Stop ou encore', true],
		['ok stop', false],
		['', false],
	])('%j: %s', (text, expected) => {
		expect(beginsWithStop(text)).toBe(expected);
	});
});

describe('holdsStop', () => {
	test.each([
		['on se stop à Lyon', true],
		['Non stop', true],
		['Non stop merci', true],
		['ouvert non stop', false],
		['Non-stop', false],
		['bus stop', false],
		['un stop-motion', false],
		['stoppé', false],
		['', false],
	])('%j: %s', (text, expected) => {
		expect(holdsStop(readWords(text))).toBe(expected);
	});
});
