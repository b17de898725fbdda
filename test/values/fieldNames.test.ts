import fc from 'fast-check';

import { looseName, nameFinder, plainName } from '../../nodes/SmsPartner/values/fieldNames';

describe('plainName', () => {
	it.each([
		['phone', 'phone'],
		[' phone ', 'phone'],
		['\ufeffphone', 'phone'],
		['ï»¿phone', 'phone'],
		['Pre\u0301nom', 'Prénom'],
		['First\u00a0Name\u202f', 'First Name'],
		['First\u2009Name', 'First Name'],
		['First\nName', 'First Name'],
		['ph\u200bo\u00adne\u200c', 'phone'],
		['  ', ''],
	])('reads %j as %j', (name, plain) => {
		expect(plainName(name)).toBe(plain);
	});

	it('keeps case, accents and inner spaces', () => {
		expect(plainName('É  e')).toBe('É  e');
	});

	it('does not compose what is longer than any name', () => {
		const long = `e${'\u0301\u0323'.repeat(50_000)}`;
		expect(plainName(long)).toBe(long);
	});

	it('says the same of what it gives', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => expect(plainName(plainName(name))).toBe(plainName(name))), { numRuns: 300 });
	});
});

describe('looseName', () => {
	it.each([
		['PRÉNOM', 'prenom'],
		['\ufeffPre\u0301nom ', 'prenom'],
		['İlk Ad', 'ilk ad'],
	])('takes %j for %j', (name, loose) => {
		expect(looseName(name)).toBe(loose);
	});
});

describe('nameFinder', () => {
	const isFieldName = nameFinder([{ 'Prénom client': '' }, { '\ufeffN°': 1, order: { 'Total TTC': 2 }, lines: [{ 'Réf.': 3 }] }, { created: new Date(0) }]);

	it.each(['Prénom client', 'PRENOM CLIENT', ' pre\u0301nom\u00a0client', 'N°', 'order', 'Order.total ttc', 'order . TOTAL TTC', 'réf.'])('knows %j', (name) => {
		expect(isFieldName(name)).toBe(true);
	});

	it.each(['Prénom', '50 %', '', 'order.', 'order.nothing', 'toString', 'constructor'])('does not know %j', (name) => {
		expect(isFieldName(name)).toBe(false);
	});

	it('goes round no circle', () => {
		const item: Record<string, unknown> = { a: 1 };
		item.self = [item];
		expect(nameFinder([item])('self.a')).toBe(true);
	});
});
