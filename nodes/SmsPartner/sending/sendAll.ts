import pLimit from 'p-limit';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer, Failure } from '../api/failure';
import { callApi } from '../api/request';
import type { NonEmpty } from '../values/nonEmpty';
import { planBatches } from './batches';
import { deliver, type Platform } from './deliver';
import { guard, guardsOf, type Guarded } from './guarding';
import type { Delivery, Outcome, SendKind } from './kind';
import { foundOutcome } from './known';
import { ledgers } from './ledger';
import { notStarted } from './notStarted';
import { Tagged } from './tagged';

/** Requests under way at once: enough to hide the platform's latency, few enough not to flood it. */
const CONCURRENT_REQUESTS = 5;

/** Batches in a row that nobody knows the outcome of, after which no further one starts. */
const MOST_IN_VAIN = 2;

const ledgerOf = ledgers<Outcome>();

/**
 * Sends everything that this run has not sent yet, and gives one outcome for each delivery, in their order. First the
 * guards decide; nothing starts any more after a failure that concerns all, or after too many requests in vain. With
 * `stopped` nothing starts at all: who was sent to when n8n called the node before stays sent, the others have this failure.
 */
export async function sendAll<D extends Delivery>(context: IExecuteFunctions, deliveries: readonly D[], kind: SendKind<D>, stopped?: Failure): Promise<Array<[D, Outcome]>> {
	const ledger = ledgerOf(context);
	const outcomes = new Map<D, Outcome>();
	for (const delivery of deliveries) {
		const settled = ledger.recall(kind.identity(delivery));
		if (settled) outcomes.set(delivery, settled);
	}
	const earlier = [...outcomes.keys()];
	const asked = deliveries.filter((delivery) => !outcomes.has(delivery));
	const tagged = new Tagged(context, kind);

	const guarded: Answer<Guarded<D>> = stopped ? { ok: false, failure: stopped } : await guard(context, asked, kind, tagged, earlier);
	if (guarded.ok) {
		const { go, skipped } = guarded.body;
		for (const [delivery, outcome] of skipped) outcomes.set(delivery, outcome);
		await tagged.expect(go, earlier);
		const sent = await sendBatches(context, go, kind, tagged);
		await lookUpUnknown(sent, kind, tagged);
		for (const [delivery, outcome] of sent) {
			ledger.record(kind.identity(delivery), outcome);
			outcomes.set(delivery, outcome);
		}
	} else {
		for (const delivery of asked) outcomes.set(delivery, { ok: false, failure: guarded.failure });
	}
	return deliveries.flatMap((delivery) => {
		const outcome = outcomes.get(delivery);
		return outcome ? [[delivery, outcome]] : [];
	});
}

async function sendBatches<D extends Delivery>(context: IExecuteFunctions, go: readonly D[], kind: SendKind<D>, tagged: Tagged<D>): Promise<Map<D, Outcome>> {
	const ledger = ledgerOf(context);
	const outcomes = new Map<D, Outcome>();
	const platform: Platform<D> = {
		post: async (part) => {
			const { endpoint, ...input } = kind.request(part);
			return { ...(await callApi(context, endpoint, input)), endpoint };
		},
		findings: async (part) => tagged.findings(part),
		advice: ([first]) => adviceFor(first, kind),
	};
	let inVain = 0;
	let ended: Failure | undefined;
	const mayStart = (batch: NonEmpty<D>): Failure | undefined => {
		if (context.getExecutionCancelSignal()?.aborted) return notStarted('the execution was stopped');
		if (ended) return batch.some((delivery) => guardsOf(delivery).stopOnFailure) ? { ...notStarted(reasonOf(ended)), code: 'STOPPED' } : notStarted(reasonOf(ended));
		return inVain >= MOST_IN_VAIN ? notStarted(`the outcomes of ${MOST_IN_VAIN} requests in a row are unknown`) : undefined;
	};
	const limit = pLimit(CONCURRENT_REQUESTS);
	await Promise.all(
		planBatches(go, kind).map(async (batch) =>
			limit(async () => {
				const failure = mayStart(batch);
				const found = failure ? new Map(batch.map((delivery): [D, Outcome] => [delivery, { ok: false, failure }])) : await deliver(batch, kind, platform);
				for (const [delivery, outcome] of found) {
					// At once: what went out must be remembered also if something later throws.
					ledger.record(kind.identity(delivery), outcome);
					outcomes.set(delivery, outcome);
					if (!outcome.ok && (outcome.failure.concernsAll || guardsOf(delivery).stopOnFailure)) ended ??= outcome.failure;
				}
				if (!failure) inVain = [...found.values()].every(isInVain) ? inVain + 1 : 0;
			}),
		),
	);
	return outcomes;
}

/** What would have kept the doubt away, as far as the kind has it and the user has not taken it. */
function adviceFor<D extends Delivery>(delivery: D, kind: SendKind<D>): string[] {
	const lacking = [
		kind.tag && kind.tag(delivery) === undefined && 'Tag',
		kind.skips?.includes('optedOut') && !guardsOf(delivery).skip.includes('optedOut') && 'Recipients to Skip with Opted Out',
	].filter((option) => typeof option === 'string');
	if (lacking.length > 0) return [`To be safe from this, add the ${lacking.length > 1 ? 'options' : 'option'} ${lacking.join(', and ')}.`];
	return kind.tag ? ['It was looked up by its tag, and not found for certain.'] : [];
}

function reasonOf({ message }: Failure): string {
	return `another request failed: ${message}`;
}

function isInVain(outcome: Outcome): boolean {
	return !outcome.ok && ['unknown', 'unreachable', 'rateLimited'].includes(outcome.failure.kind);
}

function isUnknown(outcome: Outcome): boolean {
	return outcome.ok ? outcome.json.status === 'unknown' : outcome.failure.kind === 'unknown';
}

/** Whoever the platform lists by now has been sent; the others stay unknown. */
async function lookUpUnknown<D extends Delivery>(outcomes: Map<D, Outcome>, kind: SendKind<D>, tagged: Tagged<D>): Promise<void> {
	const unknown = [...outcomes].filter(([delivery, outcome]) => !tagged.hasLookedUp(delivery) && isUnknown(outcome));
	if (unknown.length === 0) return;
	const { sent } = await tagged.findings(unknown.map(([delivery]) => delivery));
	for (const [delivery, outcome] of unknown) {
		const record = sent.get(delivery);
		if (!record) continue;
		const found = foundOutcome(delivery, kind, { message_id: outcome.ok ? undefined : outcome.failure.messageId, ...record });
		outcomes.set(delivery, outcome.ok && found.ok ? { ok: true, json: { ...outcome.json, status: found.json.status } } : found);
	}
}
