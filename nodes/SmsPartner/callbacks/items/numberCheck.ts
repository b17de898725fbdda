import { asBoolean, asNumber, type UnknownRecord } from '../../values/narrow';
import type { TimeReader } from '../sourceTime';
import { phoneNumberOf, trimmed, type Reading } from './reading';

/** The result of a network verification (HLR). Nothing in it names the request but the phone number. */
export function readNumberCheck(payload: UnknownRecord, timeOf: TimeReader): Reading {
	const phoneNumber = phoneNumberOf(payload.phone);
	const messageId = trimmed(payload.messageId);
	const errorName = trimmed(payload.errorName);
	return {
		identity: [messageId, phoneNumber, errorName, payload.errorGrpId, payload.mccMnc, payload.date],
		phoneNumber,
		messageId,
		receivedAt: timeOf(payload.date),
		fields: {
			reachable: isReachable(errorName, asNumber(payload.errorGrpId)),
			ported: asBoolean(payload.ported) ?? null,
			networkCode: trimmed(payload.mccMnc),
			errorName,
			errorDescription: trimmed(payload.errorDesc),
		},
	};
}

/**
 * The name before the number: the documented numbers are ids of errors, although the field is named after their groups.
 * 255 (EC_UNKNOWN_ERROR) says nothing about the phone (docs: HLR).
 */
function isReachable(errorName: string | null, errorId: number | undefined): boolean | null {
	if (errorName !== null) return errorName === 'EC_UNKNOWN_ERROR' ? null : errorName === 'NO_ERROR';
	if (errorId === undefined || errorId === 255) return null;
	return errorId === 0;
}
