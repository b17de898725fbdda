import type { INodeProperties } from 'n8n-workflow';

import { skipOption, spendingLimitOption, stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, scheduledAtOption, senderOption, stopNoticeOption, timeoutOption, toField, unicodeOption } from '../../fields/sendingFields';
import { CARD_LIMITS, MAX_SUGGESTIONS } from './conversation';

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'File', value: 'file', description: 'A picture, a video, a sound or a PDF' },
		{ name: 'Rich Card', value: 'richCard', description: 'A picture or video with a title and a description' },
		{ name: 'Text', value: 'text', description: 'Words alone' },
	],
	default: 'text',
	description: 'What the message shows',
};

const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your parcel has arrived. When shall we bring it?',
	description: 'Text of the message',
	displayOptions: { show: { content: ['text'] } },
};

const fileField: INodeProperties = {
	displayName: 'File URL',
	name: 'fileUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/offer.pdf',
	description: 'Public address of the file: JPEG, PNG, GIF, PDF, MP4, WebM, MP3, AAC or OGG',
	displayOptions: { show: { content: ['file'] } },
};

const cardField: INodeProperties = {
	displayName: 'Card',
	name: 'card',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: 'What the card shows; it needs a title or a description',
	displayOptions: { show: { content: ['richCard'] } },
	options: [
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. All coats at half price until Saturday.',
			description: `Text below the title, up to ${CARD_LIMITS.description} characters`,
		},
		{
			displayName: 'Image Alignment',
			name: 'imageAlignment',
			type: 'options',
			options: [
				{ name: 'Left', value: 'LEFT' },
				{ name: 'Right', value: 'RIGHT' },
			],
			default: 'LEFT',
			description: 'On which side of the texts the picture stands; only for a horizontal card',
		},
		{
			displayName: 'Media URL',
			name: 'mediaUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/coat.jpg',
			description: 'Public address of the picture or video: JPEG, PNG, GIF, MP4, MPEG or WebM',
		},
		{
			displayName: 'Orientation',
			name: 'orientation',
			type: 'options',
			options: [
				{ name: 'Horizontal', value: 'HORIZONTAL', description: 'The picture stands beside the texts' },
				{ name: 'Vertical', value: 'VERTICAL', description: 'The picture stands above the texts' },
			],
			default: 'VERTICAL',
			description: 'How the card is laid out',
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. Autumn sale',
			description: `Heading of the card, up to ${CARD_LIMITS.title} characters`,
		},
	],
};

const suggestionsField: INodeProperties = {
	displayName: 'Suggested Replies',
	name: 'suggestions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add reply',
	default: {},
	description: `Up to ${MAX_SUGGESTIONS} buttons below the message with which the recipient can answer`,
	options: [
		{
			displayName: 'Reply',
			name: 'reply',
			values: [
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. Tomorrow',
					description: 'What the button says',
				},
				{
					displayName: 'Postback Data',
					name: 'postbackData',
					type: 'string',
					default: '',
					placeholder: 'e.g. delivery_tomorrow',
					description: 'What comes back when the button is tapped. Leave it empty to get the text itself.',
				},
			],
		},
	],
};

const failoverField: INodeProperties = {
	displayName: 'SMS Failover',
	name: 'failover',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: 'The SMS that is sent to recipients whose phone takes no RCS',
	options: [
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Your parcel has arrived.',
			description: 'Text of the SMS',
		},
		senderOption,
		stopNoticeOption,
		unicodeOption,
	],
};

export const sendFields: INodeProperties[] = [
	toField,
	contentField,
	textField,
	fileField,
	cardField,
	suggestionsField,
	failoverField,
	optionsField([defaultCountryOption, scheduledAtOption, timeoutOption, skipOption('duplicates', 'optedOut'), spendingLimitOption('RCS'), stopOnFailureOption]),
];
