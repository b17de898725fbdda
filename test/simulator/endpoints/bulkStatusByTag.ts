import { Refusal } from '../refusal';
import { writtenAs } from '../rules/numbers';
import { pageNumber, pageOf, totalField } from '../rules/paging';
import { text } from '../rules/values';
import { statusRow } from './bulkStatus';
import type { Endpoint } from './endpoint';

/** Statuses of everything sent with a tag, page by page; neither the page parameter nor what is listed is documented (docs: status by tag). */
export const bulkStatusByTag: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/bulk-status-by-tag',
	keyIn: 'query',
	answer({ fields }, platform) {
		const tag = text(fields.tag);
		// Worded as for a message id, which the page copies.
		if (tag === undefined) throw new Refusal(3);
		const tagged = platform.tagged(tag);
		const { emptyTagList, statusesPerPage, statusPageParameter, tagListNumbers, tagListTotal } = platform.behaviour;
		if (tagged.length === 0 && emptyTagList === 'notFound') throw new Refusal(4);
		const currentPage = pageNumber(fields[statusPageParameter]);
		const page = pageOf(tagged, currentPage, statusesPerPage);
		return {
			success: true,
			code: 200,
			currentPage,
			...totalField('total', tagListTotal, tagged.length, page.length),
			StatutResponse_List: page.map((sms) => ({
				...statusRow(sms, platform),
				phoneNumber: writtenAs(tagListNumbers, sms.phoneNumber),
			})),
		};
	},
};
