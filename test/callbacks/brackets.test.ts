import fc from 'fast-check';
import { expandBrackets } from '../../nodes/SmsPartner/callbacks/brackets';

describe('expandBrackets', () => {
	test.each([
		[{ a: '1', 'b-c': '2' }, { a: '1', 'b-c': '2' }],
		[{ 'a[b]': '1', 'a[c]': '2' }, { a: { b: '1', c: '2' } }],
		[{ 'a[b][c-d]': '1' }, { a: { b: { 'c-d': '1' } } }],
		[{ 'a[]': '1' }, { a: ['1'] }],
		[{ 'a[]': ['1', '2'] }, { a: ['1', '2'] }],
		[{ 'a[0]': '1', 'a[1]': '2' }, { a: ['1', '2'] }],
		[{ 'a[0][b]': '1' }, { a: [{ b: '1' }] }],
		[{ 'a[2]': '1', 'a[0]': '2' }, { a: { 0: '2', 2: '1' } }],
		[{ '0[a]': '1', '0[b]': '2' }, [{ a: '1', b: '2' }]],
		[{ a: '1', 'a[b]': '2' }, { a: { b: '2' } }],
		[{ 'a[b]': '1', a: '2' }, { a: '2' }],
	])('%j', (flat, nested) => {
		expect(expandBrackets(flat)).toEqual(nested);
	});

	test.each(['a[b', 'a]b[', '[a]', 'a[b]c', 'a[[b]]', '[]'])('keeps the broken key %s', (key) => {
		expect(expandBrackets({ [key]: '1' })).toEqual({ [key]: '1' });
	});

	test.each(['', 'x'])('keeps a key of absurd depth, as long as a request may be, that ends with "%s"', (end) => {
		const key = `a${'[]'.repeat(8 << 20)}${end}`;
		expect(Object.keys(Object(expandBrackets({ [key]: '1' }))).map((each) => each === key)).toEqual([true]);
	});

	test('expands nine brackets and no more', () => {
		expect(expandBrackets({ [`a${'[b]'.repeat(9)}`]: '1' })).toHaveProperty('a.b.b.b.b.b.b.b.b.b', '1');
		expect(expandBrackets({ [`a${'[b]'.repeat(10)}`]: '1' })).toEqual({ [`a${'[b]'.repeat(10)}`]: '1' });
	});

	test('reaches no prototype', () => {
		expandBrackets({ '__proto__[polluted]': '1', 'constructor[prototype][polluted]': '1', 'a[__proto__][polluted]': '1' });
		expect({}).not.toHaveProperty('polluted');
	});

	test('never throws, whatever the keys', () => {
		const keys = fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '0', '_') });
		fc.assert(
			fc.property(fc.uniqueArray(keys, { minLength: 1 }), (names) => {
				const flat = Object.fromEntries(names.map((name) => [name, 'x']));
				expect(() => expandBrackets(flat)).not.toThrow();
			}),
		);
	});
});
