import { accept, refuse, type Checked } from './checked';
import { quote } from './shortened';
import { wellFormed } from './wellFormed';

/** As spreadsheets show large numbers. A hexadecimal ID such as 12e5 has neither the sign nor the decimals. */
const CALCULATED = /^\d+(?:[.,]\d+E[+-]?|E\+)\d+$/i;
/** What a formula, or an expression inside a text, leaves where it found nothing. */
const NOTHING_FOUND = /^(?:undefined|null|NaN|#[\p{Lu}\d/]+[!?]?)$|\{\{|\[object /u;
const SEVERAL = /[,;|\r\n\t]|\d[\s&/+]+\d/;

/** An ID that is made of digits alone, as sheets write it. `advice` says where to find it. */
export function checkNumericId(input: unknown, label: string, advice: string): Checked<string> {
	const text = checkText(input, label, advice);
	if (!text.ok) return text;
	const id = wholeNumber(text.value)?.replace(/^0+/, '');
	if (id === undefined || id === '') return refuseText(text.value, label, advice);
	return Number.isSafeInteger(Number(id)) ? accept(id) : refuse(`${label} is too large: ${quote(id)}`, `No ID has so many digits, and some of them may be lost. ${advice}`);
}

/** An ID of which nothing is known but that it is one: it stays as it is, except for what sheets add to it. */
export function checkOpaqueId(input: unknown, label: string, advice: string): Checked<string> {
	const text = checkText(input, label, advice);
	if (!text.ok) return text;
	const id = wholeNumber(text.value) ?? text.value;
	return CALCULATED.test(id) || NOTHING_FOUND.test(id) || /[,;|\r\n\t]/.test(id) ? refuseText(id, label, advice) : accept(id);
}

/** The text of an ID without the quotes, the apostrophe and the invisible characters that sheets put around it. */
function checkText(input: unknown, label: string, advice: string): Checked<string> {
	if (typeof input === 'number') return checkNumber(input, label, advice);
	if (typeof input !== 'string' && typeof input !== 'bigint' && input !== undefined && input !== null) {
		return refuse(`${label} is ${kindOf(input)}, not an ID`, `Give one ID as text; several need an item for each. ${advice}`);
	}
	const text = wellFormed(String(input ?? ''))
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(/^=(?=")/, '')
		.replace(/^['"`‘’“”«»\s]+|['"`‘’“”«»\s]+$/g, '');
	return text === '' ? refuse(`${label} is empty`, advice) : accept(text);
}

function checkNumber(input: number, label: string, advice: string): Checked<string> {
	if (Number.isSafeInteger(input) && input >= 0) return accept(String(input));
	if (Math.abs(input) <= Number.MAX_SAFE_INTEGER || !Number.isFinite(input)) return refuseText(String(input), label, advice);
	return refuse(`${label} has lost digits: ${input}`, `A number cannot hold so many: give the ID as text. ${advice}`);
}

/**
 * A number as sheets write it, without its groups of three digits and its zeros behind the point; undefined for any other
 * text. One group behind a comma, a point or a plain space is left alone: it may be a fraction, or another ID.
 */
function wholeNumber(text: string): string | undefined {
	if (/^\d+$/.test(text)) return text;
	const [, digits] = /^(\d+)[.,]0*$/.exec(text) ?? [];
	if (digits !== undefined) return /^\d{1,3}[.,]000$/.test(text) ? undefined : digits;
	const [, number = '', separator = '', point] = /^(\d{1,3}(?:([., '’\u00a0\u2009\u202f])\d{3})(?:\2\d{3})*)(?:([.,])0*)?$/.exec(text) ?? [];
	const isSingle = /^\d{1,3}[., ]\d{3}$/.test(number);
	return number === '' || point === separator || (isSingle && point === undefined) ? undefined : number.replace(/\D/g, '');
}

function refuseText(text: string, label: string, advice: string): Checked<never> {
	if (text.includes('{{')) return refuse(`${label} is an expression that n8n does not evaluate: ${quote(text)}`, `Switch the field from Fixed to Expression, so that n8n fills it in. ${advice}`);
	if (/^-?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) {
		return refuse(`${label} is a calculated number: ${quote(text)}`, `A spreadsheet has shortened it, and digits are lost: format the column as text, and fill it in again. ${advice}`);
	}
	if (/^\d{1,3}[., ]\d{3}$/.test(text)) return refuse(`${label} can be read in two ways: ${quote(text)}`, `Write it in digits alone, without separators. ${advice}`);
	if (SEVERAL.test(text) && !/^\d+[.,]\d+$/.test(text)) return refuse(`${label} holds several IDs: ${quote(text)}`, `Give one; several need an item for each. ${advice}`);
	return refuse(`${label} is no ID: ${quote(text)}`, advice);
}

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'boolean') return 'true or false';
	return value instanceof Date || (typeof value === 'object' && value !== null && 'toISO' in value) ? 'a date' : 'an object';
}
