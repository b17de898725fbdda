import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { VOICE_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { asNumber, isRecord, type UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { onceForAll } from '../onceForAll';
import type { ItemResult, Operation } from '../operation';
import { rateLimitOf, rateLimitOptions } from '../rateLimit';
import { simplifyField } from '../simplify';

/** docs: voice credits. The credential puts the key into the path. */
export const VOICE_ME: Endpoint = { api: 'voice', method: 'GET', path: '/me/{apiKey}', effect: 'read', codes: VOICE_CODES, holds: ({ credit }) => asNumber(credit) !== undefined };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return onceForAll(context, items, async () => callApi(context, VOICE_ME, rateLimitOf(context, 0)), describe);
}

function describe(body: UnknownRecord) {
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

export const getBalance: Operation = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of the voice account',
		description: 'Get the credit of the Voice Partner account',
	},
	effect: 'read',
	fields: [simplifyField, rateLimitOptions],
	execute,
};
