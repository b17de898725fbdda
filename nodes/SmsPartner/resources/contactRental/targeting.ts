import partition from 'lodash/partition';
import type { IDataObject } from 'n8n-workflow';

import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { checkNumericId } from '../../values/identifier';
import { asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';

const GENDERS: Readonly<Record<string, string>> = { everyone: 'm', men: 'h', women: 'f' };
const SOCIAL_CATEGORIES: Readonly<Record<string, number>> = { higher: 102, lower: 103 };

/** Above 17 and below 99 (docs: error codes 12 and 14, contact rental). */
const AGES = { min: 18, max: 98 };

/** Whom to rent, in the platform's terms. */
export interface Targeting {
	parameters: IDataObject;
	/** Wanted contacts by ZIP code or department; empty when none are named. */
	volumes: Record<string, number>;
	/** Areas without a wanted number. */
	unlimited: string[];
}

interface Area {
	area: string;
	/** 0 when no number is wanted. */
	volume: number;
}

/** Reads and checks the targeting from the values of its parameters. */
export function checkTargeting(read: (name: string) => unknown): Checked<Targeting> {
	const given = read('options');
	const options = isRecord(given) ? given : {};
	const checked = checkAll({
		sexe: checkChoice(read('gender'), GENDERS, 'Gender'),
		ages: checkAges(read('minAge'), read('maxAge')),
		interest: checkCategory(read('interest'), 'Interest ID'),
		subInterest: checkOption(options, 'subInterest', 'Sub-Interest ID', (id) => checkCategory(id, 'Sub-Interest ID')),
		category: checkOption(options, 'socialCategory', 'Social Category', (choice) => checkChoice(choice, SOCIAL_CATEGORIES, 'Social Category')),
		areas: checkAreas(read('areas')),
	});
	if (!checked.ok) return checked;
	const { sexe, ages, interest, subInterest, category, areas } = checked.value;
	const [zipcodes, departments] = partition(areas.map(({ area }) => area), isZipCode);
	const [limited, unlimited] = partition(areas, ({ volume }) => volume > 0);
	return accept({
		parameters: {
			sexe,
			...ages,
			...(zipcodes.length > 0 && { zipcode: zipcodes.join(',') }),
			...(departments.length > 0 && { department: departments.join(',') }),
			interest,
			...(subInterest !== undefined && { subInterest }),
			...(category !== undefined && { category }),
		},
		volumes: Object.fromEntries(limited.map(({ area, volume }) => [area, volume])),
		unlimited: unlimited.map(({ area }) => area),
	});
}

function checkChoice<T>(input: unknown, choices: Readonly<Record<string, T>>, fieldLabel: string): Checked<T> {
	const choice = typeof input === 'string' && Object.hasOwn(choices, input) ? choices[input] : undefined;
	return choice === undefined ? refuse(`"${fieldLabel}" is none of the known ones`, `Choose one of these in ${fieldLabel}: ${Object.keys(choices).join(', ')}.`) : accept(choice);
}

/** The samples write ages as texts. */
function checkAges(min: unknown, max: unknown): Checked<{ minAge: string; maxAge: string }> {
	const [minAge, maxAge] = [asNumber(min), asNumber(max)];
	const advice = `Give whole years from ${AGES.min} to ${AGES.max}, the lower one in Minimum Age.`;
	if (!isAge(minAge)) return refuse(`"Minimum Age" must be from ${AGES.min} to ${AGES.max}`, advice);
	if (!isAge(maxAge)) return refuse(`"Maximum Age" must be from ${AGES.min} to ${AGES.max}`, advice);
	return minAge <= maxAge ? accept({ minAge: String(minAge), maxAge: String(maxAge) }) : refuse(`"Minimum Age" (${minAge}) is above "Maximum Age" (${maxAge})`, advice);
}

function isAge(age: number | undefined): age is number {
	return age !== undefined && Number.isInteger(age) && age >= AGES.min && age <= AGES.max;
}

/** Categories have numbers; the samples write them as such. */
function checkCategory(input: unknown, fieldLabel: string): Checked<number> {
	const id = checkNumericId(input, fieldLabel, '');
	return id.ok
		? accept(Number(id.value))
		: refuse(`"${fieldLabel}" must be the number of a category`, `Copy the number from the list of categories in the documentation of SMS Partner into ${fieldLabel}, such as 14.`);
}

function checkAreas(input: unknown): Checked<Area[]> {
	const areas: Area[] = [];
	const list: unknown = isRecord(input) && Object.hasOwn(input, 'area') ? input.area : [];
	// Without its areas, the targeting would be the whole country.
	if (!Array.isArray(list)) return refuse('"Areas" cannot be read', 'Give a list of areas, each with its ZIP code or department, or remove them all.');
	for (const entry of list) {
		const checked = checkArea(isRecord(entry) ? entry : {});
		if (!checked.ok) return checked;
		if (areas.some(({ area }) => area === checked.value.area)) return refuse(`The area ${checked.value.area} is listed twice`, 'List each ZIP code and department once in Areas.');
		areas.push(checked.value);
	}
	return accept(areas);
}

function checkArea(entry: UnknownRecord): Checked<Area> {
	const area = asText(entry.area)?.trim().toUpperCase() ?? '';
	if (!isZipCode(area) && !/^(?:\d\d|2[AB]|97\d)$/.test(area)) {
		return refuse(`"${area}" is neither a ZIP code nor a department`, 'Write ZIP codes with five digits and departments as 02, 60 or 2A, with the leading 0.');
	}
	const volume = checkOption(entry, 'volume', `Volume of the area ${area}`, (wanted) => {
		const count = asNumber(wanted);
		return count !== undefined && Number.isInteger(count) && count >= 0
			? accept(count)
			: refuse(`The volume of the area ${area} must be a whole number`, 'Enter how many contacts are wanted in this area.');
	});
	return volume.ok ? accept({ area, volume: volume.value ?? 0 }) : volume;
}

function isZipCode(area: string): boolean {
	return /^\d{5}$/.test(area);
}
