import { refuse, type Refusal } from './checked';
import { quote } from './shortened';

/** E.164 allows no more. */
export const MAX_DIGITS = 15;
export const ASK_FOR_ONE =
	'Give one number such as 0612345678 or +33612345678. If it comes from an expression or an input field, check that the field holds a number on this item.';

const SEPARATORS = /[\s\p{Dash}./\\()[\]·•_]/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Without the invisible marks that contact apps paste along, in ASCII digits, without `tel:` or a spreadsheet's apostrophe. */
export function tidy(text: string): string {
	return inAscii(text)
		.trim()
		.replace(/^tel:\s*/i, '')
		.replace(/^['\u2019]/, '')
		.replace(/^(\+?\d{8,})[.,]0$/, '$1');
}

/** Most numbers are nothing else, and tens of thousands are read in one go. */
function inAscii(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return text;
	return text
		.replace(INVISIBLE, '')
		.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.replace(/(?!\d)\p{Nd}/gu, digitOf);
}

export function withoutSeparators(text: string): string {
	return text.replace(SEPARATORS, '');
}

/** The digits of every script stand in blocks of ten, from 0 to 9. */
function digitOf(digit: string): string {
	const point = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
	return String(before % 10);
}

/** What is wrong before any digit is read. */
export function findOddity(text: string, isJsNumber: boolean): Refusal | undefined {
	if (text === '') return refuse('The phone number is empty', ASK_FOR_ONE);
	if (/\{\{/.test(text)) {
		return refuse(`${quote(text)} is an expression that n8n does not evaluate`, 'Switch the field from Fixed to Expression, so that n8n fills in the number.');
	}
	if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text) || /^\+?(?:\d[\d\s]{5,}[.,]0|\d{8,}[.,]0+)$/.test(text) || (isJsNumber && !/^\d+$/.test(text))) {
		return refuse(
			`${quote(text)} is a calculated number, not a phone number`,
			'A spreadsheet has turned the phone number into a number: format the column as text and write the phone number again, for example +33612345678.',
		);
	}
	if (/[,;|&\r\n]|\d.*\+.*\d/.test(text) || text.replace(/\D/g, '').length > MAX_DIGITS + 2) {
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
	if (/\d/.test(text) && /[·•_]{2}|([./\\])\1\1/.test(text)) {
		return refuse(`${quote(text)} has hidden digits`, 'Write all digits of the number, for example 0612345678 or +33612345678.');
	}
	return findOddCharacters(text);
}

/** Digits, with one + in front, are all that may be left. */
function findOddCharacters(text: string): Refusal | undefined {
	const digits = withoutSeparators(text);
	if (/^\+?\d+$/.test(digits)) return undefined;
	return refuse(`${quote(text)} is not a possible phone number`, `${reasonOf(digits)}. Write it as 0612345678 or +33612345678.`);
}

function reasonOf(digits: string): string {
	const odd = [...new Set(digits.replace(/[\d+]/g, ''))];
	if (!/\d/.test(digits)) return 'It holds no digits';
	if (odd.length > 0) return `It holds ${odd.slice(0, 8).map(nameOf).join(' ')}`;
	const [signs = ''] = /^\+*/.exec(digits) ?? [];
	return signs.length > 1 ? `It begins with ${signs.length} + signs` : 'Its + stands behind the digits, and belongs in front of the country code';
}

/** A character as it looks, or its code where it shows nothing of its own. */
function nameOf(character: string): string {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return /[\p{C}\p{Z}\p{M}\u2800]/u.test(character) ? `U+${code}` : character;
}
