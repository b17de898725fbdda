import { DateTime } from 'luxon';

import { accept, refuse, type Checked } from './checked';
import { readInstant } from './dates';

const WRITTEN_DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,]+)?$/;
/** The second and third are the day first, as in France; the documentation prints the second (docs: update-contact). */
const PLATFORM_FORMATS = ['yyyy-MM-dd', 'dd-MM-yyyy', 'dd/MM/yyyy'];

/** A calendar day of the platform as YYYY-MM-DD; undefined when it cannot be read. */
export function toCalendarDay(input: unknown): string | undefined {
	if (typeof input !== 'string') return undefined;
	const day = PLATFORM_FORMATS.map((format) => DateTime.fromFormat(input.trim().slice(0, 10), format)).find(({ isValid }) => isValid);
	return day?.toISODate() ?? undefined;
}

/**
 * The calendar day the user meant, as YYYY-MM-DD: a day as it is written, or that of an instant (with an offset, a
 * Date, a luxon DateTime, Unix time) in `timezone`. `fieldLabel` names the field in the refusal.
 */
export function checkCalendarDay(input: unknown, fieldLabel: string, timezone: string): Checked<string> {
	const day = (typeof input === 'string' ? writtenDay(input.trim()) : undefined) ?? dayOf(input, timezone);
	return day === undefined
		? refuse(
				`"${fieldLabel}" is not a date${typeof input === 'string' ? `: "${input}"` : ''}`,
				'Write it as year, month and day, for example 1990-05-31.',
			)
		: accept(day);
}

function writtenDay(text: string): string | undefined {
	const [, day] = WRITTEN_DAY.exec(text) ?? [];
	return day !== undefined && DateTime.fromISO(day).isValid ? day : undefined;
}

/** Databases and spreadsheets give a day as midnight UTC, which is the evening before in America. */
function dayOf(input: unknown, timezone: string): string | undefined {
	const utc = readInstant(input, timezone)?.toUTC();
	const isDay = utc !== undefined && utc.toMillis() === utc.startOf('day').toMillis();
	return (isDay ? utc : utc?.setZone(timezone))?.toISODate() ?? undefined;
}
