import uniq from 'lodash/uniq';
import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;

/**
 * Every instant at which the clocks of a zone show a time, the earliest first: none where they go forward over it, two
 * where they go back. `wall` shows the time, as if it were UTC. luxon gives one, which depends on today's offset.
 */
export function instantsOf(wall: DateTime, zone: string): DateTime[] {
	const shown = wall.toMillis();
	const offsets = uniq([shown - DAY_MS, shown + DAY_MS].map((millis) => DateTime.fromMillis(millis, { zone }).offset));
	return offsets
		.map((offset) => ({ offset, instant: DateTime.fromMillis(shown - offset * 60_000, { zone }) }))
		.filter(({ offset, instant }) => instant.offset === offset)
		.map(({ instant }) => instant)
		.sort((a, b) => a.toMillis() - b.toMillis());
}

/** Whether a zone shows the time of an instant twice, so that only an offset tells which is meant. */
export function comesTwice(instant: DateTime, zone: string): boolean {
	return instantsOf(instant.setZone(zone).setZone('utc', { keepLocalTime: true }), zone).length > 1;
}
