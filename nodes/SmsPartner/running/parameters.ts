import mapValues from 'lodash/mapValues';
import memoize from 'lodash/memoize';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { ReadParameter } from '../fields/readParameter';
import { isRecord } from '../values/narrow';

/**
 * Reads parameters, those without an expression once for all items: resolving a parameter costs n8n far more than the
 * rest of the work on an item.
 */
export function parameterReader(context: IExecuteFunctions): ReadParameter {
	const { parameters } = context.getNode();
	const fixed = new Map<string, unknown>();
	return (name, itemIndex) => {
		if (fixed.has(name)) return fixed.get(name);
		const value = withHoles(parameters[name], chosen(context.getNodeParameter(name, itemIndex, null)), name);
		if (!holdsExpression(parameters[name])) fixed.set(name, value);
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

/** Options with null for an expression that gave an empty text, as sheets do for an empty cell: it is not a field left empty. */
function withHoles(raw: unknown, value: unknown, name: string): unknown {
	if (name !== 'options' || !isRecord(raw) || !isRecord(value)) return value;
	return mapValues(value, (option, key) => (option === '' && holdsExpression(raw[key]) ? null : option));
}

export function isExpression(context: IExecuteFunctions, name: string): boolean {
	return holdsExpression(context.getNode().parameters[name]);
}

function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (Array.isArray(raw)) return raw.some(holdsExpression);
	return isRecord(raw) && Object.values(raw).some(holdsExpression);
}
