import { Refusal } from '../../refusal';
import { readContact, UPDATE_DATES } from '../../rules/contacts';
import { isFields, text } from '../../rules/values';
import type { Endpoint } from '../endpoint';
import { refuseInvalid, WRITE_CODES } from './writing';

/** Changes the fields that are sent; the answer repeats those alone (docs: contact update). */
export const updateContact: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/contact/update',
	keyIn: 'body',
	codes: { 1: 'contactId est requis', ...WRITE_CODES, 10: 'Clef API incorrecte' },
	keyMissing: 10,
	answer({ fields }, platform) {
		const contactId = text(fields.contactId);
		if (contactId === undefined) throw new Refusal(1);
		if (!isFields(fields.contact)) throw new Refusal(2);
		const changes = readContact(fields.contact, platform, UPDATE_DATES);
		if (Object.keys(changes.echo).length === 0) throw new Refusal(2);
		refuseInvalid(changes);
		const contact = platform.groups.contact(contactId);
		if (contact === undefined) throw new Refusal(404);
		const phoneNumber = changes.phoneNumber ?? contact.phoneNumber;
		const moves = phoneNumber !== contact.phoneNumber;
		if (moves && platform.groups.has(contact.groupId, phoneNumber)) throw new Refusal(15);
		platform.groups.updateContact(contact, phoneNumber, changes.details);
		return { success: true, code: 200, contact: { ...changes.echo, contactId } };
	},
};
