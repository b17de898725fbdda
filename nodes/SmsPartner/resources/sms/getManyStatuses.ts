import memoize from 'lodash/memoize';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer } from '../../api/failure';
import { readPages, toPage } from '../../api/paging';
import { callApi } from '../../api/request';
import { accept, checkAll, type Checked } from '../../values/checked';
import type { UnknownRecord } from '../../values/narrow';
import { requireText } from '../../values/requireText';
import { translate } from '../../values/vocabulary';
import { eachItem } from '../eachItem';
import { infoHints } from '../hints';
import { limitOf, listFields } from '../lists';
import type { ItemResult, Operation } from '../operation';
import { parameterReader, type ReadParameter } from '../parameters';
import { presenter, simplifyField } from '../simplify';
import { checkMessageId, messageIdField } from './messageId';

const LIST = 'StatutResponse_List';

/** docs: status by message */
const BULK_STATUS: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/bulk-status',
	effect: 'read',
	codes: {
		...COMMON_CODES,
		1: NO_KEY,
		3: 'The message ID is missing. Fill in Message ID.',
		4: 'The platform does not know this message. Use the messageId that Send returned.',
	},
	holds: (body) => Array.isArray(body[LIST]),
};

/** docs: status by tag, whose code 3 is copied from the other page */
const BULK_STATUS_BY_TAG: Endpoint = {
	...BULK_STATUS,
	path: '/bulk-status-by-tag',
	codes: {
		...BULK_STATUS.codes,
		3: 'The tag is missing. Fill in Tag.',
		4: 'The platform knows no message with this tag. Write it as it was given in Send.',
	},
};

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
		async (wanted: Wanted) => (wanted.tag === null ? ofMessage(context, wanted) : ofTag(context, wanted)),
		(wanted) => JSON.stringify(wanted),
	);
	return eachItem(
		context,
		items,
		(itemIndex) => checkWanted(read, itemIndex, limitOf(context, itemIndex)),
		async (wanted) => {
			const statuses = await lookUp(wanted);
			if (!statuses.ok) return statuses;
			const { messageId, tag } = wanted;
			return {
				json: statuses.body.map((status) => {
					const { phoneNumber = null, ...facts } = translate(status, ['phoneNumber', 'status', 'doneAt', 'optedOut']);
					return present({ phoneNumber, messageId, tag, ...facts }, status);
				}),
			};
		},
	);
}

function checkWanted(read: ReadParameter, itemIndex: number, limit: number): Checked<Wanted> {
	return read('findBy', itemIndex) === 'tag'
		? checkAll<Wanted>({ messageId: accept(null), tag: requireText(read('tag', itemIndex), 'Tag', 'Fill in the tag that the messages were sent with.'), limit: accept(limit) })
		: checkAll<Wanted>({ messageId: checkMessageId(read('messageId', itemIndex)), tag: accept(null), limit: accept(limit) });
}

/** All recipients at once: no pages are documented. */
async function ofMessage(context: IExecuteFunctions, { messageId, limit }: Wanted): Promise<Answer<UnknownRecord[]>> {
	const page = toPage(await callApi(context, BULK_STATUS, { query: { messageId } }), LIST);
	return page.ok ? { ok: true, body: page.body.entries.slice(0, limit) } : page;
}

/**
 * The answer says which page it is (`currentPage`), but the documentation not how to ask for the next: further pages are
 * asked for by that name and by the one of the other lists.
 */
async function ofTag(context: IExecuteFunctions, { tag, limit }: Wanted): Promise<Answer<UnknownRecord[]>> {
	return readPages(
		limit,
		async (page) => {
			const query = { tag, ...(page > 1 && { page, currentPage: page }) };
			return toPage(await callApi(context, BULK_STATUS_BY_TAG, { query }), LIST);
		},
		(found, total) => context.addExecutionHints(...infoHints(`The platform gave ${found} of ${total} statuses with the tag ${String(tag)}.`)),
	);
}

export const getManyStatuses: Operation = {
	option: {
		name: 'Get Many Statuses',
		value: 'getManyStatuses',
		action: 'Get many statuses',
		description: 'Find out whether SMS arrived at all recipients of a message, or of all messages with a tag',
	},
	effect: 'read',
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
