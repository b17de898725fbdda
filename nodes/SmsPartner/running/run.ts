import range from 'lodash/range';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../api/errors';
import type { Failure } from '../api/failure';
import type { ItemResult, Operation } from './operation';

/**
 * Runs an operation over all input items and pairs its results with them. A failed item becomes an output of its own
 * when the node continues on errors, and stops the node otherwise. Returns the items of each output.
 */
export async function runOperation(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[][]> {
	const results = await operation.execute(context, context.getInputData());
	const failed = results.find(hasFailed);
	if (failed && !context.continueOnFail()) {
		throw toNodeError(context.getNode(), withWarning(failed.failure, operation, results), failed.itemIndex);
	}
	const last = (operation.outputs ?? 1) - 1;
	const outputOf = (result: ItemResult) => (hasFailed(result) ? last : (result.output ?? 0));
	return range(last + 1).map((output) => results.filter((result) => outputOf(result) === output).map((result) => toItem(context, result)));
}

type FailedResult = Extract<ItemResult, { failure: Failure }>;

function hasFailed(result: ItemResult): result is FailedResult {
	return 'failure' in result;
}

function toItem(context: IExecuteFunctions, result: ItemResult): INodeExecutionData {
	const pairedItem = { item: result.itemIndex };
	if (!hasFailed(result)) return { json: result.json, pairedItem };
	const { message, description, code } = result.failure;
	const item: INodeExecutionData = {
		json: { error: message, code: code ?? null, description, ...result.json },
		pairedItem,
	};
	if (context.getNode().onError === 'continueErrorOutput') {
		// n8n sends an item with an `error` to the error output. It must not be enumerable: n8n would copy it along and
		// then reduce the item to the message, without code, description and the fields of the input item.
		Object.defineProperty(item, 'error', { value: toNodeError(context.getNode(), result.failure, result.itemIndex) });
	}
	return item;
}

/** Stopping hides what went through, or may have: say so, since running the node again would do it twice. */
function withWarning(failure: Failure, operation: Operation, results: ItemResult[]): Failure {
	if (operation.effect === 'read') return failure;
	const done = results.filter((result) => !hasFailed(result)).length;
	const unknown = results.filter((result) => hasFailed(result) && result.failure.kind === 'unknown').length;
	const warnings = [
		done > 0 && `${done} of ${results.length} went through before the node stopped; running it again repeats them.`,
		unknown > 0 && `The outcome of ${unknown} of ${results.length} is unknown: look for them before you run the node again.`,
	].filter((warning) => warning !== false);
	if (warnings.length === 0) return failure;
	const advice = 'Set "On Error" to "Continue" in the node\'s settings to get a result for each.';
	return { ...failure, description: [failure.description, ...warnings, advice].join(' ') };
}
