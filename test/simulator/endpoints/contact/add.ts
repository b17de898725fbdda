import { Refusal } from '../../refusal';
import { readContact } from '../../rules/contacts';
import { isFields, text } from '../../rules/values';
import type { Endpoint } from '../endpoint';
import { importContacts } from './addMany';
import { refuseInvalid, WRITE_CODES } from './writing';

/** One contact under `contact`, or by one page a batch under `contactsList` (docs: contact add, contact batch). */
export const addContact: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/contact/add',
	keyIn: 'body',
	codes: { 1: 'groupId est requis', ...WRITE_CODES, 10: 'Invalid API key' },
	keyMissing: 10,
	answer({ fields }, platform) {
		if (fields.contactsList !== undefined) return importContacts(fields, platform);
		const groupId = text(fields.groupId);
		if (groupId === undefined) throw new Refusal(1);
		if (!isFields(fields.contact)) throw new Refusal(2);
		const contact = readContact(fields.contact, platform);
		if (contact.phoneNumber === undefined) throw new Refusal(2);
		refuseInvalid(contact);
		if (platform.groups.get(groupId) === undefined) throw new Refusal(404);
		if (platform.groups.has(groupId, contact.phoneNumber)) throw new Refusal(15);
		const { contactId } = platform.groups.addContact(groupId, contact.phoneNumber, contact.details);
		return { success: true, code: 200, contact: { ...contact.echo, contactId } };
	},
};
