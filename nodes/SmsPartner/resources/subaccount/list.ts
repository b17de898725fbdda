import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer } from '../../api/failure';
import { readPages, toPage } from '../../api/paging';
import { callApi, type ApiContext } from '../../api/request';
import type { UnknownRecord } from '../../values/narrow';

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
	const list = await readPages(async (page) => toPage(await callApi(context, SUBACCOUNT_LIST, { query: { page } }), 'data'), { entries: limit });
	return list.ok ? { ok: true, body: list.body.entries } : list;
}
