import type { INodeProperties } from 'n8n-workflow';

import { MAX_BATCH_SIZE } from '../../sending/settings';
import { PHONE_COUNTRIES } from '../../values/phoneNumber';
import { messageField, phoneFieldField, recipientSourceField, unicodeOption } from './textFields';

const options: INodeProperties[] = [
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_BATCH_SIZE },
		default: MAX_BATCH_SIZE,
		description: 'How many recipients go out in one request. 500 is the most the platform takes.',
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		options: PHONE_COUNTRIES,
		default: 'FR',
		description: 'Country of the numbers that are written without their country code',
	},
	{
		displayName: 'Delivery Report URL',
		name: 'deliveryReportUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…/delivery-report',
		description: 'Where the platform reports whether each SMS arrived: the delivery-report URL of an SMS Partner Trigger',
	},
	{
		displayName: 'Reply URL',
		name: 'replyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…/reply',
		description: 'Where the platform sends replies and STOPs to this SMS: the reply URL of an SMS Partner Trigger',
	},
	{
		displayName: 'Sandbox',
		name: 'sandbox',
		type: 'boolean',
		default: false,
		description: 'Whether to try the request without sending or paying anything',
	},
	{
		displayName: 'Scheduled At',
		name: 'scheduledAt',
		type: 'dateTime',
		default: '',
		description:
			'When the SMS leaves, in the time zone of the workflow. The platform sends at 5-minute steps: 10:01 becomes 10:05.',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyCompany',
		displayOptions: { show: { '/sendFrom': ['senderName'] } },
		description:
			'Name shown as the sender, 3 to 11 letters and digits. Leave it empty to send from a short code, to which people can reply.',
	},
	{
		displayName: 'STOP Notice',
		name: 'stopNotice',
		type: 'boolean',
		default: false,
		description: 'Whether to add the opt-out notice, which the law requires in marketing SMS. It uses up some characters of the text.',
	},
	{
		displayName: 'Tag',
		name: 'tag',
		type: 'string',
		default: '',
		placeholder: 'e.g. autumn-sale',
		description: 'Label to find these SMS again, up to 20 characters, lower case, without spaces',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 120,
		description: 'Seconds to wait for the platform to answer. An SMS without an answer is reported as outcome unknown and never sent again.',
	},
	unicodeOption,
];

export const sendFields: INodeProperties[] = [
	{
		displayName: 'Send From',
		name: 'sendFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Sender Name',
				value: 'senderName',
				description: 'A name you choose under Options, or a short code when you choose none',
			},
			{
				name: 'Virtual Number',
				value: 'virtualNumber',
				description: 'A long number of your account; one request for each SMS',
			},
		],
		default: 'senderName',
	},
	{
		displayName: 'Virtual Number',
		name: 'virtualNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33644000000',
		description: 'The virtual number of your SMS Partner account that people see and reply to',
		displayOptions: { show: { sendFrom: ['virtualNumber'] } },
	},
	recipientSourceField,
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33612345678',
		description: 'Phone number of the recipient. Separate several by comma, semicolon or new line; an expression may give a list.',
		displayOptions: { show: { recipientSource: ['parameters'] } },
	},
	phoneFieldField,
	messageField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];
