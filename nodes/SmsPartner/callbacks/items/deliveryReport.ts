import { asNumber, type UnknownRecord } from '../../values/narrow';
import { isFinalStatus } from '../../values/status';
import type { TimeReader } from '../sourceTime';
import { phoneNumberOf, statusOf, trimmed, type Reading } from './reading';

/** One recipient of a sending: a `msgId` covers all its recipients, and `waiting` may precede the final status. */
export function readDeliveryReport(payload: UnknownRecord, timeOf: TimeReader): Reading {
	const phoneNumber = phoneNumberOf(payload.phone);
	const messageId = trimmed(payload.msgId);
	const status = statusOf(payload.status);
	return {
		identity: [messageId, phoneNumber, trimmed(payload.status)?.toLowerCase()],
		phoneNumber,
		messageId,
		fields: {
			status,
			isFinal: isFinalStatus(status),
			doneAt: timeOf(payload.date),
			cost: asNumber(payload.cost) ?? null,
			currency: trimmed(payload.currency),
			tag: trimmed(payload.tag),
		},
	};
}
