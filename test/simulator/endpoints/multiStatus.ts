import { Refusal } from '../refusal';
import { unixSeconds } from '../rules/dates';
import { MAX_NUMBERS } from '../rules/numberLists';
import { readNumber } from '../rules/numbers';
import { isFields, text } from '../rules/values';
import type { Platform } from '../state';
import type { Endpoint } from './endpoint';
import { statusWord } from './messageStatus';

/** Statuses of number and message id pairs (docs: bulk-status, status error codes). */
export const multiStatus: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/multi-status',
	keyIn: 'body',
	answer({ fields }, platform) {
		const pairs = fields.SMSStatut_List;
		if (pairs === undefined) throw new Refusal(5, 'La liste des numéros est vide');
		if (!Array.isArray(pairs)) throw new Refusal(6, 'Mauvais format');
		if (pairs.length === 0) throw new Refusal(5, 'La liste des numéros est vide');
		if (pairs.length > MAX_NUMBERS) throw new Refusal(50);
		return {
			success: true,
			code: 200,
			StatutResponse_List: pairs.map((pair: unknown) => statusItem(pair, platform)),
		};
	},
};

/** On a miss, `status` holds the error text and the dates and flags are absent. */
function statusItem(pair: unknown, platform: Platform): object {
	if (!isFields(pair)) throw new Refusal(6, 'Mauvais format');
	const written = text(pair.phoneNumber)?.trim() ?? '';
	const phoneNumber = readNumber(written)?.e164 ?? written;
	const messageId = text(pair.messageId) ?? '';
	const sms = platform.message(messageId)?.get(phoneNumber);
	if (sms === undefined) {
		return {
			success: false,
			code: 4,
			phoneNumber,
			messageId: Number(messageId),
			status: 'Numéro introuvable',
		};
	}
	return {
		success: true,
		code: 200,
		phoneNumber,
		messageId: Number(messageId),
		status: statusWord(sms),
		date: String(unixSeconds(new Date(sms.statusAt))),
		stopSms: platform.stopList.has(phoneNumber) ? '1' : '0',
		isSpam: '0',
	};
}
