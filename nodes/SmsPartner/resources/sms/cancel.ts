import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { checkMessageId, messageIdField } from './messageId';

/** docs: cancel-scheduled-sms. A GET with a side effect: never repeated once it may have arrived. */
const MESSAGE_CANCEL: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/message-cancel',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: NO_KEY,
		3: 'The message ID is missing. Fill in Message ID.',
		4: 'The platform does not know this message. Use the messageId that Send returned.',
		5: 'The message is already cancelled; there is nothing left to do.',
		6: 'It leaves in less than 5 minutes, which is too late to cancel.',
		7: 'It has already been sent and cannot be taken back.',
	},
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkMessageId(context.getNodeParameter('messageId', itemIndex)),
		async (messageId) => callApi(context, MESSAGE_CANCEL, { query: { messageId } }),
		(_body, messageId) => ({ messageId, cancelled: true }),
	);
}

export const cancel: Operation = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a scheduled SMS',
		description: 'Cancel a scheduled SMS, all its recipients included, up to 5 minutes before it leaves',
	},
	effect: 'write',
	fields: [messageIdField],
	execute,
};
