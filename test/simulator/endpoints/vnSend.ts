import { constraintsFailed, Refusal } from '../refusal';
import { judgeSend } from '../rules/sending';
import { text } from '../rules/values';
import type { Endpoint } from './endpoint';
import { sendAnswer } from './send';

/** One SMS from a virtual number: no sender, no schedule, no Unicode (docs: long-number send). */
export const vnSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/vn/send',
	keyIn: 'body',
	answer({ fields }, platform) {
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
		const form = { endpoint: '/vn/send', phoneField: 'to', from };
		const drafts = judgeSend([line], known, form, platform);
		return sendAnswer(platform.accept(drafts), drafts);
	},
};
