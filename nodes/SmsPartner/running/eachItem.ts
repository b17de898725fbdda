import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { inputFailure } from '../api/errors';
import type { Answer, Failure } from '../api/failure';
import { ledgers } from '../sending/ledger';
import type { Checked } from '../values/checked';
import { guarded } from './guard';
import type { ItemResult } from './operation';

const CONCURRENT_ITEMS = 5;

/** What one input item gives: an output item, a list of them, or a failure. */
export type OneResult = { json: IDataObject | IDataObject[] } | { failure: Failure };

type Work<T> = (prepared: T, itemIndex: number) => Promise<OneResult>;

const ledgerOf = ledgers<OneResult>();

/**
 * Works on each input item by itself, a few at a time and in input order at the output. `prepare` reads and checks the
 * item's parameters; all items are checked before the first is worked on. After the first failure no further item is
 * started, unless the node continues on errors.
 */
export async function eachItem<T>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	prepare: (itemIndex: number) => Checked<T>,
	work: Work<T>,
): Promise<ItemResult[]> {
	const goOn = context.continueOnFail();
	const checked = items.map((_item, itemIndex) => guarded(() => prepare(itemIndex)));
	const refused = checked.flatMap((check, itemIndex) => (check.ok ? [] : [{ itemIndex, json: {}, failure: inputFailure(check) }]));
	if (refused.length > 0 && !goOn) return refused;
	const limit = pLimit(CONCURRENT_ITEMS);
	let stopped = false;
	const results = await Promise.all(
		checked.map(async (prepared, itemIndex) =>
			limit(async (): Promise<ItemResult[]> => {
				if (!prepared.ok || stopped || context.getExecutionCancelSignal()?.aborted) return [];
				const result = await work(prepared.value, itemIndex);
				if ('json' in result) return [result.json].flat().map((json) => ({ itemIndex, json }));
				stopped = !goOn;
				return [{ itemIndex, json: {}, failure: result.failure }];
			}),
		),
	);
	return [...refused, ...results.flat()].sort((a, b) => a.itemIndex - b.itemIndex);
}

/**
 * `eachItem` for what must happen once: when n8n calls the node again ("Retry On Fail"), what went through before, or
 * may have, is not done again and gives the same result. `ask` does it; `describe` only says how the answer shows.
 */
export async function eachItemOnce<T, Body extends object>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	prepare: (itemIndex: number) => Checked<T>,
	ask: (prepared: T) => Promise<Answer<Body>>,
	describe: (body: Body, prepared: T) => IDataObject | IDataObject[],
): Promise<ItemResult[]> {
	const ledger = ledgerOf(context);
	return eachItem(context, items, prepare, async (prepared, itemIndex) => {
		// Without the values: an expression such as {{ $now }} reads differently when n8n calls the node again.
		const identity = String(itemIndex);
		const known = ledger.recall(identity);
		if (known) return known;
		const answer = await ask(prepared);
		const result = answer.ok ? { json: shown(() => describe(answer.body, prepared), answer.body) } : answer;
		ledger.record(identity, result);
		return result;
	});
}

/** It is done, and paid for: an answer that cannot be described comes as it is. An exception would have n8n do it again. */
function shown(describe: () => IDataObject | IDataObject[], body: object): IDataObject | IDataObject[] {
	try {
		return describe();
	} catch {
		return { raw: { ...body } };
	}
}
