import fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.max.json';
import parseWithLibrary, { type CountryCode, getCountryCallingCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';

import { COUNTRIES, PHONE_COUNTRIES } from '../../nodes/SmsPartner/values/countries';
import { asList, isRecord } from '../../nodes/SmsPartner/values/narrow';
import { parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';

const countries: CountryCode[] = [...COUNTRIES.keys()].filter((iso) => isSupportedCountry(iso));

/** The library's own patterns for fixed lines, mobiles, toll-free numbers and so on. */
function patternsOf(iso: CountryCode): RegExp[] {
	const all: unknown = metadata;
	const byCountry = isRecord(all) && isRecord(all.countries) ? all.countries : {};
	return asList(asList(byCountry[iso])[11])
		.map((type) => asList(type)[0])
		.filter((pattern) => typeof pattern === 'string' && pattern !== '')
		.map((pattern) => new RegExp(`^(?:${String(pattern)})$`));
}

/** Numbers that the library calls possible and valid in this country. */
function validNumbers(iso: CountryCode): fc.Arbitrary<PhoneNumber> {
	return fc
		.oneof(...patternsOf(iso).map((pattern) => fc.stringMatching(pattern)))
		.map((national) => parseWithLibrary(`+${COUNTRIES.get(iso)?.callingCode ?? ''}${national}`, { extract: false }))
		.filter((number): number is PhoneNumber => number !== undefined && number.isPossible() && number.isValid() && inScope(number));
}

/** E.164 has at most 15 digits and we want at least 8; Bulgaria's 00800 and Canada's 310-xxxx are dialled inside the country only. */
function inScope({ number, nationalNumber, countryCallingCode }: PhoneNumber): boolean {
	const digits = number.length - 1;
	const isLocal = nationalNumber.startsWith('00') || (countryCallingCode === '1' && nationalNumber.length < 10);
	return digits >= 8 && digits <= 15 && !isLocal;
}

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

test('every country of the table is one the library knows, with the same calling code and a valid mobile', () => {
	expect(countries).toHaveLength(COUNTRIES.size);
	for (const iso of countries) {
		const { callingCode = '', example = '' } = COUNTRIES.get(iso) ?? {};
		expect([iso, getCountryCallingCode(iso)]).toEqual([iso, callingCode]);
		expect([iso, parseWithLibrary(`+${callingCode}${example}`)?.getType()]).toEqual([
			iso,
			expect.stringMatching(/^(?:MOBILE|FIXED_LINE_OR_MOBILE)$/),
		]);
	}
});

describe.each(countries)('valid numbers of %s', (iso) => {
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

	test('are read without their + when the default country is theirs', () => {
		const { callingCode = '', example = '' } = COUNTRIES.get(iso) ?? {};
		expect(parsePhoneNumber(callingCode + example, iso)).toEqual({ ok: true, value: `+${callingCode}${example}` });
	});

	test('are refused with a digit too few for any number', () => {
		expect(parsePhoneNumber(`+${COUNTRIES.get(iso)?.callingCode}23`, iso)).toMatchObject({ ok: false });
	});
});

test('the options are sorted by name and name every country once', () => {
	const names = PHONE_COUNTRIES.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(new Set(PHONE_COUNTRIES.map(({ value }) => value))).toEqual(new Set(COUNTRIES.keys()));
	expect(PHONE_COUNTRIES).toContainEqual({ name: 'France', value: 'FR' });
});
