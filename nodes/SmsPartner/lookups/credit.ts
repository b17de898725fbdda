import type { IDataObject } from 'n8n-workflow';

import { COMMON_CODES, VOICE_CODES } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import type { Answer } from '../api/failure';
import { noAnswer } from '../api/judge';
import { callApi, type ApiContext } from '../api/request';
import { asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { translate } from '../values/vocabulary';

/** docs: credits */
export const SMS_ME: Endpoint = { api: 'sms', method: 'GET', path: '/me', effect: 'read', codes: COMMON_CODES, holds: ({ credits }) => isRecord(credits) };

/** docs: voice credits. The credential puts the key into the path. */
export const VOICE_ME: Endpoint = { api: 'voice', method: 'GET', path: '/me/{apiKey}', effect: 'read', codes: VOICE_CODES, holds: ({ credit }) => asNumber(credit) !== undefined };

export function describeSmsCredit(body: UnknownRecord): IDataObject {
	const user = isRecord(body.user) ? body.user : {};
	const credits = isRecord(body.credits) ? body.credits : {};
	return {
		username: asText(user.username) ?? null,
		...translate(credits, ['balance', 'currency']),
		smsRemaining: asNumber(credits.creditSms) ?? null,
		// The second name is the older one of the same figure (docs: credits).
		lowCostSmsRemaining: asNumber(credits.creditSmsECO) ?? asNumber(credits.creditSmsLowCost) ?? null,
		numberChecksRemaining: asNumber(credits.creditHlr) ?? null,
		smsToSend: asNumber(credits.toSend) ?? null,
	};
}

/** How many SMS the account can still pay for. */
export async function readSmsCredit(context: ApiContext): Promise<Answer<number>> {
	const answer = await callApi(context, SMS_ME);
	if (!answer.ok) return answer;
	const { smsRemaining } = describeSmsCredit(answer.body);
	return typeof smsRemaining === 'number' ? { ok: true, body: smsRemaining } : { ok: false, failure: noAnswer(SMS_ME, 'The platform does not say how many SMS are left', 200) };
}

export function describeVoiceCredit(body: UnknownRecord): IDataObject {
	const details = isRecord(body.details) ? body.details : {};
	const voicemails = isRecord(details.voice) ? details.voice : {};
	return {
		...translate(body, ['credit', 'currency']),
		mobileSpeechSeconds: seconds(details.tts),
		landlineSpeechSeconds: seconds(details.tts_fixe),
		voicemailsRemaining: asNumber(voicemails.message) ?? null,
	};
}

/** `{ h, m, s }`, whose seconds may exceed 59 (docs: voice credits). */
function seconds(duration: unknown): number | null {
	if (!isRecord(duration)) return null;
	const { h, m, s } = duration;
	return (asNumber(h) ?? 0) * 3600 + (asNumber(m) ?? 0) * 60 + (asNumber(s) ?? 0);
}
