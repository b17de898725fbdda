import fc from 'fast-check';

import { binaryOf, decode, toUtf8 } from '../../nodes/SmsPartner/callbacks/decode';

const read = (bytes: readonly number[] | Uint8Array, charset?: string) => decode(binaryOf(Uint8Array.from(bytes)), charset);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('decode', () => {
	test.each([
		['ASCII', utf8('STOP 36180'), undefined, 'STOP 36180'],
		['UTF-8', utf8('été 👍 ’'), undefined, 'été 👍 ’'],
		['UTF-8 that is called Latin-1', utf8('été'), 'iso-8859-1', 'été'],
		['Latin-1', latin1('déjà désabonné'), undefined, 'déjà désabonné'],
		['Latin-1 by its name', latin1('Arrêt'), 'ISO-8859-1', 'Arrêt'],
		['windows-1252, whose characters Latin-1 lacks', [0x80, 0x91, 0x92, 0x85, 0x9c, 0x9f], undefined, '€‘’…œŸ'],
		['windows-1252 in bytes that it leaves empty', [0x81, 0xe9], undefined, '\x81é'],
		['another charset that is declared', [0xa4, 0xe9], 'iso-8859-15', '€é'],
		['Cyrillic', [0xd1, 0xf2, 0xee, 0xef, 0xe9], 'windows-1251', 'Стопй'],
		['a charset that does not exist', latin1('é'), 'klingon', 'é'],
		['UTF-8 that is none', latin1('é'), 'utf-8', 'é'],
		['UTF-16 that is none', latin1('é'), 'utf-16', 'é'],
		['UTF-8 with one bad byte', Buffer.concat([utf8('été, '), latin1('é')]), undefined, 'été, é'],
		['UTF-8 that is cut in a character', utf8('Ça va 👍 €').subarray(0, -1), undefined, 'Ça va 👍 â‚'],
		['Latin-1 with two bytes that are UTF-8 by chance', [0xab, 0x43, 0x41, 0x46, 0xc9, 0xbb, 0x20, 0xe9], undefined, '«CAFÉ» é'],
	])('reads %s', (_name, bytes, charset, text) => {
		expect(read(bytes, charset)).toBe(text);
	});

	test('reads every text in UTF-8 as it was, whatever is declared', () => {
		const texts = fc.string({ unit: 'grapheme', maxLength: 50 });
		fc.assert(fc.property(texts, fc.constantFrom(undefined, 'latin1', 'utf-8', 'x'), (text, charset) => expect(read(utf8(text), charset)).toBe(text)));
	});

	test('reads every text in Latin-1 whose letters are followed by ASCII as it was', () => {
		const letters = fc.tuple(fc.constantFrom(...'àâçèéêëîïôùûüÿÉÈÇÀ'), fc.constantFrom(...'abcdefghij .,!?')).map((pair) => pair.join(''));
		fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), (pairs) => expect(read(latin1(pairs.join('')))).toBe(pairs.join(''))));
	});

	test('gives text for any bytes, of the length of a request', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), fc.string(), (bytes, charset) => expect(typeof read(bytes, charset)).toBe('string')));
		expect(read(new Uint8Array(300_000).fill(0xe9))).toHaveLength(300_000);
		expect(read([...new Array<number[]>(100_000).fill([0xc3, 0xa9]).flat(), 0xff])).toHaveLength(100_001);
	});
});

describe('toUtf8', () => {
	const text = '{"text":"été 👍"}';
	const bigEndian = (content: string) => Buffer.from(content, 'utf16le').swap16();

	test.each([
		['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
		['UTF-16 without one', Buffer.from(text, 'utf16le')],
		['big-endian UTF-16 with its mark', bigEndian(`\ufeff${text}`)],
		['big-endian UTF-16 without one', bigEndian(text)],
		['UTF-8 with a mark', utf8(`\ufeff${text}`)],
		['UTF-8', utf8(text)],
	])('gives %s as UTF-8', (_name, bytes) => {
		expect(decode(binaryOf(toUtf8(bytes)))).toBe(text);
	});

	test('leaves any other bytes as they are', () => {
		for (const bytes of [[], [0], [0xff], [0, 0, 0, 0], [0x7b, 0, 0x22, 1], [0xe9, 0x20]]) {
			expect([...toUtf8(Uint8Array.from(bytes))]).toEqual(bytes);
		}
	});
});
