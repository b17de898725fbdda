import type { INodeProperties } from 'n8n-workflow';

import { accept, refuse, type Checked } from '../../values/checked';
import { asText } from '../../values/narrow';

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 2254444',
	description: 'The messageId that Send returned',
};

export function checkMessageId(input: unknown): Checked<string> {
	const messageId = asText(input)?.trim();
	return messageId === undefined
		? refuse('Message ID is empty', 'Fill in the messageId that Send returned.')
		: accept(messageId);
}
