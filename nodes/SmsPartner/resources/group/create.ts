import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { accept, refuse, type Checked } from '../../values/checked';
import { asText } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { eachItemOnce } from '../eachItem';
import type { ItemResult, Operation } from '../operation';

/** docs: group add. A success carries code 2, so `success` decides. */
const GROUP_ADD: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/group/add',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: 'The name is missing. Fill in Name.',
		2: 'The API key did not reach the platform. Select the credential in the node and test it.',
	},
	recognises: (body) => body.success === undefined && asText(body.groupId) !== undefined,
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkName(context.getNodeParameter('name', itemIndex)),
		async (name) => {
			const answer = await callApi(context, GROUP_ADD, { body: { name } });
			return answer.ok ? { json: translate({ name, ...answer.body }, ['groupId', 'name']) } : answer;
		},
	);
}

function checkName(input: unknown): Checked<string> {
	const name = asText(input)?.trim();
	return name === undefined ? refuse('Name is empty', 'Give the new group a name, for example Customers.') : accept(name);
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
