import fc from 'fast-check';

import { formsOf } from '../../nodes/SmsPartner/values/callingCodes';
import { displayPhoneNumber, parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';
import { isPossible } from '../../nodes/SmsPartner/values/phoneReadings';
import { ALL, callingCodeOf, trunkOf, validNumbers } from './support/oracle';

/** Metropolitan France apart, where the library's numbers are not all metropolitan: frenchNumbering.test.ts. */
const countries = ALL.filter((country) => country !== 'FR');

function parsed(written: string, defaultCountry = 'FR'): string | undefined {
	const number = parsePhoneNumber(written, defaultCountry);
	return number.ok ? number.value : undefined;
}

test('every calling code in the world is known, and no other', () => {
	const codes = new Set(ALL.map(callingCodeOf));
	expect(codes.size).toBeGreaterThan(200);
	for (let digits = 100; digits < 1000; digits++) {
		const known = [1, 2, 3].map((length) => String(digits).slice(0, length)).find((code) => codes.has(code));
		expect([digits, formsOf(String(digits))[0]?.callingCode]).toEqual([digits, known]);
	}
});

describe.each(countries)('valid numbers of %s with their calling code', (country) => {
	const code = callingCodeOf(country);
	const trunk = trunkOf(country);

	test('are read as they are, and what is dialled inside the country only is not kept', () => {
		fc.assert(
			fc.property(validNumbers(country), ({ number, nationalNumber }) => {
				expect([number, parsed(number), parsed(number.replace('+', '00'), 'DE')]).toEqual([number, number, number]);
				// With another trunk prefix, or none, what is written so may be another number.
				const allowed = trunk === '0' ? [number] : [number, undefined];
				for (const form of [`+${code} ${trunk}${nationalNumber}`, `+${code} (${trunk || 0}) ${nationalNumber}`]) {
					expect([form, allowed.includes(parsed(form))]).toEqual([form, true]);
				}
			}),
			{ numRuns: 25 },
		);
	});

	test('are the same person in a callback, and in what is done with its item', () => {
		fc.assert(
			fc.property(validNumbers(country), fc.constantFrom('FR', 'DE', 'US', 'XX'), ({ number }, defaultCountry) => {
				const shown = displayPhoneNumber(number.slice(1)) ?? '';
				expect([number, shown, parsed(shown, defaultCountry)]).toEqual([number, number, number]);
			}),
			{ numRuns: 25 },
		);
	});
});

test.each([
	['+61 0412 345 678', '+61412345678'],
	['+61 (0)412 345 678', '+61412345678'],
	['+90 0532 123 45 67', '+905321234567'],
	['+44 07400 123456', '+447400123456'],
	['+36 06 20 123 4567', '+36201234567'],
	['+7 8 912 345 67 89', '+79123456789'],
	['+1 1 201 555 0123', '+12015550123'],
	['+39 06 1234 5678', '+390612345678'],
	['+378 0549 886377', '+3780549886377'],
	['+241 06 03 12 34', '+24106031234'],
	['+225 07 08 12 34 56', '+2250708123456'],
	['+65 (0) 9123 4567', '+6591234567'],
	// Minsk as it is dialled in Belarus.
	['+375 8 017 234 56 78', undefined],
	['+61 0412 345 6789', undefined],
	['+999 412 345 678', undefined],
])('%s is %s', (written, expected) => {
	expect(parsed(written)).toBe(expected);
});

test.each<[string, boolean]>([
	['687751234', true],
	['376312345', true],
	['61412345678', true],
	['612345678', false],
	['61', false],
	['999123456', false],
	['4915123456789012', false],
])('+%s: possible is %p', (digits, expected) => {
	expect(isPossible(digits)).toBe(expected);
});
