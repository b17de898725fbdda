import isPlainObject from 'lodash/isPlainObject';
import mapValues from 'lodash/mapValues';
import memoize from 'lodash/memoize';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { ReadParameter } from '../fields/readParameter';
import { isRecord } from '../values/narrow';
import type { WrittenPart } from '../values/receivedText';

/** The parameters that hold fields, those that the user added, and have a hole where the expression of one gives nothing. */
export const COLLECTIONS: ReadonlySet<string> = new Set(['additionalFields', 'areas', 'card', 'failover', 'limitWaitTime', 'options', 'suggestions', 'updateFields']);

/** The one collection in which an empty text is a value: it empties the field. */
const UPDATES = 'updateFields';

/**
 * Reads parameters, those without an expression once for all items: resolving a parameter costs n8n far more than the
 * rest of the work on an item.
 */
export function parameterReader(context: IExecuteFunctions): ReadParameter {
	const { parameters } = context.getNode();
	const fixed = new Map<string, unknown>();
	return (name, itemIndex) => {
		if (fixed.has(name)) return fixed.get(name);
		const raw = parameters[name];
		const given = chosen(context.getNodeParameter(name, itemIndex, null));
		const value = COLLECTIONS.has(name) && name !== UPDATES ? withHoles(raw, given) : given;
		if (!holdsExpression(raw)) fixed.set(name, value);
		return value;
	};
}

/** Checks once for all items when none of these parameters holds an expression, and otherwise for each item. */
export function sharedCheck<T>(context: IExecuteFunctions, names: readonly string[], check: (itemIndex: number) => T): (itemIndex: number) => T {
	const { parameters } = context.getNode();
	return names.some((name) => holdsExpression(parameters[name])) ? check : memoize(check, () => 'all items');
}

/** The id in what a picker's field holds, whether it was chosen from the list or written; other values as they are. */
function chosen(value: unknown): unknown {
	return isRecord(value) && value.__rl === true ? value.value : value;
}

/**
 * A collection with null for each expression in it that gave an empty text, as sheets do for an empty cell: it is not a
 * field that was added and left empty.
 */
function withHoles(raw: unknown, value: unknown): unknown {
	const field = (fieldRaw: unknown, fieldValue: unknown) => (fieldValue === '' && holdsExpression(fieldRaw) ? null : withHoles(fieldRaw, fieldValue));
	if (Array.isArray(value)) return value.map((entry, index) => field(Array.isArray(raw) ? raw[index] : raw, entry));
	return isPlainObject(value) && isRecord(value) ? mapValues(value, (entry, name) => field(isRecord(raw) ? raw[name] : raw, entry)) : value;
}

/** What the user wrote at a place of the parameters, such as `card` and then `title`, and what an expression gives instead. */
export type WrittenAt = (...path: Array<string | number>) => WrittenPart;

export function writtenPlaces(context: IExecuteFunctions): WrittenAt {
	const { parameters } = context.getNode();
	return (...path) => {
		let raw: unknown = parameters;
		for (const key of path) {
			// An expression for all of a collection gives everything in it.
			if (typeof raw === 'string') break;
			raw = Array.isArray(raw) ? raw[Number(key)] : isRecord(raw) ? raw[key] : undefined;
		}
		return { isFixed: !holdsExpression(raw), beside: typeof raw === 'string' && raw.startsWith('=') ? besideExpressions(raw.slice(1)) : '' };
	};
}

/** A text with expressions without them, divided as n8n does it: the next `}}` ends one. */
function besideExpressions(text: string): string {
	const [first = '', ...others] = text.split('{{');
	let isInside = false;
	let beside = first;
	for (const part of others) {
		const end = part.indexOf('}}');
		// Another `{{` inside an expression is part of it.
		if (!isInside) beside += '{}';
		isInside = end === -1;
		if (!isInside) beside += part.slice(end + 2);
	}
	return beside;
}

function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (Array.isArray(raw)) return raw.some(holdsExpression);
	return isRecord(raw) && Object.values(raw).some(holdsExpression);
}
