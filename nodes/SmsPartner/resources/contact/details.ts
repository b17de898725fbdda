import type { IDataObject } from 'n8n-workflow';

import { checkCalendarDay } from '../../values/calendarDay';
import { accept, refuse, type Checked, type Refusal } from '../../values/checked';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { isHole } from '../../values/option';
import { checkUrl } from '../../values/sender';
import { translate, type TermName } from '../../values/vocabulary';

/** Longest first or last name (docs: add-contact). */
const MAX_NAME = 32;

interface Detail {
	/** What the platform calls it. */
	platform: string;
	label: string;
	check: (value: unknown, label: string, timezone: string) => Checked<string>;
}

/** What a contact has besides its number (docs: add-contact). */
const DETAILS = {
	firstName: { platform: 'firstname', label: 'First Name', check: (value, label) => checkText(value, label, MAX_NAME) },
	lastName: { platform: 'lastname', label: 'Last Name', check: (value, label) => checkText(value, label, MAX_NAME) },
	birthDate: { platform: 'date', label: 'Birth Date', check: checkCalendarDay },
	url: { platform: 'url', label: 'URL', check: (value, label) => checkUrl(value, label, 'https://www.example.com/offer') },
	custom1: { platform: 'custom1', label: 'Custom 1', check: (value, label) => checkText(value, label) },
	custom2: { platform: 'custom2', label: 'Custom 2', check: (value, label) => checkText(value, label) },
	custom3: { platform: 'custom3', label: 'Custom 3', check: (value, label) => checkText(value, label) },
	custom4: { platform: 'custom4', label: 'Custom 4', check: (value, label) => checkText(value, label) },
} satisfies Partial<Record<TermName, Detail>>;

type DetailName = keyof typeof DETAILS;

const NAMES = Object.keys(DETAILS) as DetailName[];

/**
 * Checks the details a user gave and names them as the platform does. What is empty is left out; or, where an empty text
 * means that the platform is to empty the field, that is kept and nothing at all (undefined, null) is refused.
 */
export function checkDetails(given: unknown, timezone: string, empty: 'leaveOut' | 'keep'): Checked<IDataObject> {
	const fields = isRecord(given) ? given : {};
	const details: IDataObject = {};
	for (const name of NAMES) {
		const { platform, label, check }: Detail = DETAILS[name];
		const value = fields[name];
		if (empty === 'keep' && isHole(fields, name)) return nothingFor(label);
		if (value === undefined || value === null) continue;
		const isEmpty = typeof value === 'string' && value.trim() === '';
		if (isEmpty && empty === 'leaveOut') continue;
		const checked = isEmpty ? accept('') : check(value, label, timezone);
		if (!checked.ok) return checked;
		details[platform] = checked.value;
	}
	return accept(details);
}

/** For a field to change whose expression gives nothing: it would silently stay as it is. */
function nothingFor(label: string): Refusal {
	return refuse(`"${label}" is empty`, 'Its expression gives nothing on this item: let it give a value, or an empty text to empty the field, or remove it.');
}

/** The details of a contact of the platform, each under its one name; null where it has none. */
export function describeDetails(record: UnknownRecord): IDataObject {
	return translate(record, NAMES);
}

/** The one names of the details that a request to the platform holds. */
export function detailsIn(record: UnknownRecord): string[] {
	return NAMES.filter((name) => DETAILS[name].platform in record);
}

function checkText(value: unknown, fieldLabel: string, maxLength = Infinity): Checked<string> {
	const text = typeof value === 'boolean' ? String(value) : asText(value)?.trim();
	if (text === undefined) return refuse(`"${fieldLabel}" is neither text nor a number`, 'Give a text, or remove the field.');
	if (text.length > maxLength) {
		return refuse(`"${fieldLabel}" has ${text.length} characters: "${text}"`, `The platform takes at most ${maxLength}. Shorten it.`);
	}
	return accept(text);
}
