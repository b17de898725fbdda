import { DateTime } from 'luxon';

import { accept, refuse, type Checked } from './checked';
import { readInstants } from './dates';
import { isFrenchHoliday } from './holidays';
import { comesTwice } from './localTime';

const PARIS = 'Europe/Paris';
/** The platform takes minutes in steps of five (docs: single-send). */
const STEP_MINUTES = 5;
/** Marketing SMS leave from 08:00 to 20:00 (docs: Commercial quiet hours; older pages say 22:00). */
const DAY = { start: 8, end: 20 };

/** When an SMS leaves, as the platform takes it: the wall clock of Europe/Paris in five-minute steps. */
export interface Schedule {
	/** ISO 8601 with the offset of Europe/Paris, after rounding and moving. */
	instant: string;
	/** dd/MM/yyyy */
	scheduledDeliveryDate: string;
	/** Hour, 0 to 23. */
	time: number;
	/** 0 to 55 in steps of five. */
	minute: number;
	/** Whether the instant was moved up to the next step, and no further. */
	rounded: boolean;
	/** That it was moved further, out of the hour that the platform's clock shows twice when summer time ends. */
	moved?: true;
}

/**
 * The instant the user meant: ISO with an offset or in the workflow's time zone, `YYYY-MM-DD HH:mm`, a Date, a luxon
 * DateTime, or Unix seconds or milliseconds. It must be in the future and is moved up to the next time that the platform
 * can be told. What may be read as two instants is refused, unless the platform would be told the same.
 */
export function parseSchedule(input: unknown, workflowTimezone: string, now: Date): Checked<Schedule> {
	const instants = readInstants(input, workflowTimezone);
	const written = typeof input === 'string' ? `: "${input}"` : '';
	if (!instants) {
		return refuse(
			`"Scheduled At" cannot be read${written}`,
			`Give a date and a time such as 2026-03-01T10:00 (read in the workflow's time zone, ${workflowTimezone}) or 2026-03-01T10:00:00+01:00.`,
		);
	}
	const [first, last = first] = instants;
	if (!first || !last) {
		return refuse(
			`"Scheduled At" is a time that does not exist in ${workflowTimezone}${written}`,
			'Summer time begins there, and the clocks go over it: give a time an hour earlier or later.',
		);
	}
	if (last.toMillis() <= now.getTime()) {
		return refuse(
			`"Scheduled At" is in the past: ${clock(last)}`,
			`Choose a time after ${clock(DateTime.fromJSDate(now))}, or remove the option to send at once.`,
		);
	}
	const schedule = scheduleOf(first);
	return scheduleOf(last).instant === schedule.instant
		? accept(schedule)
		: refuse(
				`"Scheduled At" is a time that comes twice in ${workflowTimezone}${written}`,
				`Summer time ends there, and the clocks go back over it: write the offset, ${iso(first)} or ${iso(last)}.`,
			);
}

function scheduleOf(instant: DateTime): Schedule {
	const step = STEP_MINUTES * 60_000;
	const next = DateTime.fromMillis(Math.ceil(instant.toMillis() / step) * step, { zone: PARIS });
	let departure = next;
	while (comesTwice(departure, PARIS)) departure = departure.plus(step);
	const moved = departure > next;
	return {
		instant: iso(departure),
		scheduledDeliveryDate: departure.toFormat('dd/MM/yyyy'),
		time: departure.hour,
		minute: departure.minute,
		rounded: !moved && departure.toMillis() !== instant.toMillis(),
		...(moved && { moved }),
	};
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
