import { asNumber, asText, type UnknownRecord } from '../values/narrow';
import { toStatus } from '../values/status';
import { translate } from '../values/vocabulary';
import type { Delivery, Outcome, SendKind } from './kind';

/** The outcome of a delivery that the platform has a record of: in the list of an answer, or among the statuses of a tag. */
export function foundOutcome<D extends Delivery>(delivery: D, kind: SendKind<D>, record: UnknownRecord): Outcome {
	const word = record.statut ?? record.status;
	const { messageId } = translate(record, ['messageId']);
	const known = {
		status: word === undefined ? ('waiting' as const) : toStatus(word),
		id: asText(messageId) ?? null,
		segments: asNumber(record.nbSms) ?? asNumber(record.nbSMS) ?? billedFor(delivery, kind),
		cost: asNumber(record.cost) ?? null,
		currency: asText(record.currency) ?? null,
		skipped: null,
	};
	return { ok: true, json: kind.describe?.(delivery, known) ?? {} };
}

/** How many SMS (or RCS, or calls) are billed for it. */
export function billedFor<D extends Delivery>(delivery: D, kind: SendKind<D>): number {
	return kind.billed?.(delivery) ?? 1;
}
