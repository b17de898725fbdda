import { Refusal } from '../refusal';
import { text } from './values';

/** Limit of numbers in one request (docs: conventions). */
export const MAX_NUMBERS = 500;

/** The trimmed parts of a comma-separated text, without empty ones. */
export function commaSeparated(written: string): string[] {
	return written
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/**
 * The `phoneNumbers` of the verification endpoints, each as it was sent, spaces included. Refusals: 2, 50 and 55 as
 * everywhere, 3 for numbers that are separated otherwise (docs: HLR check).
 */
export function numbersToVerify(value: unknown): string[] {
	if (Array.isArray(value)) throw new Refusal(3);
	const written = text(value);
	if (written === undefined) throw new Refusal(2);
	if (/[;\r\n|]/.test(written)) throw new Refusal(3);
	const numbers = written.split(',').filter((number) => number.trim() !== '');
	if (numbers.length === 0) throw new Refusal(55);
	if (numbers.length > MAX_NUMBERS) throw new Refusal(50);
	return numbers;
}
