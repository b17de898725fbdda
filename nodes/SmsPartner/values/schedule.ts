import { DateTime } from 'luxon';

import { accept, refuse, type Checked } from './checked';
import { readInstant } from './dates';
import { isFrenchHoliday } from './holidays';

const PARIS = 'Europe/Paris';
/** The platform takes minutes in steps of five (docs: single-send). */
const STEP_MINUTES = 5;
/** Marketing SMS leave from 08:00 to 20:00 (docs: Commercial quiet hours; older pages say 22:00). */
const DAY = { start: 8, end: 20 };

/** When an SMS leaves, as the platform takes it: the wall clock of Europe/Paris in five-minute steps. */
export interface Schedule {
	/** ISO 8601 with the offset of Europe/Paris, after rounding. */
	instant: string;
	/** dd/MM/yyyy */
	scheduledDeliveryDate: string;
	/** Hour, 0 to 23. */
	time: number;
	/** 0 to 55 in steps of five. */
	minute: number;
	/** Whether the instant was moved up to the next step. */
	rounded: boolean;
}

/**
 * The instant the user meant: ISO with an offset or in the workflow's time zone, `YYYY-MM-DD HH:mm`, a Date, a luxon
 * DateTime, or Unix seconds or milliseconds. It must be in the future and is moved up to the next five-minute step.
 */
export function parseSchedule(input: unknown, workflowTimezone: string, now: Date): Checked<Schedule> {
	const instant = readInstant(input, workflowTimezone);
	if (!instant) {
		return refuse(
			`"Scheduled At" cannot be read${typeof input === 'string' ? `: "${input}"` : ''}`,
			`Give a date and a time such as 2026-03-01T10:00 (read in the workflow's time zone, ${workflowTimezone}) or 2026-03-01T10:00:00+01:00.`,
		);
	}
	if (instant.toMillis() <= now.getTime()) {
		return refuse(
			`"Scheduled At" is in the past: ${clock(instant)}`,
			`Choose a time after ${clock(DateTime.fromJSDate(now))}, or remove the option to send at once.`,
		);
	}
	const step = STEP_MINUTES * 60_000;
	const departure = DateTime.fromMillis(Math.ceil(instant.toMillis() / step) * step, { zone: PARIS });
	return accept({
		instant: iso(departure),
		scheduledDeliveryDate: departure.toFormat('dd/MM/yyyy'),
		time: departure.hour,
		minute: departure.minute,
		rounded: departure.toMillis() !== instant.toMillis(),
	});
}

/** Whether the platform would hold a marketing SMS at this instant: nights, Sundays and French public holidays. */
export function inQuietHours(instant: Date): boolean {
	const local = DateTime.fromJSDate(instant, { zone: PARIS });
	return !isWorkingDay(local) || local.hour < DAY.start || local.hour >= DAY.end;
}

/**
 * When a marketing SMS of this instant leaves, as ISO 8601 with the offset of Europe/Paris: the instant itself outside
 * the quiet hours, else 08:00 of the next working day, which is today before 08:00.
 */
export function nextDeliveryWindow(instant: Date): string {
	const local = DateTime.fromJSDate(instant, { zone: PARIS });
	if (!inQuietHours(instant)) return iso(local);
	let opening = local.startOf('day').set({ hour: DAY.start });
	while (opening <= local || !isWorkingDay(opening)) opening = opening.plus({ days: 1 });
	return iso(opening);
}

/**
 * Saturday is one: the documentation holds whole days on Sundays and public holidays only (also error 23), and French
 * "jours ouvrables" run from Monday to Saturday.
 */
function isWorkingDay(day: DateTime): boolean {
	return day.weekday !== 7 && !isFrenchHoliday(day);
}

function iso(instant: DateTime): string {
	return instant.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

function clock(instant: DateTime): string {
	return `${instant.setZone(PARIS).toFormat('dd/MM/yyyy HH:mm')} (${PARIS})`;
}
