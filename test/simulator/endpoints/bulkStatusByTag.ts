import { Refusal } from '../refusal';
import { pageNumber, pageOf } from '../rules/paging';
import { text } from '../rules/values';
import { statusRow } from './bulkStatus';
import type { Endpoint } from './endpoint';

/** Statuses of everything sent with a tag, page by page; the page parameter is not documented (docs: status by tag). */
export const bulkStatusByTag: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/bulk-status-by-tag',
	keyIn: 'query',
	answer({ fields }, platform) {
		const tag = text(fields.tag);
		// Worded as for a message id, which the page copies.
		if (tag === undefined) throw new Refusal(3);
		const tagged = platform.accepted.filter((sms) => sms.tag === tag);
		if (tagged.length === 0) throw new Refusal(4);
		const { statusesPerPage, statusPageParameter } = platform.behaviour;
		const page = pageNumber(fields[statusPageParameter]);
		return {
			success: true,
			code: 200,
			currentPage: page,
			total: tagged.length,
			StatutResponse_List: pageOf(tagged, page, statusesPerPage).map((sms) => statusRow(sms, platform)),
		};
	},
};
