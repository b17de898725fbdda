import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { readPages, toPage } from '../../api/paging';
import { callApi } from '../../api/request';
import { checkResultLimit, listFields } from '../../fields/lists';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkAll } from '../../values/checked';
import { checkGroupId, groupField } from '../group/groupPicker';
import { describeContact } from './describeContact';

/** docs: get-contact-list. The heading says POST; the older page and a client library get. */
const CONTACT_LIST: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/contact/list',
	effect: 'read',
	codes: {
		...COMMON_CODES,
		1: 'The group is missing. Choose one in Group.',
		404: 'The platform does not know this group; it may be deleted. Choose one from the list in Group.',
	},
	holds: (body) => Array.isArray(body.datas),
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const present = presenter(context);
	return eachItem(
		context,
		items,
		(itemIndex) => checkAll({ groupId: checkGroupId(read('groupId', itemIndex)), limit: checkResultLimit(context, itemIndex) }),
		async ({ groupId, limit }) => {
			const contacts = await readPages(async (page) => toPage(await callApi(context, CONTACT_LIST, { query: { groupId, page } }), 'datas'), { entries: limit });
			if (!contacts.ok) return contacts;
			return { json: contacts.body.entries.map((contact) => present({ groupId, ...describeContact(contact) }, contact)) };
		},
	);
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many contacts',
		description: 'List the contacts of a group',
	},
	effect: 'read',
	lists: true,
	fields: [groupField('The group whose contacts are listed'), ...listFields, simplifyField],
	execute,
};
