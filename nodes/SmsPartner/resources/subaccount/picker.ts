import { pickerField, recordPicker } from '../../fields/pickers';
import type { Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';
import { listSubaccounts } from './list';

/** Sub-accounts by e-mail address. */
export const subaccountPicker = recordPicker('searchSubaccounts', async (context) => listSubaccounts(context, Infinity), 'subaccountId', 'email');

export const subaccountField = pickerField(
	{
		displayName: 'Sub-Account',
		name: 'subaccountId',
		description: 'The sub-account, from the list or by the subaccountId that Create and Get Many return',
		placeholder: 'e.g. 5c0f1a7e9b3d',
	},
	subaccountPicker,
);

export function checkSubaccountId(input: unknown): Checked<string> {
	return checkOpaqueId(input, 'Sub-Account', 'Choose the sub-account from the list, or fill in the subaccountId that Create and Get Many return.');
}
