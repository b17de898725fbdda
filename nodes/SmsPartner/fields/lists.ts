import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { accept, refuse, type Checked } from '../values/checked';
import { asBoolean, asNumber } from '../values/narrow';

/** Return All and Limit, for every operation that lists. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The most results an item asks for. Whoever asks for all must not get some: of the opt-outs, for example. */
export function checkResultLimit(context: IExecuteFunctions, itemIndex: number): Checked<number> {
	const returnAll = asBoolean(context.getNodeParameter('returnAll', itemIndex, false));
	if (returnAll === undefined) {
		return refuse('"Return All" is neither true nor false', 'Use true or false. If it comes from an expression, check what it gives on this item.');
	}
	if (returnAll) return accept(Infinity);
	const limit = asNumber(context.getNodeParameter('limit', itemIndex, 50));
	return limit !== undefined && limit >= 1
		? accept(limit)
		: refuse('"Limit" must be a number of 1 or more', 'Give the most results you want, or turn on Return All. If it comes from an expression, check what it gives on this item.');
}
