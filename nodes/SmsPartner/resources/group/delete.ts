import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkGroupId, groupField } from './groupPicker';

/** docs: group delete. Heading and sample disagree on the method, the two languages on the path. */
const GROUP_DELETE: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/group/delete',
	otherRoutes: [
		{ method: 'DELETE', path: '/group/delete' },
		{ method: 'POST', path: '/groupe/delete' },
		{ method: 'DELETE', path: '/groupe/delete' },
	],
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: 'The group is missing. Choose one in Group.',
		404: 'The platform does not know this group; it may be deleted already. Choose one from the list in Group.',
	},
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkGroupId(read('groupId', itemIndex)),
		async (groupId) => callApi(context, GROUP_DELETE, { body: { groupId } }),
		(_body, groupId) => ({ deleted: true, groupId }),
	);
}

export const deleteGroup: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a group',
		description: 'Delete a group of contacts for good',
	},
	effect: 'write',
	fields: [groupField('The group to delete. Its contacts may be deleted with it.')],
	execute,
};
