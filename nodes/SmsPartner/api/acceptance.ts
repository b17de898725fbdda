import { asBoolean, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';

/** No documented answer nests deeper. */
const MAX_DEPTH = 6;

const IDS = new Set(['message_id', 'messageId', 'campaignId', 'campaign_id']);
const AMOUNTS = new Set(['nb_sms', 'nbSMS', 'nbSms', 'nb_rcs', 'nbline_imported', 'nbline_updated', 'cost']);

/**
 * Whether an answer shows that something was taken, also one that refuses: an id, a count or a cost above 0, or an entry
 * with a success of its own. Nowhere is documented that a refused request has sent nothing.
 */
export function showsAcceptance(body: UnknownRecord): boolean {
	return Object.entries(body).some(([name, value]) => isSign(name, value) || showsIn(value, 1));
}

function showsIn(value: unknown, depth: number): boolean {
	if (depth > MAX_DEPTH) return false;
	if (Array.isArray(value)) return value.some((entry) => showsIn(entry, depth + 1));
	if (!isRecord(value)) return false;
	return asBoolean(value.success) === true || Object.entries(value).some(([name, inner]) => isSign(name, inner) || showsIn(inner, depth + 1));
}

function isSign(name: string, value: unknown): boolean {
	if (IDS.has(name)) return asText(value) !== undefined && asNumber(value) !== 0;
	return AMOUNTS.has(name) && (asNumber(value) ?? 0) > 0;
}

/** Lists of recipients in an answer, whatever they are called. PHP writes a list with gaps as an object: `{"0":…,"2":…}`. */
export function entryLists(body: UnknownRecord): UnknownRecord[][] {
	return Object.values(body).map((value) => {
		const entries = isRecord(value) ? Object.entries(value).flatMap(([name, entry]) => (/^\d+$/.test(name) ? [entry] : [])) : value;
		return Array.isArray(entries) ? entries.filter(isRecord) : [];
	});
}
