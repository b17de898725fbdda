import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { isRecord } from '../../values/narrow';
import { CONTACT_ID_CODES } from './codes';
import { checkContactId, contactIdField } from './contactId';
import { describeContact } from './describeContact';

/** docs: get-contact-details */
const CONTACT_DETAIL: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/contact/detail',
	effect: 'read',
	codes: CONTACT_ID_CODES,
	holds: (body) => isRecord(body.contact),
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	return eachItem(
		context,
		items,
		(itemIndex) => checkContactId(context.getNodeParameter('contactId', itemIndex)),
		async (contactId) => {
			const answer = await callApi(context, CONTACT_DETAIL, { query: { contactId } });
			if (!answer.ok) return answer;
			const contact = isRecord(answer.body.contact) ? answer.body.contact : {};
			return { json: present(describeContact(contact), contact) };
		},
	);
}

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a contact',
		description: 'Get the details of a contact, and whether it has opted out',
	},
	effect: 'read',
	fields: [contactIdField, simplifyField],
	execute,
};
