import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';

import { showsAcceptance } from '../api/acceptance';
import { VOICE_CODES, VOICE_REACHES } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import { type UnknownRecord, asBoolean, asText, isRecord } from '../values/narrow';
import type { Schedule } from '../values/schedule';
import { broadcastKind, type BroadcastDelivery } from './broadcast';
import type { SendKind } from './kind';

/** How voice messages go out by one endpoint; `describe` gives what output items take from its answer. */
export function voiceKind(path: string, describe: (body: UnknownRecord) => IDataObject): SendKind<BroadcastDelivery> {
	const endpoint: Endpoint = {
		api: 'voice',
		method: 'POST',
		path,
		effect: 'write',
		codes: VOICE_CODES,
		reaches: VOICE_REACHES,
		showsAcceptance,
		recognises: (body) => asBoolean(body.success) === undefined && asText(body.campaignId) !== undefined,
		holds: (body) => asText(body.campaignId) !== undefined,
	};
	return broadcastKind({ endpoint, phoneNumbers: (numbers) => numbers.join(','), describe, unit: 'calls', idName: 'campaignId', skips: ['duplicates'], parts: byCountry });
}

/** When a voice message leaves: `YYYY-MM-DD HH:MM:00` in Paris (docs: voice, scheduledDate). */
export function voiceDeparture(schedule: Schedule | undefined): IDataObject {
	return schedule ? { scheduledDate: `${schedule.instant.slice(0, 16).replace('T', ' ')}:00` } : {};
}

/** `detail` holds the totals of each country by its calling code; recipients of other countries share those of the whole. */
function byCountry(batch: readonly BroadcastDelivery[], body: UnknownRecord): Array<[readonly BroadcastDelivery[], UnknownRecord]> {
	const detail = isRecord(body.detail) ? body.detail : {};
	// A longer code is the closer match: +1868 before +1.
	const callingCodes = Object.keys(detail).sort((a, b) => b.length - a.length);
	const groups = groupBy(batch, ({ phoneNumber }) => callingCodes.find((callingCode) => phoneNumber.startsWith(`+${callingCode}`)) ?? '');
	if (groups[''] !== undefined) return [[batch, body]];
	return Object.entries(groups).map(([callingCode, part]) => {
		const totals = detail[callingCode];
		return [part, { ...body, ...(isRecord(totals) ? totals : {}) }];
	});
}
