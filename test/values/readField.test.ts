import fc from 'fast-check';

import { isBlank, listFields, readField } from '../../nodes/SmsPartner/values/readField';

/** How a name may be written in a sheet without looking any different. */
const DISGUISES: Array<(name: string) => string> = [
	(name) => `\ufeff${name}`,
	(name) => `ï»¿${name}`,
	(name) => `${name} `,
	(name) => ` ${name}`,
	(name) => `${name}\u00a0`,
	(name) => `\u200b${name}`,
	(name) => name.normalize('NFD'),
	(name) => name.replaceAll(' ', '\u202f'),
	(name) => `\ufeff${name.normalize('NFD')}\u2009`,
];

describe('readField', () => {
	it.each([
		[{ a: 1 }, 'a', 1],
		[{ a: { b: 1 } }, 'a.b', 1],
		[{ 'a.b': 'whole name first', a: { b: 1 } }, 'a.b', 'whole name first'],
		[{ 'a.b ': 'exact path before', a: { b: 1 } }, 'a.b', 1],
		[{ orders: [{ id: 7 }] }, 'orders.0.id', 7],
		[{ orders: [{ id: 7 }] }, 'orders..id', undefined],
		[{ a: 'text' }, 'a.b.c', undefined],
		[{ a: 'text' }, 'a.length', undefined],
		[{}, 'constructor.name', undefined],
		[Object.create({ a: 1 }) as object, 'a', undefined],
		[{ a: null }, 'a', null],
	])('of %j: %s is %j', (fields, name, value) => {
		expect(readField({ ...fields }, name)).toEqual({ ok: true, value });
	});

	it('finds any name that only looks the same, at any depth', () => {
		const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((name) => name.trim() === name && !name.includes('.'));
		fc.assert(
			fc.property(names, names, fc.constantFrom(...DISGUISES), (outer, inner, disguise) => {
				expect(readField({ other: 1, [disguise(outer)]: 'found' }, outer)).toEqual({ ok: true, value: 'found' });
				expect(readField({ [disguise(outer)]: { [disguise(inner)]: 'found' } }, `${outer}.${inner}`)).toEqual({ ok: true, value: 'found' });
			}),
			{ numRuns: 300 },
		);
	});

	it('takes the exact name of several that read alike, whatever it holds', () => {
		expect(readField({ 'phone ': '1', phone: '' }, 'phone')).toEqual({ ok: true, value: '' });
	});

	it.each([
		[{ 'phone ': '1', '\ufeffphone': '' }, '1'],
		[{ 'phone ': null, '\ufeffphone': '1' }, '1'],
		[{ 'phone ': ['1'], '\ufeffphone': ['1'] }, ['1']],
		[{ 'phone ': '', '\ufeffphone': ' ' }, ''],
	])('takes what is certain of %j', (fields, value) => {
		expect(readField(fields, 'phone')).toEqual({ ok: true, value });
	});

	it.each([[{ 'phone ': '1', '\ufeffphone': '2' }, 'phone'], [{ client: { 'phone ': '1', '\ufeffphone': '2' } }, 'client.phone']])('does not guess between the values of %j', (fields, name) => {
		expect(readField(fields, name)).toMatchObject({ ok: false, message: expect.stringContaining('several fields that read as "phone"'), description: expect.stringContaining('Rename') });
	});
});

describe('listFields', () => {
	it.each([
		[{}, 'This item has no fields.'],
		[{ a: 1, 'b c': 2 }, 'This item has the fields a, b c.'],
		[Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}`, 1])), 'This item has the fields f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 and 2 more.'],
	])('of %j', (fields, said) => {
		expect(listFields(fields)).toBe(said);
	});

	it('shortens what is no name to read', () => {
		expect(listFields({ ['x'.repeat(1_000)]: 1 }).length).toBeLessThan(100);
	});
});

describe('isBlank', () => {
	it.each([undefined, null, '', ' \n', []])('is true of %j', (value) => expect(isBlank(value)).toBe(true));
	it.each(['a', 0, false, {}, [1]])('is false of %j', (value) => expect(isBlank(value)).toBe(false));
});
