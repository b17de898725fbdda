import { Refusal } from '../refusal';
import { readNumber } from '../rules/numbers';
import { phoneFieldOf, type Form, type Line } from '../rules/sending';
import { takenItem, takeSend, totalsOf } from '../rules/taking';
import { isFields, text } from '../rules/values';
import type { Draft } from '../state';
import type { Call, Endpoint } from './endpoint';

/** One text per number (docs: bulk-send). */
export const bulkSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/bulk-send',
	keyIn: 'body',
	recipients: ({ SMSList }) => (Array.isArray(SMSList) ? SMSList.map((item) => readLine(item).phoneNumber) : []),
	answer({ fields, partial, partlySent }, platform) {
		if (!Array.isArray(fields.SMSList)) throw new Refusal(2);
		const lines = fields.SMSList.map(readLine);
		const form: Form = { endpoint: '/bulk-send', phoneField: phoneFieldOf(platform), countField: 'nbSMS' };
		const refused = refusedNumbers(partial);
		const { messageId, drafts, taken } = takeSend(lines, fields, form, partlySent, platform, refused);
		return {
			success: true,
			code: 200,
			message_id: Number(messageId),
			currency: 'EUR',
			...totalsOf(taken, 'nbSMS'),
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

/** No page prints a refused item; this is the shape of those of the status and contact lists (docs: error shapes). */
function refusedItem(sms: Draft, { code, message }: NonNullable<Call['partial']>): object {
	return { success: false, code, message, phoneNumber: sms.phoneNumber };
}
