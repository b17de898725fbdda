import type { INodeProperties } from 'n8n-workflow';

import { MAX_BATCH_SIZE } from '../sending/options';
import { PHONE_COUNTRIES } from '../values/phoneNumber';

/** Fields of every operation that sends something to phone numbers. */
export const toField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +33612345678',
	description: 'Phone number of the recipient. Separate several by comma, semicolon or new line; an expression may give a list.',
};

export const batchSizeOption: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_BATCH_SIZE },
	default: MAX_BATCH_SIZE,
	description: 'How many recipients go out in one request. 500 is the most the platform takes.',
};

export const defaultCountryOption: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: PHONE_COUNTRIES,
	default: 'FR',
	description: 'Country of the numbers that are written without their country code',
};

export const scheduledAtOption: INodeProperties = {
	displayName: 'Scheduled At',
	name: 'scheduledAt',
	type: 'dateTime',
	default: '',
	description:
		'When the message leaves, in the time zone of the workflow. The platform sends at 5-minute steps: 10:01 becomes 10:05.',
};

export const senderOption: INodeProperties = {
	displayName: 'Sender',
	name: 'sender',
	type: 'string',
	default: '',
	placeholder: 'e.g. MyCompany',
	description:
		'Name shown as the sender, 3 to 11 letters and digits. Leave it empty to send from a short code, to which people can reply.',
};

export const stopNoticeOption: INodeProperties = {
	displayName: 'STOP Notice',
	name: 'stopNotice',
	type: 'boolean',
	default: false,
	description: 'Whether to add the opt-out notice, which the law requires in marketing SMS. It uses up some characters of the text.',
};

export const tagOption: INodeProperties = {
	displayName: 'Tag',
	name: 'tag',
	type: 'string',
	default: '',
	placeholder: 'e.g. autumn-sale',
	description: 'Label to find these messages again, up to 20 characters, lower case, without spaces',
};

/** On sends whose statuses can be listed by their tag. */
export const campaignTagOption: INodeProperties = {
	...tagOption,
	description: 'Label of these messages, up to 20 characters, lower case, without spaces. With it, an unclear outcome is looked up, and a campaign can be run again.',
};

export const timeoutOption: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 120,
	description: 'Seconds to wait for the platform to answer. A message without an answer is reported as outcome unknown and never sent again.',
};

export const unicodeOption: INodeProperties = {
	displayName: 'Unicode',
	name: 'unicode',
	type: 'boolean',
	default: false,
	description:
		'Whether to send emoji and other alphabets as they are. An SMS then holds 70 characters instead of 160, and SMS Partner support must enable it for your account.',
};
