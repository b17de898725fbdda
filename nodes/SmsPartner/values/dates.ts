import { DateTime, IANAZone } from 'luxon';

import { instantsOf } from './localTime';
import { asText, isRecord, type UnknownRecord } from './narrow';

const LOCAL_OR_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const UNIX_SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const UNIX_MILLISECONDS = /^\d{13}$/;

/**
 * A date of the platform as ISO 8601 with the offset of `zone`: Unix seconds (milliseconds when there are 13 digits),
 * ISO with an offset, `YYYY-MM-DD HH:MM:SS`, which is in `zone`, or a serialised PHP DateTime. Undefined when it cannot
 * be read.
 */
export function toIsoDate(input: unknown, zone = 'Europe/Paris'): string | undefined {
	const instant = (isRecord(input) && 'timezone' in input ? readPhpDate(input, zone) : readInstant(input, zone))?.setZone(zone);
	return instant?.isValid ? (instant.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/**
 * The instant that a date, a luxon DateTime, a Unix time or a text means; `zone` is for texts that name none. Of a time
 * that comes twice there it is the first, and a time that the clocks go over is as long after the change as it is written.
 */
export function readInstant(input: unknown, zone: string): DateTime | undefined {
	const instant = input instanceof Date ? DateTime.fromJSDate(input, { zone }) : parse(isoOf(input), zone);
	return readable(instant);
}

/** Every instant that a date may mean (values/localTime.ts); undefined when it cannot be read. */
export function readInstants(input: unknown, zone: string): DateTime[] | undefined {
	const instant = readInstant(input, zone);
	const wall = localTime(isoOf(input));
	return instant && (wall ? instantsOf(wall, zone) : [instant]);
}

/** `{ date, timezone_type, timezone }`, whose zone is an offset or a name (docs: voice, audio files). */
function readPhpDate({ date, timezone }: UnknownRecord, zone: string): DateTime | undefined {
	const written = asText(timezone) ?? zone;
	if (/^[+-]\d/.test(written)) return readInstant(`${asText(date) ?? ''}${written}`, zone);
	return readInstant(date, IANAZone.isValidZone(written) ? written : zone);
}

function parse(input: unknown, zone: string): DateTime | undefined {
	if (typeof input !== 'string' && typeof input !== 'number') return undefined;
	const text = String(input).trim();
	if (UNIX_MILLISECONDS.test(text)) return DateTime.fromMillis(Number(text));
	if (UNIX_SECONDS.test(text)) return DateTime.fromSeconds(Number(text));
	const wall = localTime(text);
	if (wall) return instantsOf(wall, zone)[0] ?? wall.setZone(zone, { keepLocalTime: true });
	const [, day, time, offset] = LOCAL_OR_OFFSET.exec(text) ?? [];
	return day === undefined ? undefined : DateTime.fromISO(`${day}T${time}${offset}`, { zone });
}

/** What a text without an offset shows, as if it were UTC; undefined for anything else. */
export function localTime(input: unknown): DateTime | undefined {
	const [, day, time, offset] = (typeof input === 'string' && LOCAL_OR_OFFSET.exec(input.trim())) || [];
	return day === undefined || offset !== undefined ? undefined : readable(DateTime.fromISO(`${day}T${time}`, { zone: 'utc' }));
}

function readable(instant: DateTime | undefined): DateTime | undefined {
	return instant?.isValid && instant.year >= 1000 && instant.year <= 9999 ? instant : undefined;
}

/** The text of a DateTime; what is no object, as it is. */
function isoOf(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return 'toISO' in value && typeof value.toISO === 'function' ? value.toISO() : undefined;
}
