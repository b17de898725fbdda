import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer } from '../../api/failure';
import { readPages } from '../../api/paging';
import { callApi, type ApiContext } from '../../api/request';
import { asList, asNumber, isRecord, type UnknownRecord } from '../../values/narrow';

/** docs: sub-account list */
const SUBACCOUNT_LIST: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/subaccount/list',
	effect: 'read',
	codes: { ...COMMON_CODES, 1: NO_KEY },
	holds: (body) => Array.isArray(body.data),
};

/** The platform's records of the sub-accounts, from as many pages as needed. Each holds the sub-account's own API key. */
export async function listSubaccounts(context: ApiContext, limit: number): Promise<Answer<UnknownRecord[]>> {
	return readPages(limit, async (page) => {
		const answer = await callApi(context, SUBACCOUNT_LIST, { query: { page } });
		if (!answer.ok) return answer;
		return { ok: true, body: { entries: asList(answer.body.data).filter(isRecord), total: asNumber(answer.body.total) } };
	});
}
