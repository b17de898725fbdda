import type { Endpoint } from '../endpoint';
import { addContact } from './add';
import { addContacts } from './addMany';
import { deleteContact } from './delete';
import { contactDetail } from './detail';
import { listContacts } from './list';
import { updateContact } from './update';

export const contact: readonly Endpoint[] = [
	addContact,
	addContacts,
	updateContact,
	deleteContact,
	listContacts,
	contactDetail,
];
