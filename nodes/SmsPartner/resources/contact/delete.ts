import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { CONTACT_ID_CODES } from './codes';
import { checkContactId, contactIdField } from './contactId';

/** docs: contact delete */
const CONTACT_DELETE: Endpoint = { api: 'sms', method: 'POST', path: '/contact/delete', effect: 'write', codes: CONTACT_ID_CODES };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkContactId(context.getNodeParameter('contactId', itemIndex)),
		async (contactId) => callApi(context, CONTACT_DELETE, { body: { contactId } }),
		(_body, contactId) => ({ deleted: true, contactId }),
	);
}

export const deleteContact: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a contact',
		description: 'Take a contact out of its group for good',
	},
	effect: 'write',
	fields: [contactIdField],
	execute,
};
