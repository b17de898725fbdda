import { asNumber, isRecord, type UnknownRecord } from '../../values/narrow';
import { settleFields } from '../fields';
import type { TimeReader } from '../sourceTime';
import { phoneNumberOf, statusOf, trimmed, type Reading, type Value } from './reading';

const answers: { [status: string]: boolean } = { VOICE_ANSWERED: true, VOICE_NOT_ANSWERED: false };

/** A call of a voice SMS, or the counters of a voicemail campaign. Both have all columns, as both leave by one branch. */
export function readVoiceStatus(
	payload: UnknownRecord,
	kind: 'voiceSms' | 'voicemailCampaign',
	timeOf: TimeReader,
): Reading {
	const phoneNumber = kind === 'voiceSms' ? phoneNumberOf(payload.phoneNumber) : null;
	const fields = kind === 'voiceSms' ? voiceSms(payload, timeOf) : voicemailCampaign(payload);
	return {
		identity: identityOf(payload, phoneNumber, fields),
		phoneNumber,
		messageId: null,
		fields: { kind, ...noFields, ...fields },
	};
}

const noFields = {
	campaignId: null,
	status: null,
	answered: null,
	sentAt: null,
	doneAt: null,
	durationSeconds: null,
	voicemailStatus: null,
	campaignToken: null,
	deliveredQuantity: null,
	totalQuantity: null,
};

type Fields = { [name in keyof typeof noFields]?: Value };

function voiceSms(payload: UnknownRecord, timeOf: TimeReader): Fields {
	const recording = payload.audioFileComplementaire;
	return {
		campaignId: trimmed(payload.campaignId),
		status: trimmed(payload.status) === null ? null : statusOf(payload.status),
		// Spelt like this by the platform (docs: voice webhooks).
		answered: answers[trimmed(payload.additionnal_status)?.toUpperCase() ?? ''] ?? null,
		sentAt: timeOf(payload.sendAt),
		doneAt: timeOf(payload.doneAt),
		durationSeconds: asNumber(payload.duration) ?? null,
		voicemailStatus: isRecord(recording) ? trimmed(settleFields(recording).status) : null,
	};
}

/** Counters of the whole campaign; nothing is said about a single number. */
function voicemailCampaign(payload: UnknownRecord): Fields {
	return {
		campaignId: trimmed(payload.campaign_id),
		campaignToken: trimmed(payload.campaign_token),
		deliveredQuantity: asNumber(payload.delivered_quantity) ?? null,
		totalQuantity: asNumber(payload.total_quantity) ?? null,
	};
}

function identityOf(payload: UnknownRecord, phoneNumber: string | null, fields: Fields): readonly unknown[] {
	const state = [payload.status, payload.additionnal_status, fields.voicemailStatus];
	const counters = [fields.campaignToken, fields.deliveredQuantity, fields.totalQuantity];
	return [fields.campaignId, phoneNumber, ...state, ...counters];
}
