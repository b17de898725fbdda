import { Refusal } from '../refusal';
import { wallTime } from '../rules/dates';
import { readNumber } from '../rules/numbers';
import { text } from '../rules/values';
import type { AcceptedSms } from '../types';
import type { Endpoint } from './endpoint';

/** Status of one SMS, the only endpoint that spells it `statut` (docs: single-status). */
export const messageStatus: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/message-status',
	keyIn: 'query',
	answer({ fields }, platform) {
		const written = text(fields.phoneNumber);
		if (written === undefined) throw new Refusal(2);
		const messageId = text(fields.messageId);
		if (messageId === undefined) throw new Refusal(3);
		const phoneNumber = readNumber(written.trim())?.e164 ?? written;
		const sms = platform.message(messageId)?.get(phoneNumber);
		if (sms === undefined) throw new Refusal(4);
		return {
			success: true,
			code: 200,
			number: sms.nationalNumber,
			messageId,
			stopSms: platform.stopList.has(phoneNumber),
			date: wallTime(new Date(sms.statusAt)),
			statut: statusWord(sms),
			cost: sms.cost,
			countryCode: sms.countryCode,
			currency: 'EUR',
		};
	},
};

/** Capitalised in answers, lower case in callbacks; what a cancelled SMS shows is not documented, it was not sent. */
export function statusWord({ status }: Pick<AcceptedSms, 'status'>): string {
	const word = status === 'cancelled' ? 'ko' : status;
	return word.charAt(0).toUpperCase() + word.slice(1);
}
