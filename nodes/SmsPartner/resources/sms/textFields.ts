import type { INodeProperties } from 'n8n-workflow';

/** Where recipients and texts come from; shared by the operations that can run a campaign. */
export const recipientSourceField: INodeProperties = {
	displayName: 'Recipient Source',
	name: 'recipientSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Parameters',
			value: 'parameters',
			description: 'Fill in the fields below; expressions can be used',
		},
		{
			name: 'Input Fields',
			value: 'inputFields',
			description: 'Take them from fields of each input item, which is much faster for campaigns',
		},
	],
	default: 'parameters',
	description: 'Where the recipient and the values that differ from item to item come from',
};

export const phoneFieldField: INodeProperties = {
	displayName: 'Phone Field',
	name: 'phoneField',
	type: 'string',
	default: 'phoneNumber',
	required: true,
	placeholder: 'e.g. phoneNumber',
	description: 'Name of the input field that holds the phone number. Use dots for nested fields.',
	displayOptions: { show: { recipientSource: ['inputFields'] } },
};

export const messageField: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Hello, your parcel has arrived.',
	description:
		'Text of the SMS; more than 160 characters are billed as several SMS, 10 at most. With Recipient Source set to Input Fields, {fieldName} is filled in from each input item; write {{ for a literal brace.',
};
