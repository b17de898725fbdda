import { parseJson } from './json';
import { asText, isRecord, type UnknownRecord } from './narrow';
import { parsePhoneNumber } from './phoneNumber';

/** A phone number of a rental file, with the line or the record it stands in. */
export interface RentedNumber {
	/** E.164 */
	phoneNumber: string;
	record: UnknownRecord;
}

/** These hold no phone numbers, whatever their digits. */
const OTHER_FIELDS = /^(?:token|code|id|success|cost|quantity|date)$/i;

/**
 * Every phone number in a rental file, in its order. What the file looks like is documented nowhere: it may be lines, a
 * table with separators, or JSON with the numbers anywhere in it.
 */
export function rentedNumbers(file: unknown): RentedNumber[] {
	if (typeof file === 'string') {
		const parsed = parseJson(file);
		return parsed.ok && typeof parsed.value !== 'number' ? rentedNumbers(parsed.value) : file.split(/\r\n|\r|\n/).flatMap(numbersInLine);
	}
	if (typeof file === 'number') return numbersInLine(String(file));
	if (Array.isArray(file)) return file.flatMap(rentedNumbers);
	return isRecord(file) ? numbersInRecord(file) : [];
}

function numbersInLine(line: string): RentedNumber[] {
	const numbers = line.split(/[\t,;|]/).flatMap((cell) => numberIn(cell) ?? []);
	return numbers.map((phoneNumber) => ({ phoneNumber, record: { line: numbers.length === 1 ? line : phoneNumber } }));
}

/** A record with one number of its own is that person's; any other one only holds records or lists. */
function numbersInRecord(record: UnknownRecord): RentedNumber[] {
	const values = Object.entries(record).flatMap(([name, value]) => (OTHER_FIELDS.test(name) ? [] : [value]));
	const own = values.flatMap((value) => numberIn(asText(value)) ?? []);
	const [phoneNumber] = own;
	if (phoneNumber !== undefined && own.length === 1) return [{ phoneNumber, record }];
	return values.flatMap(rentedNumbers);
}

function numberIn(cell: string | undefined): string | undefined {
	const number = parsePhoneNumber(cell?.trim().replace(/^(["'])(.*)\1$/, '$2'), 'FR');
	return number.ok ? number.value : undefined;
}
