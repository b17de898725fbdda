import { eventId } from '../../nodes/SmsPartner/callbacks/eventId';

describe('eventId', () => {
	test('is a short hash, the same in every release, because users store it', () => {
		expect(eventId('deliveryReport', ['11111111', '+33612345678', 'delivered'])).toBe('ed3e45dfcc0511dd03f6faf6db8ff6b2');
	});

	test.each([
		['numbers and their text', [1], ['1']],
		['a missing and an empty field', [undefined, null], ['', '']],
		['surrounding spaces', ['NO_ERROR '], ['NO_ERROR']],
		['the order of fields', [{ a: 1, b: [2, { c: 3 }] }], [{ b: ['2', { c: '3' }], a: '1' }]],
	])('ignores the difference between %s', (_name, left, right) => {
		expect(eventId('reply', left)).toBe(eventId('reply', right));
	});

	test.each([
		['order', ['a', 'b'], ['b', 'a']],
		['boundaries', ['a', 'b'], ['ab']],
		['names of fields', [{ a: 1 }], [{ b: 1 }]],
		['nesting', [['a'], 'b'], [['a', 'b']]],
	])('differs by %s', (_name, left, right) => {
		expect(eventId('reply', left)).not.toBe(eventId('reply', right));
	});

	test('differs by event', () => {
		expect(eventId('reply', ['a'])).not.toBe(eventId('stop', ['a']));
	});
});
