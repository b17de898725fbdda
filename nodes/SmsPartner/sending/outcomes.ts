import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../api/failure';
import { refusal } from '../api/judge';
import { asBoolean, asList, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { displayPhoneNumber } from '../values/phoneNumber';
import type { SmsStatus } from '../values/status';
import type { Outcome } from './kind';
import type { Sms } from './recipients';
import { BULK_SEND } from './requests';

/** What the platform says it took. */
interface Taken {
	status: SmsStatus;
	messageId: string | null;
	segments: number;
	cost: number | null;
	currency: string | null;
}

/** One outcome per SMS of an accepted batch. */
export function readOutcomes(batch: readonly Sms[], body: UnknownRecord): Map<Sms, Outcome> {
	const entries = asList(body.SMSResponse_List).filter(isRecord);
	return entries.length > 0 ? listedOutcomes(batch, body, entries) : sharedOutcomes(batch, body);
}

/** /send and /vn/send answer with totals over all recipients: `nb_sms`, `cost` (docs: single-send). */
function sharedOutcomes(batch: readonly Sms[], body: UnknownRecord): Map<Sms, Outcome> {
	const total = asNumber(body.nb_sms) ?? asNumber(body.nbSMS);
	const expected = batch.reduce((sum, { size }) => sum + size.segments, 0);
	const cost = asNumber(body.cost);
	return new Map(
		batch.map((sms) => [
			sms,
			{
				ok: true,
				json: describe(sms, {
					...identity(body),
					// More than one text but fewer than all: some recipients were left out, and nobody says which.
					status: total !== undefined && total > sms.size.segments && total < expected ? 'unknown' : 'waiting',
					segments: segmentShare(batch.length, total) ?? sms.size.segments,
					cost: cost === undefined ? null : euros(cost / batch.length),
				}),
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
function listedOutcomes(batch: readonly Sms[], body: UnknownRecord, entries: UnknownRecord[]): Map<Sms, Outcome> {
	const byNumber = new Map(entries.map((entry) => [displayPhoneNumber(entry.phoneNumber), entry]));
	// Without readable numbers the order of the request is all there is to go by.
	const inOrder = entries.length === batch.length && !batch.some(({ phoneNumber }) => byNumber.has(phoneNumber));
	return new Map(
		batch.map((sms, index) => {
			const entry = inOrder ? entries[index] : byNumber.get(sms.phoneNumber);
			return [sms, entry ? listedOutcome(sms, body, entry) : { ok: false, failure: notListed(sms) }];
		}),
	);
}

function listedOutcome(sms: Sms, body: UnknownRecord, entry: UnknownRecord): Outcome {
	const code = asText(entry.code);
	if (!(asBoolean(entry.success) ?? (code === undefined || code === '200'))) {
		return { ok: false, failure: refusal(BULK_SEND, 200, entry) };
	}
	return {
		ok: true,
		json: describe(sms, {
			...identity(body),
			status: 'waiting',
			segments: asNumber(entry.nbSms) ?? asNumber(entry.nbSMS) ?? sms.size.segments,
			cost: asNumber(entry.cost) ?? null,
		}),
	};
}

function describe({ size, settings }: Sms, taken: Taken): IDataObject {
	return {
		messageId: taken.messageId,
		status: taken.status,
		segments: taken.segments,
		cost: taken.cost,
		currency: taken.currency,
		encoding: size.encoding,
		characters: size.characters,
		tag: settings.tag ?? null,
		scheduledAt: settings.schedule?.instant ?? null,
		sandbox: settings.sandbox,
	};
}

function identity(body: UnknownRecord): Pick<Taken, 'messageId' | 'currency'> {
	return { messageId: asText(body.message_id) ?? null, currency: asText(body.currency) ?? null };
}

function notListed({ phoneNumber }: Sms): Failure {
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
