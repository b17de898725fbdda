import fc from 'fast-check';
import { firstWord, isStopText, smsText } from '../../nodes/SmsPartner/callbacks/smsText';

describe('isStopText', () => {
	test.each([
		'STOP',
		'stop',
		'Stop',
		' stop ',
		'STOP.',
		'"Stop!"',
		'« STOP »',
		'...stop',
		'STOP 36123',
		'STOP36123',
		'stop pub',
		'StopPub',
		'STOPSMS',
		'Stop SMS svp',
		'stop-sms',
		'stop,merci',
		'STÓP',
		'ＳＴＯＰ',
		'\u200bSTOP\r\n',
		'S\u200bTOP',
		'🛑 Stop',
		'S T O P',
		's.t.o.p.',
		'S - T - O - P merci',
		'STOPALL',
		'STOPSMSPUB',
		'STOPSTOP',
		'STOPP',
		'STOPPUB36180',
	])('%j opts out', (text) => {
		expect(isStopText(text)).toBe(true);
	});

	test.each([
		'',
		'   ',
		'...',
		'Stopping by later',
		'Stops',
		'stopper',
		'Please stop',
		'non-stop',
		'Stopover',
		'stopped',
		'S top',
		'S T O C K',
		'1 STOP',
		'STOPSMSX',
		'stop1heure',
		'Oui',
	])('%j does not', (text) => {
		expect(isStopText(text)).toBe(false);
	});

	test('reads only the beginning, so that no text takes long', () => {
		expect(isStopText(`STOP${'\u0301\u0327'.repeat(100_000)}`)).toBe(true);
		expect(isStopText(' '.repeat(1_000_000))).toBe(false);
	});

	test('is not changed by what follows the first word', () => {
		fc.assert(fc.property(fc.string(), (rest) => isStopText(`STOP ${rest}`)));
		fc.assert(fc.property(fc.string(), (rest) => !isStopText(`no ${rest}`)));
	});
});

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
