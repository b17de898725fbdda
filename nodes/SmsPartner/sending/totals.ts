import { euros } from '../values/money';
import { asNumber, asText, type UnknownRecord } from '../values/narrow';
import type { SmsStatus } from '../values/status';

/** What one recipient has of an answer about several. */
export interface Share {
	status: SmsStatus;
	segments: number | undefined;
	cost: number | null;
	currency: string | null;
}

/**
 * The share of one of several recipients of the same message in an answer that gives only totals: `nb_sms` (`nbSms`,
 * `nb_rcs`) and `cost` (docs: single-send, rcs, voice). `each` is how many segments one is expected to take.
 */
export function shareOf(body: UnknownRecord, recipients: number, each = 1): Share {
	const total = asNumber(body.nb_sms) ?? asNumber(body.nbSMS) ?? asNumber(body.nbSms) ?? asNumber(body.nb_rcs);
	const cost = asNumber(body.cost);
	return {
		status: fitsNothing(total, recipients, each) ? 'unknown' : 'waiting',
		segments: evenShare(total, recipients),
		cost: cost === undefined ? null : euros(cost / recipients),
		currency: asText(body.currency) ?? null,
	};
}

/**
 * No message, fewer than all, or a number that cannot be that of equal messages: some recipients were left out, or got
 * something else, and nobody says which.
 */
function fitsNothing(total: number | undefined, recipients: number, each: number): boolean {
	if (total === undefined) return false;
	// Of one alone nobody can have been left out, however few SMS its text is billed as.
	return total <= 0 || (recipients > 1 && (total % recipients !== 0 || total < recipients * each));
}

/** A total that does not divide evenly is no total of equal messages. */
function evenShare(total: number | undefined, recipients: number): number | undefined {
	const share = (total ?? 0) / recipients;
	return Number.isInteger(share) && share > 0 ? share : undefined;
}
