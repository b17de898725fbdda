import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberField } from '../../fields/phoneNumberField';
import { messageIdField } from './messageId';
import { phoneFieldField, recipientSourceField } from './textFields';

export const statusFields: INodeProperties[] = [
	recipientSourceField,
	{ ...messageIdField, displayOptions: { show: { recipientSource: ['parameters'] } } },
	{ ...phoneNumberField('The phoneNumber that Send returned'), displayOptions: { show: { recipientSource: ['parameters'] } } },
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
