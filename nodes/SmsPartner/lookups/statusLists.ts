import isEqual from 'lodash/isEqual';

import { COMMON_CODES, NO_KEY } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import type { Answer } from '../api/failure';
import { readPages, toPage, type PageLimits, type Pages } from '../api/paging';
import { callApi, type ApiContext } from '../api/request';
import type { UnknownRecord } from '../values/narrow';
import { displayPhoneNumber } from '../values/phoneNumber';
import { translate } from '../values/vocabulary';

const LIST = 'StatutResponse_List';
/** The code for a tag that nothing was sent with. */
const UNKNOWN_TAG = '4';

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

/** All recipients of a message at once: no pages are documented. */
export async function statusesOfMessage(context: ApiContext, messageId: string): Promise<Answer<UnknownRecord[]>> {
	const page = toPage(await callApi(context, BULK_STATUS, { query: { messageId } }), LIST);
	return page.ok ? { ok: true, body: page.body.entries } : page;
}

/**
 * The statuses of what was sent with a tag, up to a limit. The answer says which page it is (`currentPage`), but the
 * documentation not how to ask for the next: further pages are asked for by that name and by the one of the other lists.
 */
export async function statusesOfTag(context: ApiContext, tag: string, limits: Pick<PageLimits, 'entries' | 'pages'> = {}): Promise<Answer<Pages>> {
	return readPages(
		async (page) => {
			const query = { tag, ...(page > 1 && { page, currentPage: page }) };
			return toPage(await callApi(context, BULK_STATUS_BY_TAG, { query }), LIST);
		},
		{ ...limits, identity: whoOf },
	);
}

/**
 * The statuses of everything that was sent with a tag, `complete` only where nobody can be missing. A tag that the
 * platform does not know (code 4) has none.
 */
export async function allStatusesOfTag(context: ApiContext, tag: string, pages?: number): Promise<Answer<Pages>> {
	const read = async () => statusesOfTag(context, tag, pages === undefined ? {} : { pages });
	const first = await read();
	if (!first.ok) return first.failure.code === UNKNOWN_TAG ? { ok: true, body: noStatuses } : first;
	if (!first.body.complete || !first.body.repeats) return first;
	// Somebody came on two pages. Unless a second reading gives the same list, others may have slipped between two pages.
	const second = await read();
	if (!second.ok) return second;
	const agree = isEqual(second.body.entries.map(whoOf), first.body.entries.map(whoOf));
	return { ok: true, body: { ...second.body, complete: second.body.complete && agree } };
}

const noStatuses: Pages = { entries: [], total: 0, complete: true, repeats: false };

/** Statuses and their dates change while pages are read; a page is the same when it is about the same people. */
function whoOf(entry: UnknownRecord): string {
	return displayPhoneNumber(entry.phoneNumber) ?? JSON.stringify(entry);
}

/** A status of a list under the names of this package. */
export function describeListedStatus(record: UnknownRecord) {
	return translate(record, ['phoneNumber', 'status', 'doneAt', 'optedOut']);
}
