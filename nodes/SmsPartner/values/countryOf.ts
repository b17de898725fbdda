import { formsOf } from './callingCodes';

/**
 * The ISO 3166-1 alpha-2 code of the country that an E.164 number belongs to. Undefined where several countries share
 * its calling code and its form (+1, +262, +590), and where the country is not in the table.
 */
export function countryOf(phoneNumber: string): string | undefined {
	const digits = phoneNumber.startsWith('+') ? phoneNumber.slice(1) : '';
	const forms = formsOf(digits).filter(({ callingCode, national }) => national.test(digits.slice(callingCode.length)));
	return forms.length === 1 ? forms[0]?.iso : undefined;
}
