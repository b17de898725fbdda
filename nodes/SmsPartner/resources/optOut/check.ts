import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { naming } from '../../api/failure';
import { checkPhoneNumber, phoneNumberField, phoneNumberOptions } from '../../fields/phoneNumberField';
import { presenter, simplifyField } from '../../fields/simplify';
import { describeOptOut, type OptOutList } from '../../lookups/optOutList';
import { readOptOuts } from '../../lookups/optOuts';
import { allAtOnce } from '../../running/allAtOnce';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const present = presenter(context);
	return allAtOnce(
		context,
		items,
		(itemIndex) => read('phoneNumber', itemIndex),
		(itemIndex) => {
			const number = checkPhoneNumber(read, itemIndex);
			return number.ok ? { ok: true, value: { phoneNumber: number.value } } : number;
		},
		async (passed) => {
			const list = await readOptOuts(context);
			return passed.map(({ itemIndex, phoneNumber }): ItemResult => {
				if (!list.ok) return { itemIndex, json: { phoneNumber }, failure: naming(list.failure, phoneNumber) };
				return { itemIndex, ...resultFor(phoneNumber, list.body, present) };
			});
		},
	);
}

function resultFor(phoneNumber: string, list: OptOutList, present: ReturnType<typeof presenter>) {
	const entry = list.find(phoneNumber);
	if (entry) return { json: present(describeOptOut(entry), entry) };
	const failure = list.doubtAbout(phoneNumber);
	if (failure) return { json: { phoneNumber }, failure };
	return { json: present({ phoneNumber, optedOut: false, optOutId: null, createdAt: null }, {}) };
}

export const check: Operation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check whether a number is opted out',
		description: 'Find out whether people have opted out (STOP), before you text them; one request for all items',
	},
	effect: 'read',
	fields: [phoneNumberField('The number to look for in the opt-out list'), phoneNumberOptions(), simplifyField],
	execute,
};
