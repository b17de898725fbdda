import { accept, refuse, type Checked } from './checked';
import { COUNTRIES, COUNTRIES_BY_CALLING_CODE, type Country } from './countries';
import { callingCodeOf } from './frenchNumbering';

export { PHONE_COUNTRIES } from './countries';

const E164_DIGITS = { min: 8, max: 15 };
/** No way to write a number is longer; longer text is not searched for one either. */
const MAX_LENGTH = 64;
const ASK_FOR_ONE =
	'Give one number such as 0612345678 or +33612345678. If it comes from an expression or an input field, check that the field holds a number on this item.';

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
	const digits = text.replace(SEPARATORS, '');
	const shortened = text.replace('(0)', '').replace(SEPARATORS, '');
	if (!/^\+?\d+$/.test(digits)) return refuseCharacters(text, digits);
	if (!country && !digits.startsWith('+')) {
		return refuse(
			`${quote(text)} needs its country code`,
			`National numbers of ${quote(defaultCountry)} are not known here: write the number with + and the country code, for example +33612345678, or choose another Default Country.`,
		);
	}
	const readings = [...new Set(read(digits, shortened, country))];
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

/** The recipients in a field: one, several separated by comma, semicolon or newline, or lists of these. Order and repeats are kept. */
export function splitRecipients(input: unknown): unknown[] {
	if (Array.isArray(input)) return input.flatMap(splitRecipients);
	if (typeof input !== 'string') return input === undefined || input === null ? [] : [input];
	return input
		.split(/[,;\r\n\u2028\u2029]/)
		.map((part) => part.trim())
		.filter((part) => tidy(part) !== '');
}

/**
 * A number of the platform's callbacks and answers, as E.164 where it can be read, else as it came. They hold
 * `+33…`, `0033…`, French national `06…`, or digits with the country code and no `+` (docs: webhooks).
 */
export function displayPhoneNumber(input: unknown): string | undefined {
	if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'bigint') return undefined;
	const original = String(input).trim();
	if (original === '') return undefined;
	if (original.length > MAX_LENGTH) return original;
	// Fewer than ten digits may be a short code, or a French mobile without its 0 as well as a foreign number.
	const bare = /^[1-9]\d{9,14}$/.test(original);
	const parsed = /^[+(0]/.test(original) || bare ? parsePhoneNumber(bare ? `+${original}` : original, 'FR') : undefined;
	return parsed?.ok ? parsed.value : original;
}

const SEPARATORS = /[\s\p{Pd}\u2212./\\()[\]·•_]/gu;

/** Without the invisible marks that contact apps paste along, in ASCII digits, without `tel:` or a spreadsheet's apostrophe. */
function tidy(text: string): string {
	return text
		.replace(/\p{Cf}/gu, '')
		.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/\uff0b/g, '+')
		.trim()
		.replace(/^tel:\s*/i, '')
		.replace(/^['\u2019]/, '')
		.replace(/^(\+?\d{8,})\.0$/, '$1');
}

/** What is wrong before any digit is read. */
function findOddity(text: string, isJsNumber: boolean): Checked<never> | undefined {
	if (text === '') return refuse('The phone number is empty', ASK_FOR_ONE);
	if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text) || (isJsNumber && !/^\d+$/.test(text))) {
		return refuse(
			`${quote(text)} is a calculated number, not a phone number`,
			'A spreadsheet has turned the phone number into a number: format the column as text and write the phone number again, for example +33612345678.',
		);
	}
	if (/[,;|&\r\n]|\d.*\+/.test(text) || text.replace(/\D/g, '').length > E164_DIGITS.max + 2) {
		return refuse(
			`${quote(text)} looks like several phone numbers`,
			'Give one number here, or separate the numbers of "To" with commas. Inside a number use spaces, for example 06 12 34 56 78.',
		);
	}
	if (/\p{L}/u.test(text)) {
		return refuse(
			`${quote(text)} is no phone number: it holds letters`,
			'A phone number is made of digits: write it as 0612345678 or +33612345678, without a name or an extension.',
		);
	}
	return undefined;
}

