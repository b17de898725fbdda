import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { sendBroadcasts, type CheckMessage } from '../../running/broadcast';
import type { ItemResult, Operation } from '../../running/operation';
import { broadcastKind } from '../../sending/broadcast';
import { departure, sendingEndpoint } from '../../sending/requests';
import { accept, checkAll } from '../../values/checked';
import { translate } from '../../values/vocabulary';
import { checkConversation } from './conversation';
import { checkFailover } from './failover';
import { sendFields } from './sendFields';

/** docs: rcs. The table asks for numbers separated by commas; every sample sends a list. */
const rcs = broadcastKind({
	endpoint: sendingEndpoint('/rcs/send', {
		9: 'One or more values are not accepted; the text above names them. Correct them and run the node again.',
		40: 'RCS is not enabled for this account. Ask SMS Partner support (help@smspartner.fr) to enable it.',
		43: 'The content is missing. Fill in Text, File URL or Card, and Message if SMS Failover is used.',
		44: 'The sender of SMS Failover is not accepted. Use 3 to 11 letters and digits, or leave Sender empty.',
		52: 'The text of SMS Failover is longer than 10 SMS. Shorten it.',
	}),
	phoneNumbers: (numbers) => numbers,
	describe: (body) => translate(body, ['messageId']),
	unit: 'RCS',
	skips: ['duplicates', 'optedOut'],
});

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return sendBroadcasts(context, items, ['content', 'text', 'fileUrl', 'card', 'suggestions', 'failover'], checkRcs, rcs);
}

const checkRcs: CheckMessage = (values, _options, { schedule }, writtenAt) => {
	const checked = checkAll({ conversation: checkConversation(values, writtenAt), failover: checkFailover(values.failover, writtenAt) });
	if (!checked.ok) return checked;
	const { conversation, failover } = checked.value;
	return accept({
		// RCS is always sent in Unicode (docs: rcs).
		body: { isUnicode: 1, richContent: { conversation }, failover, ...departure(schedule) },
		shown: { scheduledAt: schedule?.instant ?? null },
	});
};

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an RCS message',
		description: 'Send a text, a file or a card with suggested replies; recipients are sent together in batches of up to 500',
	},
	effect: 'write',
	sends: { done: 'sent', billed: 'RCS' },
	fields: sendFields,
	execute,
};
