import { COMMON_CODES, NO_KEY } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import type { Answer } from '../api/failure';
import { readPages } from '../api/paging';
import { callApi, type ApiContext } from '../api/request';
import { asList, asNumber, isRecord } from '../values/narrow';
import { OptOutList } from './optOutList';

/** docs: stop list */
const STOP_LIST: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/stop-sms/list',
	effect: 'read',
	codes: { ...COMMON_CODES, 1: NO_KEY },
	holds: (body) => Array.isArray(body.data),
};

/**
 * Reads the opt-out list. No pages are documented; should an answer hold fewer entries than it counts, further pages
 * are asked for, and a list that stays short says so.
 */
export async function readOptOuts(context: ApiContext): Promise<Answer<OptOutList>> {
	const list = await readPages(async (page) => {
		const answer = await callApi(context, STOP_LIST, { query: page === 1 ? {} : { page } });
		if (!answer.ok) return answer;
		const entries = asList(answer.body.data).map((entry) => (isRecord(entry) ? entry : { phoneNumber: entry }));
		return { ok: true, body: { entries, total: asNumber(answer.body.nbData) } };
	});
	return list.ok ? { ok: true, body: new OptOutList(list.body) } : list;
}
