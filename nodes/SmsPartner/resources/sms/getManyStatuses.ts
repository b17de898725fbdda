import memoize from 'lodash/memoize';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Answer } from '../../api/failure';
import { checkResultLimit, listFields } from '../../fields/lists';
import type { ReadParameter } from '../../fields/readParameter';
import { presenter, simplifyField } from '../../fields/simplify';
import { describeListedStatus, statusesOfMessage, statusesOfTag } from '../../lookups/statusLists';
import { eachItem } from '../../running/eachItem';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { accept, checkAll, type Checked } from '../../values/checked';
import type { UnknownRecord } from '../../values/narrow';
import { requireText } from '../../values/requireText';
import { checkMessageId, messageIdField } from './messageId';

/** Which statuses an item asks for: those of one message, or of all that carry a tag. */
interface Wanted {
	messageId: string | null;
	tag: string | null;
	limit: number;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const present = presenter(context);
	const lookUp = memoize(
		async (wanted: Wanted) => listOf(context, wanted),
		(wanted) => JSON.stringify(wanted),
	);
	return eachItem(
		context,
		items,
		(itemIndex) => checkWanted(read, itemIndex, checkResultLimit(context, itemIndex)),
		async (wanted) => {
			const statuses = await lookUp(wanted);
			if (!statuses.ok) return statuses;
			const { messageId, tag } = wanted;
			return {
				json: statuses.body.map((status) => {
					const { phoneNumber = null, ...facts } = describeListedStatus(status);
					return present({ phoneNumber, messageId, tag, ...facts }, status);
				}),
			};
		},
	);
}

function checkWanted(read: ReadParameter, itemIndex: number, limit: Checked<number>): Checked<Wanted> {
	return read('findBy', itemIndex) === 'tag'
		? checkAll<Wanted>({ messageId: accept(null), tag: requireText(read('tag', itemIndex), 'Tag', 'Fill in the tag that the messages were sent with.'), limit })
		: checkAll<Wanted>({ messageId: checkMessageId(read('messageId', itemIndex)), tag: accept(null), limit });
}

async function listOf(context: IExecuteFunctions, { messageId, tag, limit }: Wanted): Promise<Answer<UnknownRecord[]>> {
	if (tag === null) {
		const list = await statusesOfMessage(context, String(messageId));
		return list.ok ? { ok: true, body: list.body.slice(0, limit) } : list;
	}
	const list = await statusesOfTag(context, tag, { entries: limit });
	if (!list.ok) return list;
	const { entries, total } = list.body;
	if (total !== undefined && entries.length < Math.min(total, limit)) {
		context.addExecutionHints(...infoHints(`The platform gave ${entries.length} of ${total} statuses with the tag ${tag}.`));
	}
	return { ok: true, body: entries };
}

export const getManyStatuses: Operation = {
	option: {
		name: 'Get Many Statuses',
		value: 'getManyStatuses',
		action: 'Get many statuses',
		description: 'Find out whether SMS arrived at all recipients of a message, or of all messages with a tag',
	},
	effect: 'read',
	lists: true,
	fields: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Message ID', value: 'messageId', description: 'All recipients of one message' },
				{ name: 'Tag', value: 'tag', description: 'All recipients of the messages that were sent with a tag' },
			],
			default: 'messageId',
			description: 'What the statuses have in common',
		},
		{ ...messageIdField, displayOptions: { show: { findBy: ['messageId'] } } },
		{
			displayName: 'Tag',
			name: 'tag',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. autumn-sale',
			description: 'The tag that the messages were sent with',
			displayOptions: { show: { findBy: ['tag'] } },
		},
		...listFields,
		simplifyField,
	],
	execute,
};
