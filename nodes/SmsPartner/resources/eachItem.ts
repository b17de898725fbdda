import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { inputFailure } from '../api/errors';
import type { Failure } from '../api/failure';
import type { Checked } from '../values/checked';
import { guarded } from './guard';
import type { ItemResult } from './operation';

const CONCURRENT_ITEMS = 5;

/** What one input item gives: an output item, a list of them, or a failure. */
export type OneResult = { json: IDataObject | IDataObject[] } | { failure: Failure };

/**
 * Works on each input item by itself, a few at a time and in input order at the output. After the first failure no
 * further item is started, unless the node continues on errors. `prepare` reads and checks the item's parameters.
 */
export async function eachItem<T>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	prepare: (itemIndex: number) => Checked<T>,
	work: (prepared: T, itemIndex: number) => Promise<OneResult>,
): Promise<ItemResult[]> {
	const limit = pLimit(CONCURRENT_ITEMS);
	const goOn = context.continueOnFail();
	let stopped = false;
	const results = await Promise.all(
		items.map(async (_item, itemIndex) =>
			limit(async (): Promise<ItemResult[]> => {
				if (stopped || context.getExecutionCancelSignal()?.aborted) return [];
				const prepared = guarded(() => prepare(itemIndex));
				const result = prepared.ok ? await work(prepared.value, itemIndex) : { failure: inputFailure(prepared) };
				if ('json' in result) return [result.json].flat().map((json) => ({ itemIndex, json }));
				stopped = !goOn;
				return [{ itemIndex, json: {}, failure: result.failure }];
			}),
		),
	);
	return results.flat();
}
