import { constraintsFailed, Refusal } from '../refusal';
import type { Form } from '../rules/sending';
import { takeSend } from '../rules/taking';
import { text } from '../rules/values';
import type { Endpoint } from './endpoint';
import { sendAnswer } from './send';

/** One SMS from a virtual number: no sender, no schedule, no Unicode (docs: long-number send). */
export const vnSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/vn/send',
	keyIn: 'body',
	recipients: ({ to }) => [text(to) ?? ''],
	answer({ fields, partlySent }, platform) {
		const to = text(fields.to);
		if (to === undefined) throw new Refusal(2);
		const from = text(fields.from);
		// International without "+", as the page says of `from`.
		if (from === undefined || !/^[1-9]\d{7,14}$/.test(from)) {
			throw constraintsFailed([{ field: 'from', message: "Ce numero long n'est pas valide" }]);
		}
		const { message, tag, urlResponse, urlDlr, isStopSms, sandbox } = fields;
		const known = { tag, urlResponse, urlDlr, isStopSms, sandbox };
		const line = { phoneNumber: to, message: text(message) };
		const form: Form = { endpoint: '/vn/send', phoneField: 'to', countField: 'nb_sms', from };
		return sendAnswer(takeSend([line], known, form, partlySent, platform));
	},
};
