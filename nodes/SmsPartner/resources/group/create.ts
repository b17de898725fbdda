import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { asText } from '../../values/narrow';
import { requireText } from '../../values/requireText';
import { translate } from '../../values/vocabulary';

/** docs: group add. A success carries code 2, so `success` decides. */
const GROUP_ADD: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/group/add',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: 'The name is missing. Fill in Name.',
		2: NO_KEY,
	},
	recognises: (body) => body.success === undefined && asText(body.groupId) !== undefined,
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return eachItemOnce(
		context,
		items,
		(itemIndex) => requireText(context.getNodeParameter('name', itemIndex), 'Name', 'Give the new group a name, for example Customers.'),
		async (name) => callApi(context, GROUP_ADD, { body: { name } }),
		(body, name) => translate({ name, ...body }, ['groupId', 'name']),
	);
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a group',
		description: 'Create a group of contacts',
	},
	effect: 'write',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Customers',
			description: 'Name of the new group, as the dashboard and the group lists show it',
		},
	],
	execute,
};
