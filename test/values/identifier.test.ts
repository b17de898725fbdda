import fc from 'fast-check';
import { DateTime } from 'luxon';

import { checkNumericId, checkOpaqueId } from '../../nodes/SmsPartner/values/identifier';

const ADVICE = 'Fill in the ID that Send returned.';
const numeric = (input: unknown) => checkNumericId(input, 'Message ID', ADVICE);
const opaque = (input: unknown) => checkOpaqueId(input, 'Contact ID', ADVICE);
const refusedWith = (message: RegExp) => ({ ok: false, message: expect.stringMatching(message), description: expect.stringContaining(ADVICE) });

describe('checkNumericId', () => {
	it.each<[unknown, string]>([
		['2254460', '2254460'],
		[2254460, '2254460'],
		[2254460n, '2254460'],
		['2254460.0', '2254460'],
		['2254460,00', '2254460'],
		['2254460.000', '2254460'],
		['2254460.', '2254460'],
		["'2254460", '2254460'],
		['’2254460', '2254460'],
		['"2254460"', '2254460'],
		['="2254460"', '2254460'],
		['« 2254460 »', '2254460'],
		[' 2254460\r\n', '2254460'],
		['\ufeff2254\u200b460\u200e', '2254460'],
		['\u00a02254460\u00a0', '2254460'],
		['2,254,460', '2254460'],
		['2.254.460', '2254460'],
		['2 254 460', '2254460'],
		['2\u00a0254\u00a0460', '2254460'],
		['2\u202f254\u202f460', '2254460'],
		["2'254'460", '2254460'],
		['2’254’460', '2254460'],
		['2,254,460.00', '2254460'],
		['2.254.460,0', '2254460'],
		['2 254 460,00', '2254460'],
		['2,254.0', '2254'],
		['2\u202f254', '2254'],
		["2'254", '2254'],
		['0002254460', '2254460'],
		['19', '19'],
		['9007199254740991', '9007199254740991'],
	])('reads %j as %s', (input, id) => {
		expect(numeric(input)).toEqual({ ok: true, value: id });
	});

	it.each<[unknown, RegExp]>([
		[undefined, /^Message ID is empty$/],
		[null, /^Message ID is empty$/],
		['', /^Message ID is empty$/],
		[' \u200b\u00a0', /^Message ID is empty$/],
		['\ud83d', /^Message ID is empty$/],
		["''", /^Message ID is empty$/],
		['1.23457E+15', /^Message ID is a calculated number: "1.23457E\+15"$/],
		['1,23457E+15', /calculated number/],
		['2.25446e6', /calculated number/],
		['2254460E-3', /calculated number/],
		[2 ** 53, /^Message ID has lost digits: 9007199254740992$/],
		[1.23457e25, /lost digits/],
		[-(2 ** 60), /lost digits/],
		['9007199254740993', /too large/],
		['22544602254461225446222544632254464', /too large/],
		[2254460.5, /no ID: "2254460.5"/],
		['2254460.5', /no ID/],
		['2254460,5', /no ID/],
		['2,5', /no ID/],
		[-2254460, /no ID/],
		['-2254460', /no ID/],
		['−2254460', /no ID/],
		[0, /no ID/],
		['0', /no ID/],
		['000.0', /no ID|two ways/],
		[Number.NaN, /no ID/],
		[Number.POSITIVE_INFINITY, /no ID/],
		['2,254', /can be read in two ways/],
		['2.254', /can be read in two ways/],
		['300 301', /can be read in two ways/],
		['254.000', /can be read in two ways/],
		['22,54,460', /several/],
		['2,254,46', /several/],
		['2254460, 2254461', /^Message ID holds several IDs: "2254460, 2254461"$/],
		['2254460;2254461', /several/],
		['2254460\n2254461', /several IDs: "2254460 2254461"/],
		['2254460 2254461', /several/],
		['2254460 & 2254461', /several/],
		['2254460|2254461', /several/],
		['2254460/2254461', /several/],
		['abc', /no ID: "abc"/],
		['12e5', /calculated number/],
		['0x10', /no ID/],
		['ID 2254460', /no ID/],
		['5f7753a5c1b2d', /no ID/],
		['undefined', /no ID/],
		['[object Object]', /no ID/],
		['2026-10-25', /no ID/],
		[true, /is true or false, not an ID/],
		[[2254460], /is a list, not an ID/],
		[{ messageId: 2254460 }, /is an object, not an ID/],
		[new Date('2026-10-25'), /is a date, not an ID/],
		[DateTime.fromISO('2026-10-25'), /is a date, not an ID/],
	])('refuses %j', (input, message) => {
		expect(numeric(input)).toEqual(refusedWith(message));
	});

	const ids = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

	it('reads every ID in every form that a sheet gives it, or refuses it, and never takes it for another', () => {
		const grouped = (id: number, separator: string) => String(id).replace(/\B(?=(?:\d{3})+$)/g, separator);
		const forms = fc.constantFrom<(id: number) => unknown>(
			...[',', '.', ' ', '\u00a0', '\u202f', "'"].flatMap((separator) => [
				(id: number) => grouped(id, separator),
				(id: number) => `${grouped(id, separator)}${separator === '.' ? ',' : '.'}00`,
			]),
			(id) => id,
			(id) => `'${id}`,
			(id) => `${id}.0`,
			(id) => id.toExponential(),
			(id) => id.toExponential(5).toUpperCase(),
			(id) => new Intl.NumberFormat('fr-FR').format(id),
			(id) => new Intl.NumberFormat('de-CH').format(id),
		);
		fc.assert(
			fc.property(fc.oneof(ids, fc.integer({ min: 1, max: 99_999_999 })), forms, (id, form) => {
				const read = numeric(form(id));
				if (read.ok) expect(read.value).toBe(String(id));
			}),
			{ numRuns: 500 },
		);
	});

	it('gives nothing but a number that the platform can know', () => {
		const pieces = fc.string({ unit: fc.constantFrom('0', '1', '254', '.', ',', ' ', '\u00a0', "'", '-', 'E', '+', 'x', ';', '\n'), maxLength: 8 });
		fc.assert(
			fc.property(pieces, (text) => {
				const read = numeric(text);
				if (read.ok) expect(read.value).toMatch(/^[1-9]\d{0,15}$/);
				else expect(read.description).toContain(ADVICE);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('checkOpaqueId', () => {
	it.each<[unknown, string]>([
		['5f7753a5c1b2d', '5f7753a5c1b2d'],
		['12e5', '12e5'],
		['5E81', '5E81'],
		['0012', '0012'],
		['Ff1tbu0lax', 'Ff1tbu0lax'],
		['XHa7GXvhy6zkhQEf4HtHG', 'XHa7GXvhy6zkhQEf4HtHG'],
		['NDA_20230111_00811', 'NDA_20230111_00811'],
		['ID CONTACT', 'ID CONTACT'],
		['a.b/c+d=', 'a.b/c+d='],
		['12345678901234567890', '12345678901234567890'],
		[77, '77'],
		['77.0', '77'],
		['2,254,460', '2254460'],
		["'5f7753a5c1b2d", '5f7753a5c1b2d'],
		[' "5f7753a5c1b2d"\u200b ', '5f7753a5c1b2d'],
	])('reads %j as %s', (input, id) => {
		expect(opaque(input)).toEqual({ ok: true, value: id });
	});

	it.each<[unknown, RegExp]>([
		['', /^Contact ID is empty$/],
		[null, /^Contact ID is empty$/],
		['5E+81', /calculated number/],
		['1.23457E+15', /calculated number/],
		['1.2e15', /calculated number/],
		[5e81, /lost digits/],
		[2 ** 53, /lost digits/],
		[1.5, /no ID/],
		[-1, /no ID/],
		['5f7753a5c1b2d,5f7753a5c1b2e', /several/],
		['5f7753a5c1b2d\n5f7753a5c1b2e', /several/],
		['undefined', /no ID/],
		['#N/A', /no ID/],
		['#REF!', /no ID/],
		['[object Object]', /no ID/],
		['{{ $json.contactId }}', /an expression that n8n does not evaluate/],
		[['5f7753a5c1b2d'], /is a list/],
		[{}, /is an object/],
		[false, /is true or false/],
		[new Date(0), /is a date/],
	])('refuses %j', (input, message) => {
		expect(opaque(input)).toEqual(refusedWith(message));
	});

	it('leaves every ID of letters and digits as it is', () => {
		const id = fc.stringMatching(/^[\dA-Za-z_-]{1,30}$/).filter((text) => !/^(?:undefined|null|NaN)$/.test(text));
		fc.assert(
			fc.property(id, (text) => {
				expect(opaque(text)).toEqual({ ok: true, value: text });
				expect(opaque(` '${text}\u200b`)).toEqual({ ok: true, value: text });
			}),
			{ numRuns: 300 },
		);
	});
});
