import sortBy from 'lodash/sortBy';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Failure } from '../api/failure';
import { guardsOf } from '../sending/guarding';
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
	const strict = deliveries.some((delivery) => guardsOf(delivery).stopOnFailure);
	const refused = rejected.map(({ itemIndex, place, phoneNumber, failure }): Placed => ({ place, result: { itemIndex, json: { phoneNumber }, failure, ...(strict && { stops: true }) } }));
	const outcomes = await sendAll(context, deliveries, kind, strict && refused.length > 0 ? stoppedBy(refused.length) : undefined);
	const settled = outcomes.map(([delivery, outcome]): Placed => ({ place: delivery.place, result: outcomeResult(delivery, outcome, strict, kind.idName) }));
	return sortBy([...refused, ...settled], [({ result }) => result.itemIndex, ({ place }) => place]).map(({ result }) => result);
}

/** A result with the place of its recipient among those of its item. */
interface Placed {
	place: number | undefined;
	result: ItemResult;
}

function outcomeResult({ itemIndex, phoneNumber }: Delivery, outcome: Outcome, strict: boolean, idName = 'messageId'): ItemResult {
	if (outcome.ok) return { itemIndex, json: { phoneNumber, ...outcome.json } };
	const { messageId } = outcome.failure;
	return { itemIndex, json: { phoneNumber, ...(messageId !== undefined && { [idName]: messageId }) }, failure: outcome.failure, ...(strict && { stops: true }) };
}

function stoppedBy(count: number): Failure {
	return {
		kind: 'notStarted',
		message: `Not sent: ${count} of the other recipients failed a check`,
		description: 'Stop If One Fails is on, so that nothing was sent. Correct the others, or turn the option off to send to those that pass.',
		code: 'STOPPED',
	};
}