/** Every E.164 number these digits may be. National readings come first: that is what the default country says. */
function read(digits: string, shortened: string, country: Country | undefined): string[] {
	if (digits.startsWith('+')) return international(digits.slice(1), shortened.slice(1));
	if (!country) return [];
	const dialledAbroad = country.callingCode === '1' ? /^(?:00|011)/ : /^00/;
	if (dialledAbroad.test(digits)) return international(digits.replace(dialledAbroad, ''), shortened.replace(dialledAbroad, ''));
	const national = nationally(digits, country);
	if (national.length > 0 || !digits.startsWith(country.callingCode)) return national;
	return international(digits, shortened);
}

function nationally(digits: string, country: Country): string[] {
	const numbers = country.bare.test(digits) ? [digits] : [];
	if (country.trunk !== '' && digits.startsWith(country.trunk)) numbers.push(digits.slice(country.trunk.length));
	return numbers.flatMap((number) => {
		const callingCode = callingCodeOf(number, country);
		return callingCode === undefined ? [] : e164(callingCode + number);
	});
}

/** `shortened` is the same without `(0)`, the trunk prefix that is written but not dialled from abroad. */
function international(digits: string, shortened: string): string[] {
	const countries = countriesOf(digits);
	if (!countries) return digits.startsWith('0') ? [] : e164(shortened);
	return countries.flatMap(({ callingCode, trunk, national }) => {
		const written = [digits, shortened].map((number) => number.slice(callingCode.length));
		const [first = ''] = written;
		if (trunk.startsWith('0') && first.startsWith(trunk)) written.push(first.slice(trunk.length));
		return written.filter((number) => national.test(number)).flatMap((number) => e164(callingCode + number));
	});
}

function e164(digits: string): string[] {
	return digits.length >= E164_DIGITS.min && digits.length <= E164_DIGITS.max ? [`+${digits}`] : [];
}

/** The countries whose calling code these digits begin with. */
function countriesOf(digits: string): readonly Country[] | undefined {
	for (const length of [1, 2, 3]) {
		const countries = COUNTRIES_BY_CALLING_CODE.get(digits.slice(0, length));
		if (countries) return countries;
	}
	return undefined;
}

function refuseCharacters(text: string, digits: string): Checked<never> {
	const odd = [...new Set(digits.replace(/[\d+]/g, ''))].join(' ');
	return refuse(
		`${quote(text)} is not a possible phone number`,
		`${odd === '' ? 'It holds no digits' : `It holds ${odd}`}: write it as 0612345678 or +33612345678.`,
	);
}

function refuseImpossible(text: string, digits: string, country: Country | undefined): Checked<never> {
	const message = `${quote(text)} is not a possible phone number`;
	const [known] = countriesOf(digits.replace(/^(?:\+|00)/, '')) ?? [];
	if (/^(?:\+|00)/.test(digits)) {
		return refuse(
			message,
			known
				? `A number that begins with +${known.callingCode} is written like +${known.callingCode}${known.example}: look for missing or extra digits.`
				: `After ${digits.startsWith('+') ? '+' : '00'} come the country code and the number, ${E164_DIGITS.min} to ${E164_DIGITS.max} digits in all, for example +33612345678.`,
		);
	}
	if (!country) return refuse(message, ASK_FOR_ONE);
	const { name, trunk, example, callingCode } = country;
	const abroad = international(digits, digits).length > 0 ? ` If the country code is already in it, write +${digits}.` : '';
	return refuse(
		message,
		`For ${name}, write it as ${trunk === '1' ? '' : trunk}${example} or +${callingCode}${example}.${abroad} For another country, write + and the country code first.`,
	);
}

/** A user's value inside a message: on one line and not too long. */
function quote(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}
