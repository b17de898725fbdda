import { accept, refuse, type Checked } from './checked';
import { parsePhoneNumber } from './phoneNumber';

/** A virtual number as the platform wants it: digits with the country code, without `+` (docs: long-number send). */
export function checkVirtualNumber(input: unknown, defaultCountry: string): Checked<string> {
	const number = parsePhoneNumber(input, defaultCountry);
	return number.ok
		? accept(number.value.slice(1))
		: refuse(`Virtual Number: ${number.message}`, 'Enter the virtual number of your SMS Partner account, such as +33644000000.');
}
