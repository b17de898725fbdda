import { accept, refuse, type Checked } from './checked';
import { parsePhoneNumber, withCountryCode } from './phoneNumber';

/**
 * A virtual number as the platform wants it: digits with the country code, without `+` (docs: long-number send). The
 * platform knows its own: with its country code one is taken as it is.
 */
export function checkVirtualNumber(input: unknown, defaultCountry: string): Checked<string> {
	const number = parsePhoneNumber(input, defaultCountry);
	const own = number.ok ? number.value : withCountryCode(String(input));
	return own !== undefined
		? accept(own.slice(1))
		: refuse(`Virtual Number: ${number.ok ? '' : number.message}`, 'Enter the virtual number of your SMS Partner account, such as +33644000000.');
}
