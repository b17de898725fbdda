import type { Resource } from '../../running/operation';
import { addCredit } from './addCredit';
import { create } from './create';
import { deleteSubaccount } from './delete';
import { getAll } from './getAll';
import { subaccountPicker } from './picker';
import { removeCredit } from './removeCredit';

export const subaccount: Resource = {
	option: { name: 'Sub-Account', value: 'subaccount' },
	operations: [addCredit, create, deleteSubaccount, getAll, removeCredit],
	defaultOperation: 'getAll',
	pickers: [subaccountPicker],
};
