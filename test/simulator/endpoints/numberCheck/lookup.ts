import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { perMinute } from '../../rateLimits';
import { numbersToVerify } from '../../rules/numberLists';
import { readInternational } from '../../rules/numbers';
import type { Platform } from '../../state';
import type { Endpoint } from '../endpoint';
import { VERIFICATION_CODES } from './codes';

/** Free check of how numbers are written (docs: format check). */
export const lookup: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/lookup',
	keyIn: 'body',
	codes: { ...VERIFICATION_CODES, 10: 'API key invalid' },
	rateLimit: perMinute(360),
	answer({ fields }, platform) {
		const numbers = numbersToVerify(fields.phoneNumbers);
		return { success: true, code: 200, lookup: numbers.map((request) => lookupItem(request, platform)) };
	},
};

const COUNTRIES = new Intl.DisplayNames('fr', { type: 'region' });

/** A number with a space before it is not valid: so it is in the test data of a client library. */
function lookupItem(request: string, platform: Platform): object {
	const e164 = readInternational(request, platform)?.e164;
	const number = e164 === undefined ? undefined : parsePhoneNumberFromString(e164);
	if (number === undefined) {
		return { request, success: false, message: "Le numéro de téléphone est vide ou n'est pas valide." };
	}
	const international = number.formatInternational();
	return {
		request,
		success: true,
		// A name, not a code, in the documented sample.
		countryCode: number.country === undefined ? '' : COUNTRIES.of(number.country),
		prefixCode: Number(number.countryCallingCode),
		phoneNumber: number.number,
		// Only "Mobile" is documented.
		type: number.getType() === 'FIXED_LINE' ? 'Fixed' : 'Mobile',
		network: '',
		format: {
			e164: number.number,
			international,
			national: number.formatNational(),
			rfc3966: `tel:${international.replaceAll(' ', '-')}`,
		},
	};
}
