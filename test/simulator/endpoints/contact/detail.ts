import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';
import { contactRow } from './row';

/** One contact; its group is an integer here and a token elsewhere (docs: contact details). */
export const contactDetail: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/contact/detail',
	keyIn: 'query',
	codes: { 1: 'contactId est requis', 10: 'Invalid API key', 404: "Le contact n'existe pas" },
	keyMissing: 10,
	answer({ fields }, platform) {
		const contactId = text(fields.contactId);
		if (contactId === undefined) throw new Refusal(1);
		const contact = platform.groups.contact(contactId);
		if (contact === undefined) throw new Refusal(404);
		const groupId = platform.groups.get(contact.groupId)?.number;
		return { success: true, code: 200, contact: { ...contactRow(contact, platform), groupId } };
	},
};
