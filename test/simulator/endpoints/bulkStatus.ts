import { Refusal } from '../refusal';
import { unixSeconds } from '../rules/dates';
import { text } from '../rules/values';
import type { Platform } from '../state';
import type { AcceptedSms } from '../types';
import type { Endpoint } from './endpoint';
import { statusWord } from './messageStatus';

/** Statuses of all recipients of a message, in one answer: no pages are documented (docs: status by message). */
export const bulkStatus: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/bulk-status',
	keyIn: 'query',
	answer({ fields }, platform) {
		const messageId = text(fields.messageId);
		if (messageId === undefined) throw new Refusal(3);
		const batch = platform.message(messageId);
		if (batch === undefined) throw new Refusal(4);
		return {
			success: true,
			code: 200,
			message_id: messageId,
			StatutResponse_List: [...batch.values()].map((sms) => statusRow(sms, platform)),
		};
	},
};

/** `stopSMS` is spelt so in these two lists alone, and no entry says `success`. */
export function statusRow(sms: AcceptedSms, platform: Platform): object {
	return {
		phoneNumber: sms.phoneNumber,
		status: statusWord(sms),
		stopSMS: platform.stopList.has(sms.phoneNumber),
		date: String(unixSeconds(new Date(sms.statusAt))),
	};
}
