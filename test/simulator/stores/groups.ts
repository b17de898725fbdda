import { opaqueToken } from '../rules/tokens';

/** The fields of a contact that callers write; absent ones were not given. */
export interface ContactDetails {
	firstname?: string;
	lastname?: string;
	/** As it was sent; the documentation prints two orders. */
	date?: string;
	url?: string;
	shortUrlPartnr?: string;
	custom1?: string;
	custom2?: string;
	custom3?: string;
	custom4?: string;
}

export interface Contact extends ContactDetails {
	readonly contactId: string;
	readonly groupId: string;
	/** E.164; once in a group. */
	readonly phoneNumber: string;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
}

export interface Group {
	readonly groupId: string;
	/** The integer that `/contact/detail` calls the group by. */
	readonly number: number;
	readonly name: string;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
}

/** Groups and their contacts. */
export class Groups {
	private readonly groups = new Map<string, { group: Group; members: Map<string, Contact> }>();
	private readonly byId = new Map<string, Contact>();
	private nextNumber = 6363;

	constructor(private readonly now: () => Date) {}

	add(name: string): Group {
		const createdAt = this.now().toISOString();
		const group = { groupId: opaqueToken(), number: this.nextNumber++, name, createdAt };
		this.groups.set(group.groupId, { group, members: new Map() });
		return group;
	}

	get(groupId: string): Group | undefined {
		return this.groups.get(groupId)?.group;
	}

	all(): Group[] {
		return [...this.groups.values()].map(({ group }) => group);
	}

	/** Takes the group away and its contacts with it; whether there was one. */
	remove(groupId: string): boolean {
		for (const contact of this.contactsOf(groupId)) this.byId.delete(contact.contactId);
		return this.groups.delete(groupId);
	}

	contactsOf(groupId: string): Contact[] {
		return [...(this.groups.get(groupId)?.members.values() ?? [])];
	}

	contacts(): Contact[] {
		return [...this.byId.values()];
	}

	contact(contactId: string): Contact | undefined {
		return this.byId.get(contactId);
	}

	/** Whether this group has the number. */
	has(groupId: string, phoneNumber: string): boolean {
		return this.groups.get(groupId)?.members.has(phoneNumber) ?? false;
	}

	/** The group must exist and not have the number. */
	addContact(groupId: string, phoneNumber: string, details: ContactDetails): Contact {
		const createdAt = this.now().toISOString();
		return this.keep({ contactId: opaqueToken(), groupId, phoneNumber, createdAt, ...details });
	}

	/** What is not among the changes stays. */
	updateContact(contact: Contact, phoneNumber: string, changes: ContactDetails): Contact {
		this.groups.get(contact.groupId)?.members.delete(contact.phoneNumber);
		return this.keep({ ...contact, ...changes, phoneNumber });
	}

	removeContact(contact: Contact): void {
		this.byId.delete(contact.contactId);
		this.groups.get(contact.groupId)?.members.delete(contact.phoneNumber);
	}

	clear(): void {
		this.groups.clear();
		this.byId.clear();
	}

	private keep(contact: Contact): Contact {
		const members = this.groups.get(contact.groupId)?.members;
		if (members === undefined) throw new Error(`There is no group ${contact.groupId}`);
		if (members.has(contact.phoneNumber)) throw new Error(`${contact.phoneNumber} is in the group already`);
		members.set(contact.phoneNumber, contact);
		this.byId.set(contact.contactId, contact);
		return contact;
	}
}
