import { DateTime } from 'luxon';
import type { Platform } from '../state';
import type { ContactDetails } from '../stores/groups';
import { text, type Fields } from './values';

const DETAILS = [
	'firstname',
	'lastname',
	'date',
	'url',
	'shortUrlPartnr',
	'custom1',
	'custom2',
	'custom3',
	'custom4',
] as const;

/** The fields of a contact that can be wrong. */
export type ContactProblem = 'phoneNumber' | 'firstname' | 'lastname' | 'date' | 'url';

export interface ReadContact {
	/** E.164, or as it was sent if it is no number; undefined if there is none. */
	phoneNumber: string | undefined;
	details: ContactDetails;
	problems: ContactProblem[];
	/** The fields the platform knows, as they were sent: what its answers repeat. */
	echo: Fields;
}

/** Date forms: the table says YYYY-MM-DD, the update sample is the other way round (docs: contact add, contact update). */
const ISO_DATE = 'yyyy-MM-dd';
export const UPDATE_DATES = [ISO_DATE, 'dd-MM-yyyy'] as const;

/** Reads the `contact` of a request. Empty details are allowed: they clear what was there. */
export function readContact(
	contact: Fields,
	platform: Platform,
	dateFormats: readonly string[] = [ISO_DATE],
): ReadContact {
	const details: ContactDetails = {};
	const echo: Fields = {};
	for (const name of DETAILS) {
		const value = contact[name];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		details[name] = String(value).trim();
		echo[name] = value;
	}
	const written = text(contact.phoneNumber)?.trim();
	const number = platform.readNumber(written ?? '');
	if (written !== undefined) echo.phoneNumber = contact.phoneNumber;

	const problems: ContactProblem[] = [];
	if (written !== undefined && number === undefined) problems.push('phoneNumber');
	for (const name of ['firstname', 'lastname'] as const) {
		if ((details[name]?.length ?? 0) > 32) problems.push(name);
	}
	if (details.date && !dateFormats.some((format) => isDate(details.date, format))) problems.push('date');
	if (details.url && !/^https?:\/\//.test(details.url)) problems.push('url');
	return { phoneNumber: number?.e164 ?? written, details, problems, echo };
}

function isDate(written: string | undefined, format: string): boolean {
	return written?.length === format.length && DateTime.fromFormat(written, format).isValid;
}

/** What is said of each; the wording is not documented. */
export const PROBLEM_TEXTS: Readonly<Record<ContactProblem, string>> = {
	phoneNumber: "Ce numero de telephone n'est pas valide",
	firstname: 'Le prénom ne peut pas être plus long que 32 caractères',
	lastname: 'Le nom ne peut pas être plus long que 32 caractères',
	date: "Cette date n'est pas valide",
	url: "Cette URL n'est pas valide",
};
