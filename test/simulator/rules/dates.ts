import { DateTime } from 'luxon';

/** The zone is not documented; the platform is French (docs: conventions). */
export const PLATFORM_ZONE = 'Europe/Paris';

/** `YYYY-MM-DD HH:MM:SS` in Paris, the platform's usual way of writing a date. */
export function wallTime(date: Date): string {
	return inParis(date).toFormat('yyyy-MM-dd HH:mm:ss');
}

/** `2025-03-12T13:49:22+01:00` in Paris, as groups and contacts have it. */
export function offsetTime(date: Date): string {
	return inParis(date).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** `YYYY-MM` in Paris. */
export function monthOf(date: Date): string {
	return inParis(date).toFormat('yyyy-MM');
}

/** Unix seconds. */
export function unixSeconds(date: Date): number {
	return Math.floor(date.getTime() / 1000);
}

function inParis(date: Date): DateTime {
	return DateTime.fromJSDate(date, { zone: PLATFORM_ZONE });
}
