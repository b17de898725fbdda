import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import type { Answer } from '../api/failure';
import { noAnswer, refusal } from '../api/judge';
import { callApi } from '../api/request';
import { asBoolean, asList, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { toStatus } from '../values/status';
import { translate } from '../values/vocabulary';

/** Pairs the platform takes in one request (docs: multi-status). */
export const MAX_PAIRS = 500;

const codes = {
	...COMMON_CODES,
	1: NO_KEY,
	2: 'The phone number is missing. Fill in Phone Number.',
	3: 'The message ID is missing. Fill in Message ID with the messageId that Send returned.',
	4: 'The platform does not know this message for this number. Use the messageId and phoneNumber that Send returned.',
	6: 'The phone number is not written as the platform expects. Use the form +33612345678.',
	9: 'This is not a mobile number. Check Phone Number.',
	50: 'More than 500 statuses were asked for at once.',
};

/** docs: single-status */
const MESSAGE_STATUS: Endpoint = { api: 'sms', method: 'GET', path: '/message-status', effect: 'read', codes, holds: ({ statut, status }) => asText(statut ?? status) !== undefined };

/** docs: bulk-status. The heading says GET; every sample posts. */
const MULTI_STATUS: Endpoint = { api: 'sms', method: 'POST', path: '/multi-status', effect: 'read', codes, holds: (body) => Array.isArray(body.StatutResponse_List) };

/** One SMS: the message, and which of its recipients (E.164). */
export interface Pair {
	messageId: string;
	phoneNumber: string;
}

/** The platform's record of each SMS, in order; undefined where it has none. */
export async function lookUpPairs(context: IExecuteFunctions, pairs: readonly Pair[]): Promise<Array<Answer<UnknownRecord | undefined>>> {
	const [only] = pairs;
	if (only && pairs.length === 1) return [await lookUpOne(context, only)];
	const SMSStatut_List = pairs.map(({ phoneNumber, messageId }) => ({ phoneNumber, messageId: asWholeNumber(messageId) }));
	const answer = await callApi(context, MULTI_STATUS, { body: { SMSStatut_List } });
	if (!answer.ok) return pairs.map(() => answer);
	const entries = asList(answer.body.StatutResponse_List).filter(isRecord);
	const byPair = new Map(entries.map((entry) => [pairKey(translate(entry, ['messageId', 'phoneNumber'])), entry]));
	return pairs.map((pair) => readEntry(byPair.get(pairKey({ ...pair }))));
}

/** The platform's record of one SMS; undefined where it has none. */
export async function lookUpOne(context: IExecuteFunctions, { messageId, phoneNumber }: Pair): Promise<Answer<UnknownRecord | undefined>> {
	const answer = await callApi(context, MESSAGE_STATUS, { query: { messageId, phoneNumber } });
	return !answer.ok && answer.failure.code === '4' ? { ok: true, body: undefined } : answer;
}

/** A miss is what the platform calls one (code 4); whatever else it says, or leaves out, is no answer about the SMS. */
function readEntry(entry: UnknownRecord | undefined): Answer<UnknownRecord | undefined> {
	if (entry === undefined) return { ok: false, failure: noAnswer(MULTI_STATUS, 'The platform did not answer for this SMS', 200) };
	if (asBoolean(entry.success) !== false) return { ok: true, body: entry };
	const failure = refusal(MULTI_STATUS, 200, entry);
	return failure.code === '4' || toStatus(entry.status) === 'notFound' ? { ok: true, body: undefined } : { ok: false, failure };
}

/** Ids are compared as the platform writes them, without leading zeros. */
function pairKey({ messageId, phoneNumber }: IDataObject): string {
	return `${String(messageId).replace(/^0+(?=\d)/, '')} ${String(phoneNumber)}`;
}

/** The samples send the id as a number; one that a number cannot hold goes as text. */
function asWholeNumber(messageId: string): number | string {
	const id = Number(messageId);
	return /^\d+$/.test(messageId) && Number.isSafeInteger(id) ? id : messageId;
}
