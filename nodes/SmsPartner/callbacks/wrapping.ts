import { parseLooseJson } from '../values/looseJson';
import { isRecord, type UnknownRecord } from '../values/narrow';
import { isKnownName } from './fields';
import { plain } from './plain';

/** One event of a request. */
export interface Wrapped {
	event: UnknownRecord;
	/** What stood beside it in the wrapping. */
	beside: UnknownRecord;
}

type IsEvent = (fields: UnknownRecord) => boolean;

/** A list in a field of a text in a list, say. */
const maxLevels = 5;
/** Each event takes along what stood beside it: more than this is no wrapping, and would be copied once for each. */
const maxBeside = 100;

/**
 * The events in what came: it is one itself, or a list of them, or a text that holds one as JSON, or has one in a field
 * that no callback has (`payload`). What is not recognised stays as it is, what holds no fields under `body`.
 *
 * @param value plain data
 * @param isEvent whether these fields are recognised as an event
 */
export function unwrap(value: unknown, isEvent: IsEvent, levels = maxLevels): Wrapped[] {
	const content = readJson(value, levels);
	if (levels > 0 && Array.isArray(content) && content.some((each) => isStructured(readJson(each, levels - 1)))) {
		return content.flatMap((each) => unwrap(each, isEvent, levels - 1));
	}
	if (!isRecord(content)) return isEmpty(content) ? [] : [{ event: { body: value }, beside: {} }];
	if (Object.keys(content).length === 0) return [];
	return (isEvent(content) ? undefined : inFields(content, isEvent, levels)) ?? [{ event: content, beside: {} }];
}

function inFields(record: UnknownRecord, isEvent: IsEvent, levels: number): Wrapped[] | undefined {
	if (levels === 0) return undefined;
	const found = new Map<string, Wrapped[]>();
	for (const name of Object.keys(record).filter((each) => !isKnownName(each))) {
		const events = isStructured(readJson(record[name], levels)) ? unwrap(record[name], isEvent, levels - 1) : [];
		if (events.some(({ event }) => isEvent(event))) found.set(name, events);
	}
	if (found.size === 0) return undefined;
	const others = companions(Object.fromEntries(Object.entries(record).filter(([name]) => !found.has(name))));
	return [...found.values()].flat().map(({ event, beside }) => ({ event, beside: { ...others, ...beside } }));
}

/** What may be copied to each event. */
export function companions(record: UnknownRecord): UnknownRecord {
	return Object.keys(record).length > maxBeside ? {} : record;
}

/** The list or record that a text holds as JSON; any other value as it is. */
function readJson(value: unknown, levels: number): unknown {
	const text = typeof value === 'string' ? value.trim() : '';
	const json = /^[{["]/.test(text) && levels > 0 ? parseLooseJson(text) : undefined;
	if (json?.ok !== true) return value;
	const content = typeof json.value === 'string' ? readJson(json.value, levels - 1) : plain(json.value);
	return isStructured(content) ? content : value;
}

function isStructured(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
	return Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '';
}
