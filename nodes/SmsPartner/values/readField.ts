import isEqual from 'lodash/isEqual';

import { accept, refuse, type Checked } from './checked';
import { plainName } from './fieldNames';
import { isRecord, type UnknownRecord } from './narrow';
import { shortened } from './shortened';

/** Names of fields that a refusal lists. */
const MAX_LISTED = 10;

type ReadStep = (record: UnknownRecord, name: string) => Checked<unknown>;

/**
 * The value of a field, by its whole name first and then by its dotted path; undefined where there is none. Names that
 * only read alike count where none is exact: sheets bring along marks, spaces and accents that nobody sees.
 */
export function readField(fields: UnknownRecord, name: string): Checked<unknown> {
	const paths = name.includes('.') ? [[name], name.split('.')] : [[name]];
	for (const readStep of [exactly, alike]) {
		for (const path of paths) {
			const value = follow(fields, path, readStep);
			if (!value.ok || value.value !== undefined) return value;
		}
	}
	return accept(undefined);
}

/** Whether a field holds nothing that could be meant. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** The fields that an item has, for whoever looked for another. */
export function listFields(fields: UnknownRecord): string {
	const names = Object.keys(fields);
	if (names.length === 0) return 'This item has no fields.';
	const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
	return `This item has the fields ${names.slice(0, MAX_LISTED).map(shortened).join(', ')}${more}.`;
}

function follow(fields: UnknownRecord, path: readonly string[], readStep: ReadStep): Checked<unknown> {
	let value: unknown = fields;
	for (const name of path) {
		const next = stepInto(value, name, readStep);
		if (!next.ok || next.value === undefined) return next;
		value = next.value;
	}
	return accept(value);
}

function stepInto(value: unknown, name: string, readStep: ReadStep): Checked<unknown> {
	if (Array.isArray(value)) return accept(/^\d+$/.test(name) ? value[Number(name)] : undefined);
	return isRecord(value) ? readStep(value, name) : accept(undefined);
}

function exactly(record: UnknownRecord, name: string): Checked<unknown> {
	return accept(Object.hasOwn(record, name) ? record[name] : undefined);
}

/** Never a guess between two values: of several fields that read alike, all that are filled in must hold the same. */
function alike(record: UnknownRecord, name: string): Checked<unknown> {
	if (Object.hasOwn(record, name)) return exactly(record, name);
	const wanted = plainName(name);
	const values = Object.keys(record).filter((key) => plainName(key) === wanted).map((key) => record[key]);
	const [first, ...others] = values.filter((value) => !isBlank(value));
	if (others.every((other) => isEqual(other, first))) return accept(first ?? values[0]);
	return refuse(
		`This item has several fields that read as "${shortened(wanted)}", with different values`,
		'Their names differ in spaces, invisible characters or the way accents are written. Rename or remove all but one in a node before this one.',
	);
}

