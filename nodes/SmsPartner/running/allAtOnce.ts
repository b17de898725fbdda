import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../api/errors';
import { asWritten, type Rejected } from '../sending/recipients';
import { accept, type Checked } from '../values/checked';
import { guarded } from './guard';
import type { ItemResult } from './operation';

type Passed<T> = T & { itemIndex: number };

/** Reads and checks each item. `numberOf` gives the number that an item is about, to name it when it does not pass. */
export function prepareAll<T extends object>(
	items: readonly INodeExecutionData[],
	numberOf: (itemIndex: number) => unknown,
	prepare: (itemIndex: number) => Checked<T>,
): { passed: Array<Passed<T>>; rejected: Rejected[] } {
	const passed: Array<Passed<T>> = [];
	const rejected: Rejected[] = [];
	items.forEach((_item, itemIndex) => {
		const check = guarded(() => prepare(itemIndex));
		if (check.ok) {
			passed.push({ ...check.value, itemIndex });
			return;
		}
		const number = guarded(() => accept(numberOf(itemIndex)));
		rejected.push({ itemIndex, phoneNumber: number.ok ? asWritten(number.value) : null, failure: inputFailure(check) });
	});
	return { passed, rejected };
}

/**
 * For look-ups that take many items in one request: `work` gets all items that passed their checks and gives their
 * results. One item that does not pass stops the node before any request, unless it continues on errors.
 */
export async function allAtOnce<T extends object>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	numberOf: (itemIndex: number) => unknown,
	prepare: (itemIndex: number) => Checked<T>,
	work: (passed: Array<Passed<T>>) => Promise<ItemResult[]>,
): Promise<ItemResult[]> {
	const { passed, rejected } = prepareAll(items, numberOf, prepare);
	const refused = rejected.map(({ itemIndex, phoneNumber, failure }): ItemResult => ({ itemIndex, json: { phoneNumber }, failure }));
	if (passed.length === 0 || (refused.length > 0 && !context.continueOnFail())) return refused;
	return [...refused, ...(await work(passed))].sort((a, b) => a.itemIndex - b.itemIndex);
}
