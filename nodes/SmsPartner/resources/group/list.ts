import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer } from '../../api/failure';
import { callApi, type ApiContext } from '../../api/request';
import { asList, isRecord, type UnknownRecord } from '../../values/narrow';

/** docs: group list. Its documented success says `success: false` and has no code, unlike any refusal. */
const GROUP_LIST: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/group/list',
	effect: 'read',
	codes: COMMON_CODES,
	recognises: (body) => Array.isArray(body.groups) && body.code === undefined && body.message === undefined,
	holds: (body) => Array.isArray(body.groups),
};

/** Every group of the account, as the platform describes it. */
export async function listGroups(context: ApiContext): Promise<Answer<UnknownRecord[]>> {
	const answer = await callApi(context, GROUP_LIST);
	return answer.ok ? { ok: true, body: asList(answer.body.groups).filter(isRecord) } : answer;
}
