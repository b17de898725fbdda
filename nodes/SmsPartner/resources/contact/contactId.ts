import type { INodeProperties } from 'n8n-workflow';

import type { Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';

export const contactIdField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 5f7753a5c1b2d',
	description: 'The contactId that Create or Get Many returned',
};

export function checkContactId(input: unknown): Checked<string> {
	return checkOpaqueId(input, 'Contact ID', 'Fill in the contactId that Contact > Create or Contact > Get Many returned.');
}
