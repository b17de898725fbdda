import type { Checked } from '../../values/checked';
import { asText } from '../../values/narrow';
import { requireText } from '../../values/requireText';
import { pickerField, type Picker } from '../pickers';
import { listSubaccounts } from './list';

/** Sub-accounts by e-mail address; the value is their token, by which every request names them. */
export const subaccountPicker: Picker = {
	method: 'searchSubaccounts',
	async list(context) {
		const answer = await listSubaccounts(context, Infinity);
		if (!answer.ok) return answer;
		const options = answer.body.flatMap(({ email, token }) => {
			const value = asText(token);
			return value === undefined ? [] : [{ name: asText(email) ?? value, value }];
		});
		return { ok: true, body: options };
	},
};

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
	return requireText(input, 'Sub-Account', 'Choose the sub-account from the list, or fill in the subaccountId that Create and Get Many return.');
}
