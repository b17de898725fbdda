import type { INodeProperties } from 'n8n-workflow';

import { messageIdField } from './messageId';
import { phoneFieldField, recipientSourceField } from './textFields';

export const statusFields: INodeProperties[] = [
	recipientSourceField,
	{ ...messageIdField, displayOptions: { show: { recipientSource: ['parameters'] } } },
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33612345678',
		description: 'The phoneNumber that Send returned',
		displayOptions: { show: { recipientSource: ['parameters'] } },
	},
	{
		displayName: 'Message ID Field',
		name: 'messageIdField',
		type: 'string',
		default: 'messageId',
		required: true,
		placeholder: 'e.g. messageId',
		description: 'Name of the input field that holds the messageId. Use dots for nested fields.',
		displayOptions: { show: { recipientSource: ['inputFields'] } },
	},
	phoneFieldField,
];
