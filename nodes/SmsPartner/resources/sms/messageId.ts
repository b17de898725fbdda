import type { INodeProperties } from 'n8n-workflow';

import type { Checked } from '../../values/checked';
import { checkNumericId } from '../../values/identifier';

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 2254444',
	description: 'The messageId that Send returned',
};

/** Of SMS, RCS and surveys (docs: every page that gives or takes one). */
export function checkMessageId(input: unknown): Checked<string> {
	return checkNumericId(input, 'Message ID', 'Fill in the messageId that Send returned, such as 2254444.');
}
