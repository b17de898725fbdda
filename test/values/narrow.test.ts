import { asBoolean, asList, asNumber, asText, isRecord } from '../../nodes/SmsPartner/values/narrow';

test.each<[unknown, string | undefined]>([
	['a', 'a'],
	[' a ', ' a '],
	[0, '0'],
	[12n, '12'],
	['', undefined],
	[' ', undefined],
	[Number.NaN, undefined],
	[true, undefined],
	[null, undefined],
	[{}, undefined],
])('asText(%p) is %p', (value, expected) => {
	expect(asText(value)).toBe(expected);
});

test.each<[unknown, number | undefined]>([
	[0.049, 0.049],
	['0.049', 0.049],
	['12', 12],
	['', undefined],
	['12 EUR', undefined],
	[Number.POSITIVE_INFINITY, undefined],
	[true, undefined],
])('asNumber(%p) is %p', (value, expected) => {
	expect(asNumber(value)).toBe(expected);
});

test.each<[unknown, boolean | undefined]>([
	[true, true],
	[1, true],
	['1', true],
	[' TRUE ', true],
	[false, false],
	[0, false],
	['0', false],
	['false', false],
	['yes', undefined],
	[2, undefined],
	[undefined, undefined],
])('asBoolean(%p) is %p', (value, expected) => {
	expect(asBoolean(value)).toBe(expected);
});

test.each<[unknown, boolean]>([
	[{}, true],
	[{ a: 1 }, true],
	[[], false],
	[null, false],
	['{}', false],
])('isRecord(%p) is %p', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});

test('asList keeps lists and makes an empty one of anything else', () => {
	expect(asList([1, 2])).toEqual([1, 2]);
	expect(asList({ 0: 1 })).toEqual([]);
	expect(asList('12')).toEqual([]);
});
