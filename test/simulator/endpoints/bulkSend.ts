import { Refusal } from '../refusal';
import { readNumber, roundEuros } from '../rules/numbers';
import { judgeSend, phoneFieldOf, type Line } from '../rules/sending';
import { isFields, text } from '../rules/values';
import type { Draft } from '../state';
import type { Call, Endpoint } from './endpoint';

/** One text per number (docs: bulk-send). */
export const bulkSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/bulk-send',
	keyIn: 'body',
	answer({ fields, partial }, platform) {
		if (!Array.isArray(fields.SMSList)) throw new Refusal(2);
		const lines = fields.SMSList.map(readLine);
		const form = { endpoint: '/bulk-send', phoneField: phoneFieldOf(platform) };
		const drafts = judgeSend(lines, fields, form, platform);

		const refused = refusedNumbers(partial);
		const taken = drafts.filter((sms) => !refused.has(sms.phoneNumber));
		return {
			success: true,
			code: 200,
			message_id: Number(platform.accept(taken)),
			currency: 'EUR',
			cost: roundEuros(taken.reduce((sum, sms) => sum + sms.cost, 0)),
			nbSMS: taken.reduce((sum, sms) => sum + sms.segments, 0),
			SMSResponse_List: drafts.map((sms) =>
				partial && refused.has(sms.phoneNumber) ? refusedItem(sms, partial) : takenItem(sms),
			),
		};
	},
};

function readLine(item: unknown): Line {
	if (!isFields(item)) return { phoneNumber: '', message: undefined };
	return { phoneNumber: text(item.phoneNumber)?.trim() ?? '', message: text(item.message) };
}

function refusedNumbers(partial: Call['partial']): ReadonlySet<string> {
	return new Set(partial?.phoneNumbers.map((number) => readNumber(number)?.e164 ?? number));
}

function takenItem(sms: Draft): object {
	return {
		success: true,
		code: 200,
		nbSms: sms.segments,
		cost: sms.cost,
		phoneNumber: sms.phoneNumber,
	};
}

/** No page prints a refused item; this is the shape of those of the status and contact lists (docs: error shapes). */
function refusedItem(sms: Draft, { code, message }: NonNullable<Call['partial']>): object {
	return { success: false, code, message, phoneNumber: sms.phoneNumber };
}
