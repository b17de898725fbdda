import { Refusal } from '../refusal';
import type { RentalTarget } from '../stores/rentals';
import { integer, isFields, text, type Fields } from './values';

/** Reads `parameters` of a rental; each way of being wrong has its code (docs: contact rental, error codes). */
export function readRentalTarget(value: unknown): { target: RentalTarget; parameters: Fields } {
	if (!isFields(value)) throw new Refusal(3);
	const target = {
		sexe: readSexe(value.sexe),
		minAge: readAge(value.minAge, { missing: 9, wrong: 12 }),
		maxAge: readAge(value.maxAge, { missing: 13, wrong: 14 }),
		zipcode: text(value.zipcode) ?? '',
		interest: readInterest(value),
		category: readCategory(value.category),
	};
	return { target, parameters: value };
}

function readSexe(value: unknown): RentalTarget['sexe'] {
	const sexe = text(value);
	if (sexe === undefined) throw new Refusal(7);
	if (sexe !== 'm' && sexe !== 'h' && sexe !== 'f') throw new Refusal(8);
	return sexe;
}

/** Above 17 and below 99. */
function readAge(value: unknown, codes: { missing: number; wrong: number }): number {
	if (text(value) === undefined) throw new Refusal(codes.missing);
	const age = integer(value);
	if (age === undefined || age <= 17 || age >= 99) throw new Refusal(codes.wrong);
	return age;
}

/** One of the two is needed; the more precise one wins. */
function readInterest({ interest, subInterest }: Fields): string {
	const main = readId(interest, { empty: 16, wrong: 15 });
	const precise = readId(subInterest, { empty: 17, wrong: 18 });
	const id = precise ?? main;
	if (id === undefined) throw new Refusal(19);
	return String(id);
}

function readCategory(value: unknown): number | null {
	return readId(value, { empty: 22, wrong: 23 }) ?? null;
}

/** Undefined if it was not sent. */
function readId(value: unknown, codes: { empty: number; wrong: number }): number | undefined {
	if (value === undefined) return undefined;
	if (text(value) === undefined) throw new Refusal(codes.empty);
	const id = integer(value);
	if (id === undefined || id <= 0) throw new Refusal(codes.wrong);
	return id;
}
