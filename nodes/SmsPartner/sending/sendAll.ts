import type { IExecuteFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { callApi } from '../api/request';
import { planBatches } from './batches';
import { deliver } from './deliver';
import type { Delivery, Outcome, SendKind } from './kind';
import { ledgers } from './ledger';

/** Requests under way at once: enough to hide the platform's latency, few enough not to flood it. */
const CONCURRENT_REQUESTS = 5;

const ledgerOf = ledgers<Outcome>();

/**
 * Sends everything that this run has not sent yet. After a failure no further batch starts unless the node continues on
 * errors. The outcomes stand in the order of the deliveries, without those that were not started.
 */
export async function sendAll<D extends Delivery>(
	context: IExecuteFunctions,
	deliveries: readonly D[],
	kind: SendKind<D>,
): Promise<Array<[D, Outcome]>> {
	const ledger = ledgerOf(context);
	const outcomes = new Map(deliveries.map((delivery) => [delivery, ledger.recall(kind.identity(delivery))]));
	let hasFailed = [...outcomes.values()].some((outcome) => outcome?.ok === false);
	const mayStart = () => !context.getExecutionCancelSignal()?.aborted && (!hasFailed || context.continueOnFail());
	const limit = pLimit(CONCURRENT_REQUESTS);
	const batches = planBatches(deliveries.filter((delivery) => outcomes.get(delivery) === undefined), kind);
	await Promise.all(
		batches.map(async (batch) =>
			limit(async () => {
				if (!mayStart()) return;
				const results = await deliver(batch, kind, async (part) => {
					const { endpoint, ...input } = kind.request(part);
					return callApi(context, endpoint, input);
				});
				for (const [delivery, outcome] of results) {
					ledger.record(kind.identity(delivery), outcome);
					outcomes.set(delivery, outcome);
					hasFailed ||= !outcome.ok;
				}
			}),
		),
	);
	return [...outcomes].flatMap(([delivery, outcome]) => (outcome ? [[delivery, outcome]] : []));
}
