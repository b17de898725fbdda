import maxBy from 'lodash/maxBy';
import once from 'lodash/once';
import type { DateTime } from 'luxon';

import { localTime, readInstant, toIsoDate } from '../values/dates';
import { instantsOf } from '../values/localTime';
import { asText } from '../values/narrow';

/** Times without a zone are read in the one that fits their arrival. */
export const automaticZone = 'auto';

/** The zone of times without one: the platform's (docs: webhooks show local times). */
export const platformZone = 'Europe/Paris';

/** The zone of an operator's own callbacks: replies on a virtual number look like them (docs: webhooks). */
const operatorZone = 'UTC';

/** A callback comes soon after what it tells, and the nearest of the two zones is an hour away. */
const soonMs = 15 * 60_000;

/** Reads a time of a callback as ISO 8601; null where there is none. */
export type TimeReader = (time: unknown) => string | null;

export interface Source {
	/** All times of the payload: the latest that names no zone tells in which it is. */
	times: readonly unknown[];
	/** When the payload arrived. */
	now: Date;
	/** `auto`, or the name of a zone. */
	zone: string;
	isVirtualNumber: boolean;
}

/**
 * How the times of one payload are read. They are given in Paris time, or in the zone that the user has chosen. An hour
 * that occurs twice is the one that has just been, or else the first.
 */
export function timeReader(source: Source): TimeReader {
	const shown = source.zone === automaticZone ? platformZone : source.zone;
	// Most times need none.
	const zoneOf = once(() => (source.zone === automaticZone ? fittingZone(source) : source.zone));
	return (time) => {
		// Dates of callbacks are numbers or text (docs: webhooks); other ones name a zone, and luxon keeps every spelling for ever.
		const text = asText(time);
		const wall = localTime(text);
		if (wall === undefined) return toIsoDate(text, shown) ?? null;
		const zone = zoneOf();
		const [first = readInstant(text, zone), second = first] = instantsOf(wall, zone);
		const instant = second !== undefined && isSoon(second, source.now) ? second : first;
		return instant?.setZone(shown).toISO({ suppressMilliseconds: true }) ?? null;
	};
}

function fittingZone({ times, now, isVirtualNumber }: Source): string {
	const walls = times.flatMap((time) => localTime(asText(time)) ?? []);
	const latest = maxBy(walls, (wall) => wall.toMillis());
	const isFitting = (zone: string) => latest !== undefined && instantsOf(latest, zone).some((instant) => isSoon(instant, now));
	return [operatorZone, platformZone].find(isFitting) ?? (isVirtualNumber ? operatorZone : platformZone);
}

function isSoon(instant: DateTime, now: Date): boolean {
	return Math.abs(instant.toMillis() - now.getTime()) <= soonMs;
}
