import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** Takes one contact out of its group (docs: contact delete). */
export const deleteContact: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/contact/delete',
	keyIn: 'body',
	codes: { 1: 'contactId est requis', 10: 'Clef API incorrecte', 404: "Le contact n'existe pas" },
	keyMissing: 10,
	answer({ fields }, platform) {
		const contactId = text(fields.contactId);
		if (contactId === undefined) throw new Refusal(1);
		const contact = platform.groups.contact(contactId);
		if (contact === undefined) throw new Refusal(404);
		platform.groups.removeContact(contact);
		return { success: true, code: 200 };
	},
};
