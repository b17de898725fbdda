import { wallTime } from '../../rules/dates';
import { writtenAs } from '../../rules/numbers';
import { pageNumber, pageOf, totalField } from '../../rules/paging';
import type { Platform } from '../../state';
import type { Endpoint } from '../endpoint';

/** The whole STOP list in one answer unless told otherwise: no pages are documented (docs: stop list). */
export const listStops: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/stop-sms/list',
	keyIn: 'query',
	answer({ fields }, platform) {
		const { stopListMissing, stopListPageParameter, stopListPerPage, stopListTotal } = platform.behaviour;
		const rows = allRows(platform);
		const given = rows.slice(0, Math.max(rows.length - stopListMissing, 0));
		const page = pageNumber(fields[stopListPageParameter]);
		const data = stopListPerPage === undefined ? given : pageOf(given, page, stopListPerPage);
		return { success: true, code: 200, ...totalField('nbData', stopListTotal, rows.length, data.length), data };
	},
};

function allRows(platform: Platform): object[] {
	const { stopListNumbers, stopListUnreadable } = platform.behaviour;
	return [
		// Ids that no other entry has.
		...stopListUnreadable.map((phoneNumber, index) => ({
			...{ id: index + 1, phoneNumber },
			createdAt: wallTime(platform.now()),
		})),
		...platform.stopList.entries().map(({ id, phoneNumber, createdAt }) => ({
			...{ id, phoneNumber: writtenAs(stopListNumbers, phoneNumber) },
			createdAt: wallTime(new Date(createdAt)),
		})),
	];
}
