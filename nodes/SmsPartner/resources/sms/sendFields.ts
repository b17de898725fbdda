import type { INodeProperties } from 'n8n-workflow';

import { checkCreditOption, skipOption, spendingLimitOption, stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { batchSizeOption, defaultCountryOption, scheduledAtOption, senderOption, stopNoticeOption, campaignTagOption, timeoutOption, toField, unicodeOption } from '../../fields/sendingFields';
import { messageField, phoneFieldField, recipientSourceField } from './textFields';

export const deliveryReportUrlOption: INodeProperties = {
	displayName: 'Delivery Report URL',
	name: 'deliveryReportUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/delivery-report',
	description: 'Where the platform reports whether each SMS arrived: the delivery-report URL of an SMS Partner Trigger',
};

export const replyUrlOption: INodeProperties = {
	displayName: 'Reply URL',
	name: 'replyUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/reply',
	description: 'Where the platform sends replies and STOPs to this SMS: the reply URL of an SMS Partner Trigger',
};

/** The options that every SMS has, after those that only some have; sorted by name. */
export const smsOptions: INodeProperties[] = [
	{
		displayName: 'Sandbox',
		name: 'sandbox',
		type: 'boolean',
		default: false,
		description: 'Whether to try the request without sending or paying anything',
	},
	scheduledAtOption,
	{ ...senderOption, displayOptions: { show: { '/sendFrom': ['senderName'] } } },
	stopNoticeOption,
	campaignTagOption,
	timeoutOption,
	unicodeOption,
];

/** What the SMS leaves from. */
export const originFields: INodeProperties[] = [
	{
		displayName: 'Send From',
		name: 'sendFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Sender Name or Short Code',
				value: 'senderName',
				description: 'The name in the option Sender; without that option a short code, to which people can reply',
			},
			{
				name: 'Virtual Number',
				value: 'virtualNumber',
				description: 'A long number of your account; one request for each SMS',
			},
		],
		default: 'senderName',
		description: 'What people see the SMS come from, and so whether they can reply',
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
];

export const sendFields: INodeProperties[] = [
	...originFields,
	recipientSourceField,
	{ ...toField, displayOptions: { show: { recipientSource: ['parameters'] } } },
	phoneFieldField,
	messageField,
	optionsField([
		...[batchSizeOption, defaultCountryOption, deliveryReportUrlOption, replyUrlOption, ...smsOptions],
		...[checkCreditOption, skipOption('duplicates', 'optedOut', 'sameTag'), spendingLimitOption('SMS'), stopOnFailureOption],
	]),
];
