import type { Resource } from '../../running/operation';
import { create } from './create';
import { deleteGroup } from './delete';
import { getAll } from './getAll';
import { groupPicker } from './groupPicker';

export const group: Resource = {
	option: { name: 'Group', value: 'group' },
	operations: [create, deleteGroup, getAll],
	defaultOperation: 'getAll',
	pickers: [groupPicker],
};
