import type { Failure } from '../api/failure';
import { refusal } from '../api/judge';
import { asBoolean, asList, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { displayPhoneNumber } from '../values/phoneNumber';
import type { Job } from './recipients';
import { BULK_SEND } from './requests';

/** What the platform says it took. */
export interface Sent {
	messageId: string | null;
	segments: number;
	cost: number | null;
	currency: string | null;
}

export type Outcome = { ok: true; sent: Sent } | { ok: false; failure: Failure };

/** One outcome per SMS of an accepted batch. */
export function readOutcomes(batch: readonly Job[], body: UnknownRecord): Map<Job, Outcome> {
	const entries = asList(body.SMSResponse_List).filter(isRecord);
	return entries.length > 0 ? listedOutcomes(batch, body, entries) : sharedOutcomes(batch, body);
}

/** /send and /vn/send answer with totals over all recipients: `nb_sms`, `cost` (docs: single-send). */
function sharedOutcomes(batch: readonly Job[], body: UnknownRecord): Map<Job, Outcome> {
	const share = segmentShare(batch.length, asNumber(body.nb_sms) ?? asNumber(body.nbSMS));
	const cost = asNumber(body.cost);
	return new Map(
		batch.map((job) => [
			job,
			{
				ok: true,
				sent: {
					...identity(body),
					segments: share ?? job.size.segments,
					cost: cost === undefined ? null : euros(cost / batch.length),
				},
			},
		]),
	);
}

/** A total that does not divide evenly is no total of equal texts: count locally then. */
function segmentShare(recipients: number, total: number | undefined): number | undefined {
	const share = (total ?? 0) / recipients;
	return Number.isInteger(share) && share > 0 ? share : undefined;
}

/** /bulk-send lists its recipients, each with its own success (docs: bulk-send). */
function listedOutcomes(batch: readonly Job[], body: UnknownRecord, entries: UnknownRecord[]): Map<Job, Outcome> {
	const byNumber = new Map(entries.map((entry) => [displayPhoneNumber(entry.phoneNumber), entry]));
	// Without readable numbers the order of the request is all there is to go by.
	const inOrder = entries.length === batch.length && !batch.some(({ phoneNumber }) => byNumber.has(phoneNumber));
	return new Map(
		batch.map((job, index) => {
			const entry = inOrder ? entries[index] : byNumber.get(job.phoneNumber);
			return [job, entry ? listedOutcome(job, body, entry) : { ok: false, failure: notListed(job) }];
		}),
	);
}

function listedOutcome(job: Job, body: UnknownRecord, entry: UnknownRecord): Outcome {
	const code = asText(entry.code);
	if (!(asBoolean(entry.success) ?? (code === undefined || code === '200'))) {
		return { ok: false, failure: refusal(BULK_SEND, 200, entry) };
	}
	return {
		ok: true,
		sent: {
			...identity(body),
			segments: asNumber(entry.nbSms) ?? asNumber(entry.nbSMS) ?? job.size.segments,
			cost: asNumber(entry.cost) ?? null,
		},
	};
}

function identity(body: UnknownRecord): Pick<Sent, 'messageId' | 'currency'> {
	return { messageId: asText(body.message_id) ?? null, currency: asText(body.currency) ?? null };
}

function notListed({ phoneNumber }: Job): Failure {
	return {
		kind: 'unknown',
		message: `Outcome unknown: the platform took the batch but did not mention ${phoneNumber}`,
		description: 'It may or may not have been sent, so it was not repeated. Look for it on my.smspartner.fr before you run this item again.',
		code: 'NOT_LISTED',
	};
}

/** Sums and shares of prices without the noise of binary fractions. */
function euros(amount: number): number {
	return Number(amount.toFixed(6));
}
