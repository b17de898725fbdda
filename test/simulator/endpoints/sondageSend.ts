import { Refusal } from '../refusal';
import { commaSeparated } from '../rules/numberLists';
import { phoneFieldOf, type Form } from '../rules/sending';
import { takeSend } from '../rules/taking';
import { text } from '../rules/values';
import type { Endpoint } from './endpoint';
import { sendAnswer } from './send';

/** A survey to one or many numbers; surveys are made on the website, so any identifier will do (docs: survey send). */
export const sondageSend: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/sondage/to/send',
	keyIn: 'body',
	recipients: ({ phoneNumbers }) => commaSeparated(text(phoneNumbers) ?? ''),
	answer({ fields, partlySent }, platform) {
		const numbers = text(fields.phoneNumbers);
		if (numbers === undefined) throw new Refusal(2);
		const survey = text(fields.sondageIdent);
		const missing = { field: 'sondageIdent', message: "L'identifiant du sondage est requis" };
		const form: Form = {
			endpoint: '/sondage/to/send',
			phoneField: phoneFieldOf(platform),
			countField: 'nb_sms',
			...(survey === undefined ? { problems: [missing] } : { survey }),
		};
		const { tag, scheduledDeliveryDate, time, minute } = fields;
		const known = { tag, scheduledDeliveryDate, time, minute };
		const lines = commaSeparated(numbers).map((phoneNumber) => ({ phoneNumber, message: `Sondage ${survey}` }));
		return sendAnswer(takeSend(lines, known, form, partlySent, platform));
	},
};
