import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, toField } from '../../fields/sendingFields';
import { DEFAULT_AMOUNT, DEFAULT_UNIT } from '../../waiting/limit';
import { deliveryReportUrlOption, originFields, replyUrlOption, smsOptions } from './sendFields';
import { messageField } from './textFields';

/** In the shape of n8n's own nodes that wait. n8n looks for ended waits once a minute. */
const limitField: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	placeholder: 'Set Limit',
	default: {},
	description: `How long to wait before the workflow goes on by Timed Out; ${DEFAULT_AMOUNT} ${DEFAULT_UNIT} unless you set it. A limit of less than a minute can be up to a minute late.`,
	options: [
		{
			displayName: 'Limit',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval', description: 'Some time after the SMS was sent' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime', description: 'On a date, at a time' },
					],
					default: 'afterTimeInterval',
					description: 'How the end of the wait is given',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0.01, numberPrecision: 2 },
					default: DEFAULT_AMOUNT,
					description: 'How many seconds, minutes, hours or days; a year at most',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Seconds', value: 'seconds' },
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
					default: DEFAULT_UNIT,
					description: 'What the amount counts',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					description: 'In the time zone of the workflow',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};

export const waitFields: INodeProperties[] = [
	...originFields,
	{ ...toField, description: 'Phone number of the one recipient' },
	{ ...messageField, description: 'Text of the SMS; more than 160 characters are billed as several SMS, 10 at most', placeholder: 'e.g. Can you come at ten? Answer yes or no.' },
	{
		displayName: 'Wait For',
		name: 'waitFor',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Reply',
				value: 'reply',
				description: 'Someone answers this SMS, or opts out. The outputs are Reply, STOP and Timed Out.',
			},
			{
				name: 'Delivery',
				value: 'delivery',
				description: 'The SMS has arrived, or is reported as not delivered. The outputs are Delivered, Not Delivered and Timed Out.',
			},
		],
		default: 'reply',
		description: 'What the workflow goes on with. The platform gets a URL for it together with the SMS.',
	},
	limitField,
	optionsField([
		defaultCountryOption,
		{ ...deliveryReportUrlOption, displayOptions: { show: { '/waitFor': ['reply'] } } },
		{ ...replyUrlOption, displayOptions: { show: { '/waitFor': ['delivery'] } } },
		...smsOptions,
	]),
];
