import { constraintsFailed } from '../../refusal';
import { PROBLEM_TEXTS, type ReadContact } from '../../rules/contacts';

/** What adding and updating have in common; the documented 1 differs. */
export const WRITE_CODES = {
	2: 'Les informations du contact sont requises',
	15: 'Le numéro est déjà dans le groupe',
	404: "Ce groupe ou ce contact n'existe pas",
} as const;

/** Refuses a contact that cannot be; code 9 is what other endpoints say, the contact pages name none. */
export function refuseInvalid({ problems }: ReadContact): void {
	if (problems.length === 0) return;
	throw constraintsFailed(problems.map((field) => ({ field, message: PROBLEM_TEXTS[field] })));
}
