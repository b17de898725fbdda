import { DateTime, IANAZone } from 'luxon';

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

/** The instant that a date, a luxon DateTime, a Unix time or a text means; `zone` is for texts that name none. */
export function readInstant(input: unknown, zone: string): DateTime | undefined {
	const instant =
		input instanceof Date
			? DateTime.fromJSDate(input, { zone })
			: parse(typeof input === 'object' && input !== null ? isoOf(input) : input, zone);
	return instant?.isValid && instant.year >= 1000 && instant.year <= 9999 ? instant : undefined;
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
	const [, day, time, offset = ''] = LOCAL_OR_OFFSET.exec(text) ?? [];
	return day === undefined ? undefined : DateTime.fromISO(`${day}T${time}${offset}`, { zone });
}

function isoOf(value: object): unknown {
	return 'toISO' in value && typeof value.toISO === 'function' ? value.toISO() : undefined;
}
