import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkAll } from '../../values/checked';
import { checkAmount } from '../../values/money';
import { translate } from '../../values/vocabulary';
import { CREDIT_CODES } from './codes';
import { checkSubaccountId, subaccountField } from './picker';

interface Movement {
	subaccountId: string;
	/** Euros */
	amount: number;
}

/** docs: manage sub-account credits */
export function creditEndpoint(path: string): Endpoint {
	return { api: 'sms', method: 'POST', path, effect: 'write', codes: CREDIT_CODES };
}

/** Moves credit between the account and a sub-account, in the direction that the endpoint stands for. */
export async function moveCredit(context: IExecuteFunctions, items: INodeExecutionData[], endpoint: Endpoint): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) =>
			checkAll<Movement>({
				subaccountId: checkSubaccountId(read('subaccountId', itemIndex)),
				amount: checkAmount(read('amount', itemIndex), 'Amount'),
			}),
		// The samples write the amount as a text.
		async ({ subaccountId, amount }) => callApi(context, endpoint, { body: { credit: String(amount), tokenSubaccount: subaccountId } }),
		(body, { subaccountId, amount }) => ({ subaccountId, creditMoved: amount, ...translate(body, ['credit', 'subaccountCredit', 'currency']) }),
	);
}

export const movementFields: INodeProperties[] = [
	subaccountField,
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		required: true,
		placeholder: 'e.g. 25',
		description: 'How much credit to move, in euros. It must be above 0.',
	},
];
