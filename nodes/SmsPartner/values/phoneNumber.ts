import { formsOf } from './callingCodes';
import { accept, refuse, type Checked } from './checked';
import { COUNTRIES, COUNTRIES_BY_CALLING_CODE, type Country } from './countries';
import { dialledInFrance, isFrenchPlan } from './frenchNumbering';
import { abroad, beginsWithCodeOf, isPossible, readingsOf } from './phoneReadings';
import { ASK_FOR_ONE, findOddity, tidy, withoutSeparators } from './phoneText';
import { quote } from './shortened';

export { PHONE_COUNTRIES } from './countries';

/** No way to write a number is longer; longer text is not searched for one either. */
const MAX_LENGTH = 64;

/**
 * A phone number as people, spreadsheets and contact apps write it, as E.164 (`+33612345678`).
 * `defaultCountry` (ISO 3166-1 alpha-2) says how to read a number without `+` or `00`. What has two readings is refused.
 */
export function parsePhoneNumber(input: unknown, defaultCountry: string): Checked<string> {
	if (input === undefined || input === null) return refuse('The phone number is empty', ASK_FOR_ONE);
	if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'bigint') {
		return refuse('The phone number is neither text nor a number', ASK_FOR_ONE);
	}
	if (String(input).length > MAX_LENGTH) return refuse(`${quote(String(input))} is too long for a phone number`, ASK_FOR_ONE);
	const text = tidy(String(input));
	const oddity = findOddity(text, typeof input === 'number');
	if (oddity) return oddity;

	const country = COUNTRIES.get(defaultCountry.trim().toUpperCase());
	const digits = withoutSeparators(text);
	const shortened = withoutSeparators(text.replace('(0)', ''));
	if (!country && !digits.startsWith('+')) {
		return refuse(
			`${quote(text)} needs its country code`,
			`National numbers of ${quote(defaultCountry)} are not known here: write the number with + and the country code, for example +33612345678, or choose another Default Country.`,
		);
	}
	const readings = readingsOf(digits, shortened, country);
	const [number, ...others] = readings;
	if (number === undefined) return refuseImpossible(text, digits, country);
	if (others.length > 0) {
		return refuse(
			`${quote(text)} can be read as ${readings.join(' and as ')}`,
			'Write the one that is meant, with + and the country code.',
		);
	}
	return accept(number);
}

/** One number as sheets with a decimal comma write it: `612345678,0`, `6,12E+08`. */
const CALCULATED = /^\s*(?:\+?\d{8,},0{1,2}|\d,\d+E\+?\d+)\s*$/i;

/** The recipients in a field: one, several separated by comma, semicolon or newline, or lists of these. Order and repeats are kept. */
export function splitRecipients(input: unknown): unknown[] {
	if (Array.isArray(input)) return input.flatMap(splitRecipients);
	if (typeof input !== 'string') return input === undefined || input === null ? [] : [input];
	return input
		.split(/[;\r\n\u2028\u2029]/)
		.flatMap((part) => (CALCULATED.test(part) ? [part] : part.split(',')))
		.map((part) => part.trim())
		.filter((part) => tidy(part) !== '');
}

/**
 * A number of the platform's callbacks and answers, as E.164 where it can be read, else as it came. They hold `+33…`,
 * `0033…`, French national `06…`, or digits with the country code and no `+` (docs: webhooks): `687751234` is New
 * Caledonia, never a French mobile without its 0.
 */
export function displayPhoneNumber(input: unknown): string | undefined {
	if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'bigint') return undefined;
	const original = String(input).trim();
	if (original === '') return undefined;
	if (original.length > MAX_LENGTH) return original;
	const whole = /^\+?\d+$/.test(original) ? withCountryCode(original) : undefined;
	// More digits than a French mobile without its 0: whoever may be meant, they begin with a country code.
	const text = whole ?? (/^[1-9]\d{9,14}$/.test(original) ? `+${original}` : original);
	if (!/^[+(0]/.test(text)) return original;
	const parsed = parsePhoneNumber(text, 'FR');
	return parsed.ok ? parsed.value : (whole ?? original);
}

/**
 * `+` and the digits of a number that is written with its country code, where such a number is possible. It need not be
 * one that is known to exist: the platform's own may be newer than the ranges known here.
 */
export function withCountryCode(written: string): string | undefined {
	if (written.length > MAX_LENGTH) return undefined;
	const [, digits] = /^\+?([1-9]\d+)$/.exec(withoutSeparators(tidy(written))) ?? [];
	return digits !== undefined && isPossible(digits) ? `+${digits}` : undefined;
}

function refuseImpossible(text: string, digits: string, country: Country | undefined): Checked<never> {
	const message = `${quote(text)} is not a possible phone number`;
	const international = digits.replace(/^(?:\+|00)/, '');
	if (international !== digits) return refuse(message, adviceAbroad(international, digits));
	if (!country) return refuse(message, ASK_FOR_ONE);
	const { name, trunk, example, callingCode } = country;
	if (digits.length > 10 && beginsWithCodeOf(digits, country)) return refuse(message, adviceAbroad(digits, digits));
	const withCode = abroad(digits).length > 0 ? ` If the country code is already in it, write +${digits}.` : '';
	const lacks0 = isFrenchPlan(callingCode) ? dialledInFrance(digits, callingCode) : undefined;
	if (lacks0 !== undefined) return refuse(message, `If 0${digits} is meant, write +${lacks0}.${withCode}`);
	const unknown = isFrenchPlan(callingCode) && /^0?[1-9]\d{8}$/.test(digits) ? 'The French numbering plan has no such number: look for a wrong digit. ' : '';
	return refuse(
		message,
		`${unknown}For ${name}, write it as ${trunk === '1' ? '' : trunk}${example} or +${callingCode}${example}.${withCode} For another country, write + and the country code first.`,
	);
}

/** What to do about a number with a country code. */
function adviceAbroad(digits: string, written: string): string {
	const [form] = formsOf(digits);
	if (!form) return `After ${written.startsWith('+') ? '+' : '00'} come the country code and the number, 8 to 15 digits in all, for example +33612345678.`;
	const { callingCode } = form;
	const national = digits.slice(callingCode.length).replace(/^0/, '');
	const elsewhere = isFrenchPlan(callingCode) ? dialledInFrance(national, callingCode) : undefined;
	if (elsewhere !== undefined) return `There is no such number behind +${callingCode}. If 0${national} is meant, write +${elsewhere}.`;
	const [known] = COUNTRIES_BY_CALLING_CODE.get(callingCode) ?? [];
	const example = known ? ` is written like +${callingCode}${known.example}` : ' has other digits, or not as many';
	const unknown = isFrenchPlan(callingCode) && national.length === 9 ? 'The French numbering plan has no such number. ' : '';
	return `${unknown}A number that begins with +${callingCode}${example}: look for missing or extra digits.`;
}
