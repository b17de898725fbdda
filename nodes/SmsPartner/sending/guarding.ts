import sumBy from 'lodash/sumBy';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer, Failure } from '../api/failure';
import { readSmsCredit } from '../lookups/credit';
import { readOptOuts } from '../lookups/optOuts';
import { toStatus } from '../values/status';
import { translate } from '../values/vocabulary';
import { NO_GUARDS, SKIP_REASONS, type Guards, type Skip, type SkipReason } from './guards';
import type { Delivery, Known, Outcome, SendKind } from './kind';
import { billedFor } from './known';
import type { Tagged } from './tagged';

/** Who may be sent to, and who is skipped. */
export interface Guarded<D> {
	go: D[];
	skipped: Map<D, Outcome>;
}

export function guardsOf({ guards = NO_GUARDS }: Delivery): Guards {
	return guards;
}

/**
 * Lets the guards of a run decide, in this order: who is skipped, the spending limit, the credit. A failure stops the run
 * before anything is sent. `earlier` are those that went out before, when n8n calls the node again.
 */
export async function guard<D extends Delivery>(
	context: IExecuteFunctions,
	deliveries: readonly D[],
	kind: SendKind<D>,
	tagged: Tagged<D>,
	earlier: readonly D[],
): Promise<Answer<Guarded<D>>> {
	const skipped = await skip(context, deliveries, kind, tagged, earlier);
	if (!skipped.ok) return skipped;
	const go = deliveries.filter((delivery) => !skipped.body.has(delivery));
	const failure = overLimit([...earlier, ...go], kind) ?? (await overCredit(context, go, kind));
	return failure ? { ok: false, failure } : { ok: true, body: { go, skipped: skipped.body } };
}

async function skip<D extends Delivery>(
	context: IExecuteFunctions,
	deliveries: readonly D[],
	kind: SendKind<D>,
	tagged: Tagged<D>,
	earlier: readonly D[],
): Promise<Answer<Map<D, Outcome>>> {
	const skipped = new Map<D, Outcome>();
	const leaveOut = (delivery: D, reason: SkipReason, known: Partial<Known> = {}) => {
		if (!skipped.has(delivery)) skipped.set(delivery, { ok: true, json: kind.describe?.(delivery, { ...nothingSent, ...known, skipped: reason }) ?? {} });
	};

	const first = new Map<string, D>();
	for (const delivery of [...earlier, ...deliveries]) if (!first.has(delivery.phoneNumber)) first.set(delivery.phoneNumber, delivery);
	for (const delivery of wanting(deliveries, 'duplicates')) if (first.get(delivery.phoneNumber) !== delivery) leaveOut(delivery, SKIP_REASONS.duplicates);

	const promised = new Set(earlier.map((delivery) => underTag(delivery, kind)));
	const unique = new Set(wanting(deliveries, 'sameTag'));
	for (const delivery of deliveries) {
		if (skipped.has(delivery)) continue;
		const key = underTag(delivery, kind);
		// Somebody twice in this run would have two SMS with the tag as well.
		if (unique.has(delivery) && promised.has(key)) leaveOut(delivery, SKIP_REASONS.sameTag);
		promised.add(key);
	}
	for (const delivery of unique) {
		const tag = kind.tag?.(delivery) ?? '';
		const listing = await tagged.listedBefore(tag, true);
		if (!listing.ok || !listing.body.complete) return stop(unreadTag(tag, listing.ok ? undefined : listing.failure));
		const [record] = listing.body.records.get(delivery.phoneNumber)?.slice(-1) ?? [];
		const { messageId } = translate(record ?? {}, ['messageId']);
		if (record) leaveOut(delivery, SKIP_REASONS.sameTag, { status: toStatus(record.status), id: typeof messageId === 'string' ? messageId : null });
	}

	const unwilling = wanting(deliveries, 'optedOut');
	if (unwilling.length > 0) {
		const list = await readOptOuts(context);
		const failure = list.ok ? list.body.incomplete : list.failure;
		if (!list.ok || failure) return stop({ ...unread('opt-out list', failure), ...(failure?.code === 'LIST_INCOMPLETE' && { message: failure.message }) });
		for (const delivery of unwilling) if (list.body.mayHold(delivery.phoneNumber)) leaveOut(delivery, SKIP_REASONS.optedOut);
	}
	return { ok: true, body: skipped };
}

function wanting<D extends Delivery>(deliveries: readonly D[], what: Skip): D[] {
	return deliveries.filter((delivery) => guardsOf(delivery).skip.includes(what));
}

function underTag<D extends Delivery>(delivery: D, kind: SendKind<D>): string {
	return `${delivery.phoneNumber} ${kind.tag?.(delivery) ?? ''}`;
}

const nothingSent: Omit<Known, 'skipped'> = { status: 'notSent', id: null, segments: 0, cost: 0, currency: null };

function overLimit<D extends Delivery>(all: readonly D[], kind: SendKind<D>): Failure | undefined {
	const limit = Math.min(...new Set(all.map((delivery) => guardsOf(delivery).spendingLimit ?? Infinity)));
	const needed = sumBy(all, (delivery) => billedFor(delivery, kind));
	if (needed <= limit) return undefined;
	return stopped(
		'SPENDING_LIMIT',
		`The run needs ${needed} ${kind.unit}, and Spending Limit allows ${limit}`,
		'Raise Spending Limit, shorten the texts (Preview counts them) or send to fewer recipients.',
	);
}

async function overCredit<D extends Delivery>(context: IExecuteFunctions, go: readonly D[], kind: SendKind<D>): Promise<Failure | undefined> {
	const billed = go.filter((delivery) => !kind.isFree?.(delivery));
	if (!billed.some((delivery) => guardsOf(delivery).checkCredit)) return undefined;
	const needed = sumBy(billed, (delivery) => billedFor(delivery, kind));
	const credit = await readSmsCredit(context);
	if (!credit.ok) return stopped('CREDIT_UNKNOWN', `The credit of the account cannot be read: ${credit.failure.message}`, 'Run the node again later, or turn off Check Credit First.');
	return credit.body >= needed
		? undefined
		: stopped('CREDIT_TOO_LOW', `The run needs ${needed} ${kind.unit}, and the credit of the account is enough for ${credit.body}`, 'Top the account up on my.smspartner.fr, or send to fewer recipients.');
}

function unreadTag(tag: string, failure: Failure | undefined): Failure {
	return unread(`list of what was sent with the tag ${tag}`, failure);
}

function unread(list: string, failure: Failure | undefined): Failure {
	return stopped(
		'LIST_INCOMPLETE',
		`The ${list} could not be read to its end${failure ? `: ${failure.message}` : ''}`,
		'Recipients to Skip needs the whole list. Run the node again in some minutes; if it stays like that, remove that choice from Recipients to Skip, knowing that nobody is left out by it then.',
	);
}

/** Nothing was sent: it concerns the whole run. */
function stopped(code: string, message: string, description: string): Failure {
	return { kind: 'input', message, description, code, concernsAll: true };
}

function stop(failure: Failure): Answer<never> {
	return { ok: false, failure };
}
