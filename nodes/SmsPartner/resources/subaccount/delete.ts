import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { REMOVE_CODES } from './codes';
import { checkSubaccountId, subaccountField } from './picker';

/** docs: delete sub-account. One heading says /subaccount/delete; the samples and the other heading say remove. */
const SUBACCOUNT_REMOVE: Endpoint = { api: 'sms', method: 'DELETE', path: '/subaccount/remove', effect: 'write', codes: REMOVE_CODES };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkSubaccountId(read('subaccountId', itemIndex)),
		async (subaccountId) => callApi(context, SUBACCOUNT_REMOVE, { body: { token: subaccountId } }),
		(_body, subaccountId) => ({ deleted: true, subaccountId }),
	);
}

export const deleteSubaccount: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a sub-account',
		description: 'Delete a sub-account for good',
	},
	effect: 'write',
	fields: [subaccountField],
	execute,
};
