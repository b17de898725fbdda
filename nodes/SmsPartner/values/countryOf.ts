import { COUNTRIES } from './countries';

/**
 * The ISO 3166-1 alpha-2 code of the country that an E.164 number belongs to. Undefined where several countries share
 * its calling code and its form (+1, +262, +590), and where the country is not in the table.
 */
export function countryOf(phoneNumber: string): string | undefined {
	const codes = [...COUNTRIES].flatMap(([code, { callingCode, national }]) => {
		const prefix = `+${callingCode}`;
		return phoneNumber.startsWith(prefix) && national.test(phoneNumber.slice(prefix.length)) ? [code] : [];
	});
	return codes.length === 1 ? codes[0] : undefined;
}
