import { parseJson } from './json';
import { asText, isRecord, type UnknownRecord } from './narrow';
import { isTooDeep } from './nesting';
import { parsePhoneNumber, withCountryCode } from './phoneNumber';

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
 * table with separators, or JSON with the numbers anywhere in it. Never throws, however large or deep it is: a file can
 * be had only once.
 */
export function rentedNumbers(file: unknown): RentedNumber[] {
	const numbers: RentedNumber[] = [];
	const unread = [file];
	while (unread.length > 0) {
		const { found = [], inside = [] } = read(unread.pop());
		for (const number of found) numbers.push(number);
		for (let index = inside.length - 1; index >= 0; index--) unread.push(inside[index]);
	}
	return numbers;
}

/** The numbers in a value, or the values in it that may hold some. */
interface Reading {
	found?: RentedNumber[];
	inside?: unknown[];
}

function read(value: unknown): Reading {
	if (typeof value === 'number') return { found: numbersInLine(String(value)) };
	if (typeof value === 'string') return readText(value);
	if (Array.isArray(value)) return { inside: value };
	return isRecord(value) ? readRecord(value) : {};
}

/** What JSON holds is looked into. A text in it must be shorter: that of a large integer is the same text again. */
function readText(text: string): Reading {
	const parsed = parseJson(text);
	const value = parsed.ok ? parsed.value : undefined;
	if (typeof value === 'string' ? value.length < text.length : typeof value === 'object') return { inside: [value] };
	return { found: text.split(/\r\n|\r|\n/).flatMap(numbersInLine) };
}

function numbersInLine(line: string): RentedNumber[] {
	const numbers = line.split(/[\t,;|]/).flatMap((cell) => numberIn(cell) ?? []);
	return numbers.map((phoneNumber) => ({ phoneNumber, record: { line: numbers.length === 1 ? line : phoneNumber } }));
}

/** A record with one number of its own is that person's; any other one only holds records or lists. */
function readRecord(record: UnknownRecord): Reading {
	const values = Object.entries(record).flatMap(([name, value]) => (OTHER_FIELDS.test(name) ? [] : [value]));
	const own = values.flatMap((value) => numberIn(asText(value)) ?? []);
	const [phoneNumber] = own;
	if (phoneNumber === undefined || own.length > 1) return { inside: values };
	return { found: [{ phoneNumber, record: isTooDeep(record) ? { line: phoneNumber } : record }] };
}

function numberIn(cell: string | undefined): string | undefined {
	const written = cell?.trim().replace(/^(["'])(.*)\1$/, '$2');
	const number = parsePhoneNumber(written, 'FR');
	if (number.ok) return number.value;
	return written?.startsWith('+') ? withCountryCode(written) : undefined;
}
