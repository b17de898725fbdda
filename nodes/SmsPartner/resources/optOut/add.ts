import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { checkPhoneNumber, phoneNumberField, phoneNumberOptions } from '../../fields/phoneNumberField';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { translate } from '../../values/vocabulary';

/** docs: stop add. One sample spells the parameter in the plural; everything else does not. */
const STOP_ADD: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/stop-sms/add',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: NO_KEY,
		2: 'The phone number is missing. Fill in Phone Number.',
		3: 'This number is on the opt-out list already; there is nothing left to do. Set "On Error" to "Continue" in the node\'s settings to go on with the others.',
		9: 'This is not a valid phone number. Check Phone Number, with + and the country code.',
	},
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkPhoneNumber(read, itemIndex),
		async (phoneNumber) => callApi(context, STOP_ADD, { body: { phoneNumber } }),
		(body, phoneNumber) => ({ phoneNumber, optedOut: true, ...translate(body, ['optOutId']) }),
	);
}

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add a number to the opt out list',
		description: 'Put a number on the opt-out (STOP) list, so that SMS Partner refuses to text it',
	},
	effect: 'write',
	fields: [phoneNumberField('The number that is not to be texted any more'), phoneNumberOptions()],
	execute,
};
