import type { Clock } from '../sending/options';
import { accept, refuse, type Checked } from '../values/checked';
import { readInstants } from '../values/dates';
import { asNumber, asText, isRecord } from '../values/narrow';
import { isHole } from '../values/option';

/** When the wait of an SMS ends that goes out at this time. */
export type WaitLimit = (sentAt: Date) => Date;

export const DEFAULT_AMOUNT = 45;
export const DEFAULT_UNIT = 'minutes';

const UNITS: Readonly<Record<string, number>> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const MAX_MS = 366 * 86_400_000;

/**
 * "Limit Wait Time" as the user filled it in, in the shape of n8n's own nodes that wait. n8n stores a limit that is left
 * at its defaults as an empty one.
 */
export function checkLimit(input: unknown, { timezone, now }: Clock): Checked<WaitLimit> {
	const values = isRecord(input) && isRecord(input.values) ? input.values : {};
	if (['limitType', 'resumeAmount', 'resumeUnit'].some((name) => isHole(values, name))) return unreadable;
	return values.limitType === 'atSpecifiedTime'
		? checkInstant(values.maxDateAndTime, timezone, now)
		: checkInterval(values.resumeAmount ?? DEFAULT_AMOUNT, values.resumeUnit ?? DEFAULT_UNIT);
}

function checkInterval(amount: unknown, unit: unknown): Checked<WaitLimit> {
	const name = asText(unit) ?? '';
	const unitMs = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
	const count = asNumber(amount);
	if (unitMs === undefined || count === undefined) return unreadable;
	const ms = count * unitMs;
	if (ms <= 0) return refuse('"Limit Wait Time" is 0 or less', 'Give an amount above 0: how long to wait for the answer. Nothing was sent.');
	return ms > MAX_MS ? tooLong : accept((sentAt) => new Date(sentAt.getTime() + ms));
}

function checkInstant(input: unknown, timezone: string, now: Date): Checked<WaitLimit> {
	const instants = readInstants(input, timezone);
	if (instants === undefined) {
		return refuse(
			'"Max Date and Time" of Limit Wait Time cannot be read',
			`Give a date and a time such as 2026-03-01T10:00 (read in the workflow's time zone, ${timezone}).`,
		);
	}
	// Of a time that comes twice, the second: it is never too early to go on waiting.
	const instant = instants.at(-1)?.toJSDate();
	if (instant === undefined) {
		return refuse(
			`"Max Date and Time" of Limit Wait Time is a time that does not exist in ${timezone}`,
			'Summer time begins there, and the clocks go over it: give a time an hour earlier or later.',
		);
	}
	if (instant <= now) return refuse('"Max Date and Time" of Limit Wait Time is in the past', 'Give a time at which the answer can still come.');
	return instant.getTime() - now.getTime() > MAX_MS ? tooLong : accept(() => instant);
}

const unreadable = refuse('"Limit Wait Time" cannot be read', 'Give an amount such as 45 and a unit: seconds, minutes, hours or days.');
const tooLong = refuse('"Limit Wait Time" is longer than a year', 'Give a limit of a year at most.');
