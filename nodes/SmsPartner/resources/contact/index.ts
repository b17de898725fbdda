import type { Resource } from '../../running/operation';
import { create } from './create';
import { deleteContact } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const contact: Resource = {
	option: { name: 'Contact', value: 'contact' },
	operations: [create, deleteContact, get, getAll, update],
	defaultOperation: 'create',
};
