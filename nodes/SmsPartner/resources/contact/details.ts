import type { IDataObject } from 'n8n-workflow';

import { checkCalendarDay } from '../../values/calendarDay';
import { accept, refuse, type Checked } from '../../values/checked';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { checkUrl } from '../../values/sender';
import { translate, type TermName } from '../../values/vocabulary';

/** Longest first or last name (docs: add-contact). */
const MAX_NAME = 32;

interface Detail {
	/** What the platform calls it. */
	platform: string;
	check: (value: unknown, timezone: string) => Checked<string>;
}

/** What a contact has besides its number (docs: add-contact). */
const DETAILS = {
	firstName: { platform: 'firstname', check: (value) => checkText(value, 'First Name', MAX_NAME) },
	lastName: { platform: 'lastname', check: (value) => checkText(value, 'Last Name', MAX_NAME) },
	birthDate: { platform: 'date', check: (value, timezone) => checkCalendarDay(value, 'Birth Date', timezone) },
	url: { platform: 'url', check: (value) => checkUrl(value, 'URL', 'https://www.example.com/offer') },
	custom1: { platform: 'custom1', check: (value) => checkText(value, 'Custom 1') },
	custom2: { platform: 'custom2', check: (value) => checkText(value, 'Custom 2') },
	custom3: { platform: 'custom3', check: (value) => checkText(value, 'Custom 3') },
	custom4: { platform: 'custom4', check: (value) => checkText(value, 'Custom 4') },
} satisfies Partial<Record<TermName, Detail>>;

type DetailName = keyof typeof DETAILS;

const NAMES = Object.keys(DETAILS) as DetailName[];

/**
 * Checks the details a user gave and names them as the platform does. Nothing (undefined, null) is left out; an empty
 * text is left out too, or kept where it means that the platform is to empty the field.
 */
export function checkDetails(given: unknown, timezone: string, empty: 'leaveOut' | 'keep'): Checked<IDataObject> {
	const fields = isRecord(given) ? given : {};
	const details: IDataObject = {};
	for (const name of NAMES) {
		const { platform, check }: Detail = DETAILS[name];
		const value = fields[name];
		if (value === undefined || value === null) continue;
		const isEmpty = typeof value === 'string' && value.trim() === '';
		if (isEmpty && empty === 'leaveOut') continue;
		const checked = isEmpty ? accept('') : check(value, timezone);
		if (!checked.ok) return checked;
		details[platform] = checked.value;
	}
	return accept(details);
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
