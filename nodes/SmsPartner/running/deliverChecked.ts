import type { IExecuteFunctions } from 'n8n-workflow';

import { naming } from '../api/failure';
import type { Delivery, Outcome, SendKind } from '../sending/kind';
import type { Rejected } from '../sending/recipients';
import { sendAll } from '../sending/sendAll';
import type { ItemResult } from './operation';

/** Sends what passed the local checks; together with what did not, one result for each recipient in item order. */
export async function deliverChecked<D extends Delivery>(
	context: IExecuteFunctions,
	deliveries: readonly D[],
	rejected: readonly Rejected[],
	kind: SendKind<D>,
): Promise<ItemResult[]> {
	const refused = rejected.map(rejectedResult);
	// Without "continue on error" one bad recipient stops the node: stop before anything is spent.
	if (refused.length > 0 && !context.continueOnFail()) return refused;
	const outcomes = await sendAll(context, deliveries, kind);
	return [...refused, ...outcomes.map(outcomeResult)].sort((a, b) => a.itemIndex - b.itemIndex);
}

function rejectedResult({ itemIndex, phoneNumber, failure }: Rejected): ItemResult {
	return { itemIndex, json: phoneNumber === undefined ? {} : { phoneNumber }, failure };
}

function outcomeResult([{ itemIndex, phoneNumber }, outcome]: [Delivery, Outcome]): ItemResult {
	if (outcome.ok) return { itemIndex, json: { phoneNumber, ...outcome.json } };
	return { itemIndex, json: { phoneNumber }, failure: naming(outcome.failure, phoneNumber) };
}
