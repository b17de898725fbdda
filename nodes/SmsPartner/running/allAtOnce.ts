import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../api/errors';
import type { Checked } from '../values/checked';
import { guarded } from './guard';
import type { ItemResult } from './operation';

/**
 * For endpoints that take many items in one request: `prepare` reads and checks each item, `work` gets all that passed
 * and gives their results. One item that does not pass stops the node before any request, unless it continues on errors.
 */
export async function allAtOnce<T extends object>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	prepare: (itemIndex: number) => Checked<T>,
	work: (passed: Array<T & { itemIndex: number }>) => Promise<ItemResult[]>,
): Promise<ItemResult[]> {
	const passed: Array<T & { itemIndex: number }> = [];
	const refused: ItemResult[] = [];
	items.forEach((_item, itemIndex) => {
		const check = guarded(() => prepare(itemIndex));
		if (check.ok) passed.push({ ...check.value, itemIndex });
		else refused.push({ itemIndex, json: {}, failure: inputFailure(check) });
	});
	if (passed.length === 0 || (refused.length > 0 && !context.continueOnFail())) return refused;
	return [...refused, ...(await work(passed))].sort((a, b) => a.itemIndex - b.itemIndex);
}
