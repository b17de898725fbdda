import { asBoolean, asNumber, type UnknownRecord } from '../../values/narrow';
import { smsText } from '../smsText';

/** More than a concatenated SMS can have: its header has one byte for the count. */
const maxTotal = 255;
/** No SMS part is near it; whatever else claims to be one is not kept. */
export const maxSize = 20_000;

/** Which part of how many these fields are; undefined where they are a message of their own, whatever numbers they bear. */
export function placeOf(fields: UnknownRecord): { part: number; total: number } | undefined {
	const total = asNumber(fields['concat-total']);
	const part = asNumber(fields['concat-part']);
	if (!isCount(total) || total < 2 || !isCount(part) || part > total || asBoolean(fields.concat) === false) return undefined;
	return smsText(fields.text) !== undefined && JSON.stringify(fields).length <= maxSize ? { part, total } : undefined;
}

export function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxTotal;
}
