import { Refusal } from '../../refusal';
import { pageNumber, pageOf } from '../../rules/paging';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';
import { contactRow } from './row';

/** The contacts of a group, page by page; `total` is text (docs: contact list). */
export const listContacts: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/contact/list',
	keyIn: 'query',
	codes: { 1: 'groupId est requis', 10: 'Invalid API key', 404: "Le groupe n'existe pas" },
	keyMissing: 10,
	answer({ fields }, platform) {
		const groupId = text(fields.groupId);
		if (groupId === undefined) throw new Refusal(1);
		if (platform.groups.get(groupId) === undefined) throw new Refusal(404);
		const contacts = platform.groups.contactsOf(groupId);
		const page = pageNumber(fields.page);
		return {
			success: true,
			code: 200,
			currentPage: page,
			total: String(contacts.length),
			datas: pageOf(contacts, page, platform.behaviour.contactsPerPage).map((contact) =>
				contactRow(contact, platform),
			),
		};
	},
};
