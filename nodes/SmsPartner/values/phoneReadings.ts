import { formsOf } from './callingCodes';
import type { Country } from './countries';
import { dialledInFrance, isFrenchPlan, writtenWith } from './frenchNumbering';
import { MAX_DIGITS } from './phoneText';

const MIN_DIGITS = 8;

/**
 * Every number in E.164 that these digits may be. National readings come first: that is what the default country says.
 * `shortened` is the same without `(0)`, the trunk prefix that is written but not dialled from abroad.
 */
export function readingsOf(digits: string, shortened: string, country: Country | undefined): string[] {
	return [...new Set(read(digits, shortened, country))];
}

/** Likewise, of digits that begin with a country code. */
export function abroad(digits: string, shortened = digits): string[] {
	return formsOf(digits).flatMap(({ callingCode, trunk, national }) => {
		const written = [digits, shortened].map((number) => number.slice(callingCode.length));
		const [first = ''] = written;
		if (trunk !== '' && first.startsWith(trunk)) written.push(first.slice(trunk.length));
		return written.flatMap((number) => e164(isFrenchPlan(callingCode) ? writtenWith(callingCode, number) : matching(callingCode, number, national)));
	});
}

/** Whether `+` and these digits may be a number: its calling code exists, and it has as many digits as they have there. */
export function isPossible(digits: string): boolean {
	return digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS && formsOf(digits).some(({ callingCode, national }) => national.test(digits.slice(callingCode.length)));
}

function read(digits: string, shortened: string, country: Country | undefined): string[] {
	if (digits.startsWith('+')) return abroad(digits.slice(1), shortened.slice(1));
	if (!country) return [];
	const dialledAbroad = country.callingCode === '1' ? /^(?:00|011)/ : /^00/;
	if (dialledAbroad.test(digits)) return abroad(digits.replace(dialledAbroad, ''), shortened.replace(dialledAbroad, ''));
	const national = nationally(digits, country);
	return national.length === 0 && beginsWithCodeOf(digits, country) ? abroad(digits, shortened) : national;
}

/** Whether digits without `+` may have their country code all the same: in France and overseas France, that of any territory of the common plan. */
export function beginsWithCodeOf(digits: string, { callingCode }: Country): boolean {
	return digits.startsWith(callingCode) || (isFrenchPlan(callingCode) && formsOf(digits).some((form) => isFrenchPlan(form.callingCode)));
}

function nationally(digits: string, country: Country): string[] {
	const { callingCode, national } = country;
	return withoutTrunk(digits, country).flatMap((number) =>
		e164(isFrenchPlan(callingCode) ? dialledInFrance(number, callingCode) : matching(callingCode, number, national)),
	);
}

/** What is left of the trunk prefix when a spreadsheet has dropped its 0 is not dialled either: Hungary's 06. */
function withoutTrunk(digits: string, { trunk, bare, national }: Country): string[] {
	const numbers = bare.test(digits) ? [national.test(digits) || trunk !== '' ? digits : `0${digits}`] : [];
	if (trunk !== '' && digits.startsWith(trunk)) numbers.push(digits.slice(trunk.length));
	const rest = trunk.replace(/^0/, '');
	if (rest !== trunk && rest !== '' && digits.startsWith(rest) && bare.test(digits.slice(rest.length))) numbers.push(digits.slice(rest.length));
	return numbers;
}

function matching(callingCode: string, number: string, national: RegExp): string | undefined {
	return national.test(number) ? callingCode + number : undefined;
}

function e164(digits: string | undefined): string[] {
	return digits !== undefined && digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS ? [`+${digits}`] : [];
}
