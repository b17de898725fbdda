import { offsetTime } from '../../rules/dates';
import type { Platform } from '../../state';
import type { Contact } from '../../stores/groups';

/** A contact in an answer: `phone` and `shortUrl` here, `phoneNumber` and `shortUrlPartnr` in requests; empty is ''. */
export function contactRow(contact: Contact, platform: Platform): object {
	return {
		contactId: contact.contactId,
		phone: contact.phoneNumber,
		firstname: contact.firstname ?? '',
		lastname: contact.lastname ?? '',
		url: contact.url ?? '',
		shortUrl: contact.shortUrlPartnr ?? '',
		date: contact.date ?? '',
		custom1: contact.custom1 ?? '',
		custom2: contact.custom2 ?? '',
		custom3: contact.custom3 ?? '',
		custom4: contact.custom4 ?? '',
		createdAt: offsetTime(new Date(contact.createdAt)),
		stopSms: platform.stopList.has(contact.phoneNumber),
	};
}
