import { asNumber, type UnknownRecord } from '../../values/narrow';
import { shortCodeSender, type Classified } from '../classify';
import { mayBeOptOut } from '../optOut/objection';
import { firstWord, smsText } from '../smsText';
import type { TimeReader } from '../sourceTime';
import { phoneNumberOf, trimmed, type Reading } from './reading';

type IncomingSms = Extract<Classified, { event: 'reply' | 'stop' }>;

/**
 * A reply or a STOP. `messageId` is your own message on a short code, the incoming one on a virtual number
 * (docs: webhooks). Parts of a long reply come one by one, each with the text of its part.
 */
export function readIncomingSms(payload: UnknownRecord, sms: IncomingSms, timeOf: TimeReader): Reading {
	const isShortCode = sms.channel === 'shortCode';
	const phoneNumber = phoneNumberOf(isShortCode ? shortCodeSender(payload) : payload.msisdn);
	const to = isShortCode ? null : phoneNumberOf(payload.to);
	const messageId = trimmed(isShortCode ? payload.message_id : payload.messageId);
	const timestamp = isShortCode ? undefined : payload['message-timestamp'];
	const text = smsText(payload.text) ?? null;
	const parts = toCount(payload['concat-total']);
	const part = toCount(payload['concat-part']);
	return {
		// The time is perhaps that of the push, and another when the same SMS is pushed again.
		identity: [phoneNumber, to, messageId, messageId === null ? timestamp : null, payload['concat-ref'], part, text],
		phoneNumber,
		messageId,
		receivedAt: timeOf(timestamp),
		fields: {
			text,
			keyword: trimmed(payload.keyword) ?? firstWord(text ?? '') ?? null,
			channel: sms.channel,
			to,
			parts,
			part,
			complete: parts === 1,
			source: sms.event === 'stop' ? sms.source : null,
			mayBeOptOut: sms.event === 'reply' && mayBeOptOut(text ?? ''),
		},
	};
}

/** Part counts are text, and absent from an SMS in one part. */
function toCount(value: unknown): number {
	const count = asNumber(value) ?? 1;
	return Number.isInteger(count) && count > 1 ? count : 1;
}
