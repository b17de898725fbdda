import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { Failure } from '../api/failure';
import type { ItemResult } from './operation';

const CONCURRENT_ITEMS = 5;

type OneResult = { json: IDataObject } | { failure: Failure };

/**
 * One result for each input item, a few at a time and in input order. After the first failure no further item is
 * started, unless the node continues on errors.
 */
export async function eachItem(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	work: (itemIndex: number) => Promise<OneResult>,
): Promise<ItemResult[]> {
	const limit = pLimit(CONCURRENT_ITEMS);
	const goOn = context.continueOnFail();
	let stopped = false;
	const results = await Promise.all(
		items.map(async (_item, itemIndex) =>
			limit(async (): Promise<ItemResult[]> => {
				if (stopped) return [];
				const result = await work(itemIndex);
				if ('json' in result) return [{ itemIndex, json: result.json }];
				stopped = !goOn;
				return [{ itemIndex, json: {}, failure: result.failure }];
			}),
		),
	);
	return results.flat();
}
