import { Refusal } from '../refusal';
import { wallTime } from '../rules/dates';
import { commaSeparated } from '../rules/numberLists';
import type { Form } from '../rules/sending';
import { takeSend, totalsOf, type Taken } from '../rules/taking';
import { text } from '../rules/values';
import type { Endpoint } from './endpoint';

/** One text to one or many numbers (docs: single-send). */
export const send: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/send',
	keyIn: 'body',
	recipients: ({ phoneNumbers }) => commaSeparated(text(phoneNumbers) ?? ''),
	answer({ fields, partlySent }, platform) {
		const numbers = text(fields.phoneNumbers);
		if (numbers === undefined) throw new Refusal(2);
		const message = text(fields.message);
		const lines = commaSeparated(numbers).map((phoneNumber) => ({ phoneNumber, message }));
		const form: Form = { endpoint: '/send', phoneField: 'phoneNumbers', countField: 'nb_sms' };
		return sendAnswer(takeSend(lines, fields, form, partlySent, platform));
	},
};

/** `nb_sms` and `cost` are totals over all recipients; the date is there for scheduled sends only. */
export function sendAnswer({ messageId, drafts }: Taken): object {
	const scheduledAt = drafts[0]?.scheduledAt;
	return {
		success: true,
		code: 200,
		message_id: Number(messageId),
		...totalsOf(drafts, 'nb_sms'),
		currency: 'EUR',
		...(scheduledAt !== undefined && { scheduledDeliveryDate: wallTime(new Date(scheduledAt)) }),
	};
}
