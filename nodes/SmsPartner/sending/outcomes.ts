import type { IDataObject } from 'n8n-workflow';

import { asList, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { documentedSegments } from '../values/segments';
import type { Known, Outcome } from './kind';
import { readListed } from './listed';
import { BULK_SEND } from './requests';
import type { Sms } from './sms';
import { shareOf } from './totals';

/** One outcome per SMS of an accepted batch. */
export function readOutcomes(batch: readonly Sms[], body: UnknownRecord): Map<Sms, Outcome> {
	const entries = entriesOf(body.SMSResponse_List);
	const isBulk = batch.some(({ text }) => text !== batch[0]?.text);
	return isBulk || entries.length > 0 ? listedOutcomes(batch, body, entries) : sharedOutcomes(batch, body);
}

/** PHP writes a list with gaps as an object: `{"0":…,"2":…}`. */
function entriesOf(list: unknown): UnknownRecord[] {
	return (isRecord(list) ? Object.values(list) : asList(list)).filter(isRecord);
}

/** /send and /vn/send answer with totals over all recipients of the one text (docs: single-send). */
function sharedOutcomes(batch: readonly Sms[], body: UnknownRecord): Map<Sms, Outcome> {
	return new Map(
		batch.map((sms) => {
			const { segments, ...share } = shareOf(body, batch.length, documentedSegments(sms.size));
			return [sms, { ok: true, json: describe(sms, { ...common(body), ...share, segments: segments ?? sms.size.segments }) }];
		}),
	);
}

/** /bulk-send lists its recipients, each with its own success (docs: bulk-send). */
function listedOutcomes(batch: readonly Sms[], body: UnknownRecord, entries: UnknownRecord[]): Map<Sms, Outcome> {
	return readListed(batch, entries, BULK_SEND, (sms, entry) =>
		describe(sms, {
			...common(body),
			status: 'waiting',
			segments: asNumber(entry.nbSms) ?? asNumber(entry.nbSMS) ?? sms.size.segments,
			cost: asNumber(entry.cost) ?? null,
		}),
	);
}

export function describe({ size, settings }: Sms, { id, status, segments, cost, currency, skipped }: Known): IDataObject {
	return {
		messageId: id,
		status,
		segments,
		cost,
		currency,
		encoding: size.encoding,
		characters: size.characters,
		tag: settings.tag ?? null,
		scheduledAt: settings.schedule?.instant ?? null,
		sandbox: settings.sandbox,
		skipped,
	};
}

function common(body: UnknownRecord): Pick<Known, 'id' | 'currency' | 'skipped'> {
	return { id: asText(body.message_id) ?? null, currency: asText(body.currency) ?? null, skipped: null };
}
