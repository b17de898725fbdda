import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

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

/** The most results an item asks for; the default for what is no number of results. */
export function limitOf(context: IExecuteFunctions, itemIndex: number): number {
	if (asBoolean(context.getNodeParameter('returnAll', itemIndex, false)) === true) return Infinity;
	const limit = asNumber(context.getNodeParameter('limit', itemIndex, 50)) ?? 50;
	return limit > 0 ? limit : 50;
}
