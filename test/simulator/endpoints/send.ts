import { Refusal } from '../refusal';
import { wallTime } from '../rules/dates';
import { commaSeparated } from '../rules/numberLists';
import { roundEuros } from '../rules/numbers';
import { judgeSend } from '../rules/sending';
import { text } from '../rules/values';
import type { Draft } from '../state';
import type { Endpoint } from './endpoint';

/** One text to one or many numbers (docs: single-send). */
export const send: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/send',
	keyIn: 'body',
	answer({ fields }, platform) {
		const numbers = text(fields.phoneNumbers);
		if (numbers === undefined) throw new Refusal(2);
		const message = text(fields.message);
		const lines = commaSeparated(numbers).map((phoneNumber) => ({ phoneNumber, message }));
		const form = { endpoint: '/send', phoneField: 'phoneNumbers' };
		const drafts = judgeSend(lines, fields, form, platform);
		return sendAnswer(platform.accept(drafts), drafts);
	},
};

/** `nb_sms` and `cost` are totals over all recipients; the date is there for scheduled sends only. */
export function sendAnswer(messageId: string, drafts: readonly Draft[]): object {
	const scheduledAt = drafts[0]?.scheduledAt;
	return {
		success: true,
		code: 200,
		message_id: Number(messageId),
		nb_sms: drafts.reduce((sum, sms) => sum + sms.segments, 0),
		cost: roundEuros(drafts.reduce((sum, sms) => sum + sms.cost, 0)),
		currency: 'EUR',
		...(scheduledAt !== undefined && { scheduledDeliveryDate: wallTime(new Date(scheduledAt)) }),
	};
}
