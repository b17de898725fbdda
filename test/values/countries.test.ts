import fc from 'fast-check';
import parseWithLibrary, { type CountryCode, getCountryCallingCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';

import { COUNTRIES, PHONE_COUNTRIES } from '../../nodes/SmsPartner/values/countries';
import { parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';
import { trunkOf, validNumbers } from './support/oracle';

const countries: CountryCode[] = [...COUNTRIES.keys()].filter((iso) => isSupportedCountry(iso));
/** The library gives metropolitan France some numbers of overseas France too: frenchNumbering.test.ts. */
const outsideThePlan = countries.filter((iso) => iso !== 'FR');

/** Every way of writing a number that the library knows. Where it has no national format it gives bare digits, which nobody dials. */
function formsOf(number: PhoneNumber, trunk: string): string[] {
	const { nationalNumber } = number;
	const forms = [
		number.number,
		number.formatInternational(),
		number.getURI(),
		number.number.replace('+', '00'),
		number.formatNational(),
		`${trunk}${nationalNumber}`,
	];
	return forms.filter((form) => form !== nationalNumber || trunk === '').filter((form) => !form.startsWith('00') || form === forms[3]);
}

test('every country of the table is one the library knows, with the same calling code, trunk prefix and a valid mobile', () => {
	expect(countries).toHaveLength(COUNTRIES.size);
	for (const iso of countries) {
		const { callingCode = '', trunk, example = '' } = COUNTRIES.get(iso) ?? {};
		expect([iso, getCountryCallingCode(iso), trunkOf(iso)]).toEqual([iso, callingCode, trunk]);
		expect([iso, parseWithLibrary(`+${callingCode}${example}`)?.getType()]).toEqual([
			iso,
			expect.stringMatching(/^(?:MOBILE|FIXED_LINE_OR_MOBILE)$/),
		]);
	}
});

describe.each(outsideThePlan)('valid numbers of %s', (iso) => {
	const trunk = COUNTRIES.get(iso)?.trunk ?? '';

	test('are read the same from every form the library writes', () => {
		fc.assert(
			fc.property(validNumbers(iso), (number) => {
				const forms = formsOf(number, trunk);
				expect(forms.map((form) => [form, parsePhoneNumber(form, iso)])).toEqual(
					forms.map((form) => [form, { ok: true, value: number.number }]),
				);
			}),
			{ numRuns: 60 },
		);
	});
});

describe.each(countries)('mobiles of %s', (iso) => {
	const { callingCode = '', trunk = '', example = '' } = COUNTRIES.get(iso) ?? {};

	test('are read when a spreadsheet has dropped what is 0 in front of them', () => {
		fc.assert(
			fc.property(validNumbers(iso, 'mobile'), ({ nationalNumber, number }) => {
				// Burkina Faso has mobiles with a 0 in front and others of the same length: what is shorter may lack any digit.
				const lost = iso === 'BF' ? nationalNumber : `${trunk}${nationalNumber}`.replace(/^0/, '');
				for (const written of [nationalNumber, lost]) expect([written, parsePhoneNumber(written, iso)]).toEqual([written, { ok: true, value: number }]);
			}),
			{ numRuns: 30 },
		);
	});

	test('are read without their + when the default country is theirs', () => {
		expect(parsePhoneNumber(callingCode + example, iso)).toEqual({ ok: true, value: `+${callingCode}${example}` });
	});

	test('are refused with a digit too few for any number, by an advice whose examples are right', () => {
		expect(parsePhoneNumber(`+${callingCode}23`, iso)).toMatchObject({ ok: false });
		const refused = parsePhoneNumber('23', iso);
		const advice = refused.ok ? '' : refused.description;
		const examples = advice.match(/\+?\d{6,}/g) ?? [];
		expect(examples).toHaveLength(2);
		expect(examples.map((written) => parsePhoneNumber(written, iso))).toEqual(Array(2).fill({ ok: true, value: `+${callingCode}${example}` }));
	});
});

test('the options are sorted by name and name every country once', () => {
	const names = PHONE_COUNTRIES.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(new Set(PHONE_COUNTRIES.map(({ value }) => value))).toEqual(new Set(COUNTRIES.keys()));
	expect(PHONE_COUNTRIES).toContainEqual({ name: 'France', value: 'FR' });
});
