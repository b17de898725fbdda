import range from 'lodash/range';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../api/errors';
import { naming, type Failure } from '../api/failure';
import { infoHints } from './hints';
import { inputFields } from './inputFields';
import { isPerItem, type FailedResult, type ItemResult, type Operation } from './operation';
import { hasFailed, stopDetails, stopMessage, summaryHint, tally } from './summary';

/**
 * Runs an operation over all input items and pairs its results with them. A failed item becomes an output of its own
 * when the node continues on errors or the operation goes on with others, and stops the node otherwise. Returns the
 * items of each output.
 */
export async function runOperation(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[][]> {
	const results = await operation.execute(context, context.getInputData());
	const failed = context.continueOnFail() ? undefined : stoppingFailure(results, operation);
	if (failed) throw toNodeError(context.getNode(), asStop(failed, operation, results), failed.itemIndex);
	if (operation.sends) context.addExecutionHints(...infoHints(summaryHint(results, operation.sends)));
	const last = (operation.outputs ?? 1) - 1;
	const outputOf = (result: ItemResult) => (hasFailed(result) ? last : (result.output ?? 0));
	const inputOf = isPerItem(operation) ? inputFields(context) : () => ({});
	return range(last + 1).map((output) =>
		results.filter((result) => outputOf(result) === output).map((result) => toItem(context, operation, result, inputOf(result.itemIndex, hasFailed(result)))),
	);
}

/** Where several get something, one who does not must not make the others look as if they had not: their user would run it again. */
function stoppingFailure(results: readonly ItemResult[], { sends }: Operation): FailedResult | undefined {
	const failed = results.filter(hasFailed);
	// What was not started is never the cause.
	const [first] = [...failed.filter(({ failure }) => failure.concernsAll), ...failed.filter(({ failure }) => failure.kind !== 'notStarted'), ...failed];
	if (sends === undefined) return failed[0];
	const { through, skipped } = tally(results);
	const isStop = through + skipped === 0 || failed.some(({ failure, stops }) => failure.concernsAll ?? stops);
	return isStop ? first : undefined;
}

function asStop({ failure, json }: FailedResult, operation: Operation, results: readonly ItemResult[]): Failure {
	const { sends } = operation;
	if (!sends) return withWarning(failure, operation, results);
	const isAlone = results.filter((result) => hasFailed(result) && result.failure.kind !== 'notStarted').length === 1;
	const named = isAlone ? withNumber(failure, json) : failure;
	const details = stopDetails(results, sends);
	const description = [named.description, details].filter((text) => text !== undefined).join(' ');
	return { ...named, message: stopMessage(results, sends, named.message), description };
}

function withNumber(failure: Failure, { phoneNumber }: IDataObject): Failure {
	// What is about others too would read as if it were about this one.
	const isOwn = !failure.concernsAll && failure.kind !== 'notStarted' && failure.refusal === undefined;
	return typeof phoneNumber === 'string' && isOwn ? naming(failure, phoneNumber) : failure;
}

function toItem(context: IExecuteFunctions, { sends }: Operation, result: ItemResult, input: IDataObject): INodeExecutionData {
	const pairedItem = { item: result.itemIndex };
	if (!hasFailed(result)) return { json: { ...input, ...result.json }, pairedItem };
	const failure = sends ? withNumber(result.failure, result.json) : result.failure;
	const { message, description, code, kind } = failure;
	const status = kind === 'unknown' ? 'unknown' : 'notSent';
	const item: INodeExecutionData = {
		json: { ...input, ...result.json, ...(sends?.done === 'sent' && { status }), error: message, code: code ?? null, description },
		pairedItem,
	};
	if (context.getNode().onError === 'continueErrorOutput') {
		// n8n sends an item with an `error` to the error output. It must not be enumerable: n8n would copy it along and
		// then reduce the item to the message, without code, description and the fields of the input item.
		Object.defineProperty(item, 'error', { value: toNodeError(context.getNode(), failure, result.itemIndex) });
	}
	return item;
}

/** Stopping hides what went through, or may have: say so, since running the node again would do it twice. */
function withWarning(failure: Failure, operation: Operation, results: readonly ItemResult[]): Failure {
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
