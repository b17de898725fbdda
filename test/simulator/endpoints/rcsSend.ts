import { Refusal } from '../refusal';
import { commaSeparated } from '../rules/numberLists';
import { richContentProblems } from '../rules/richContent';
import type { Form } from '../rules/sending';
import { takeSend, totalsOf } from '../rules/taking';
import { isFields, isOn, text } from '../rules/values';
import type { Endpoint } from './endpoint';

/** Euros for one RCS message. */
const PRICE = 0.12;

/** One RCS message to one or many numbers; no codes are documented, these are those of sending (docs: RCS). */
export const rcsSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/rcs/send',
	keyIn: 'body',
	recipients: ({ phoneNumbers }) => readNumbers(phoneNumbers) ?? [],
	answer({ fields, partlySent }, platform) {
		const numbers = readNumbers(fields.phoneNumbers);
		if (numbers === undefined) throw new Refusal(2);
		const problems = richContentProblems(fields.richContent);
		if (!isOn(fields.isUnicode)) problems.push({ field: 'isUnicode', message: 'isUnicode est requis' });

		const { scheduledDeliveryDate, time, minute } = fields;
		const known = { scheduledDeliveryDate, time, minute };
		const lines = numbers.map((phoneNumber) => ({ phoneNumber, message: '' }));
		const content = { message: textOf(fields.richContent), cost: PRICE };
		const form: Form = { endpoint: '/rcs/send', phoneField: 'phoneNumbers', countField: 'nb_rcs', content, problems };
		const { messageId, taken } = takeSend(lines, known, form, partlySent, platform);
		return {
			success: true,
			code: 200,
			message_id: Number(messageId),
			...totalsOf(taken, 'nb_rcs'),
			currency: 'EUR',
		};
	},
};

/** Text with commas by the table, a list by the samples. */
function readNumbers(value: unknown): string[] | undefined {
	if (Array.isArray(value)) return value.map((number: unknown) => text(number)?.trim() ?? '');
	const written = text(value);
	return written === undefined ? undefined : commaSeparated(written);
}

/** The text of a conversation; empty for files and cards. */
function textOf(richContent: unknown): string {
	const conversation = isFields(richContent) ? richContent.conversation : undefined;
	return (isFields(conversation) && text(conversation.text)) || '';
}
