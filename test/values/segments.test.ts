import fc from 'fast-check';

import { measureMessage } from '../../nodes/SmsPartner/values/messageText';
import { documentedSegments, intoSegments } from '../../nodes/SmsPartner/values/segments';

const gsm = { unicode: false };
const ucs = { unicode: true };

/** Another way to count: cuts the text itself into SMS, each as long as it can be without half a pair at its end. */
function cut(text: string, unicode: boolean): string[] {
	const units = unicode ? text : text.replaceAll('€', '\x1be');
	const [single, multi] = unicode ? [70, 67] : [160, 153];
	if (units.length <= single) return units === '' ? [] : [units];
	const half = unicode ? /[\ud800-\udbff]$/ : /\x1b$/;
	const parts: string[] = [];
	for (let rest = units; rest !== ''; rest = rest.slice(parts.at(-1)?.length)) parts.push(rest.slice(0, multi).replace(half, ''));
	return parts;
}

test.each<[string, string, { unicode: boolean }, number, number]>([
	// what, text, mode, SMS, SMS by the documented rule
	['€ at the edge', `${'a'.repeat(152)}€${'a'.repeat(152)}`, gsm, 3, 2],
	['€ before the edge', `${'a'.repeat(151)}€${'a'.repeat(153)}`, gsm, 2, 2],
	['€ at the end of one SMS', `${'a'.repeat(158)}€`, gsm, 1, 1],
	['an emoji at the edge', `${'ж'.repeat(66)}😀${'ж'.repeat(66)}`, ucs, 3, 2],
	['an emoji before the edge', `${'ж'.repeat(65)}😀${'ж'.repeat(67)}`, ucs, 2, 2],
	['35 emoji', '😀'.repeat(35), ucs, 1, 1],
	['330 emoji', '😀'.repeat(330), ucs, 10, 10],
	['335 emoji', '😀'.repeat(335), ucs, 11, 10],
	['a line break at the edge, which is no pair', `${'a'.repeat(152)}\r\n${'a'.repeat(152)}`, gsm, 2, 2],
	['a family of emoji at the edge, of which each may stand alone', `${'ж'.repeat(65)}👨\u200d👩${'ж'.repeat(64)}`, ucs, 2, 2],
])('%s', (_what, text, options, segments, documented) => {
	const size = measureMessage(text, options);
	expect(size.segments).toBe(segments);
	expect(documentedSegments(size)).toBe(documented);
});

test('no SMS holds half a pair, and none is left out', () => {
	const piece = fc.oneof(fc.constantFrom('€', '😀', '\n', 'é', 'ж'), fc.nat(70).map((length) => 'a'.repeat(length)));
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, unicode) => {
			const text = pieces.filter((each) => unicode || !/[😀ж]/u.test(each)).join('');
			const size = measureMessage(text, { unicode });
			expect(size.segments).toBe(cut(text.replaceAll('\n', '\r\n'), unicode).length);
			expect(documentedSegments(size)).toBeLessThanOrEqual(size.segments);
		}),
		{ numRuns: 500 },
	);
});

test.each<[number, number]>([
	[1530, 1530],
	[1531, 1530],
	[3000, 1530],
	[10, 10],
])('of %i characters, %i find a place in 10 SMS', (length, fitting) => {
	expect(intoSegments(Array.from({ length }, () => 1), 'GSM-7')).toMatchObject({ characters: length, fitting });
});
