import type { IDataObject } from 'n8n-workflow';

import { asList, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import type { SmsStatus } from '../values/status';
import type { Outcome } from './kind';
import { readListed } from './listed';
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
	return readListed(batch, entries, BULK_SEND, (sms, entry) =>
		describe(sms, {
			...identity(body),
			status: 'waiting',
			segments: asNumber(entry.nbSms) ?? asNumber(entry.nbSMS) ?? sms.size.segments,
			cost: asNumber(entry.cost) ?? null,
		}),
	);
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

/** Sums and shares of prices without the noise of binary fractions. */
function euros(amount: number): number {
	return Number(amount.toFixed(6));
}
