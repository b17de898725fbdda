import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callApi } from '../../api/request';
import { simplifyField } from '../../fields/simplify';
import { describeSmsCredit, SMS_ME } from '../../lookups/credit';
import { onceForAll } from '../../running/onceForAll';
import type { ItemResult, Operation } from '../../running/operation';
import { accept } from '../../values/checked';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return onceForAll(context, items, () => accept({}), async () => callApi(context, SMS_ME), describeSmsCredit);
}

export const getBalance: Operation = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of the account',
		description: 'Get the balance and the remaining SMS of the SMS Partner account',
	},
	effect: 'read',
	fields: [simplifyField],
	execute,
};
