import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';

import { inQuietHours, nextDeliveryWindow, parseSchedule } from '../../nodes/SmsPartner/values/schedule';

const now = new Date('2026-01-15T12:00:00Z');

test.each<[string, unknown, string, string]>([
	// what, input, workflow time zone, expected wall clock in Paris
	['ISO with an offset, winter', '2026-02-01T10:00:00+01:00', 'UTC', '01/02/2026 10:00'],
	['ISO with an offset, summer', '2026-07-01T10:00:00+02:00', 'UTC', '01/07/2026 10:00'],
	['UTC, winter', '2026-02-01T10:00:00Z', 'Asia/Tokyo', '01/02/2026 11:00'],
	['UTC, summer', '2026-07-01T10:00:00.000Z', 'Asia/Tokyo', '01/07/2026 12:00'],
	['ISO in the zone of the workflow', '2026-07-01T10:00:00', 'America/New_York', '01/07/2026 16:00'],
	['without seconds', '2026-07-01T10:00', 'Europe/Paris', '01/07/2026 10:00'],
	['with a space', '2026-07-01 10:00', 'Europe/Paris', '01/07/2026 10:00'],
	['with a space and seconds', '2026-07-01 10:00:00', 'Europe/Paris', '01/07/2026 10:00'],
	['a Date', new Date('2026-02-01T10:00:00Z'), 'UTC', '01/02/2026 11:00'],
	['a luxon DateTime', DateTime.fromISO('2026-02-01T10:00', { zone: 'Asia/Tokyo' }), 'UTC', '01/02/2026 02:00'],
	['anything with toISO', { toISO: () => '2026-02-01T10:00:00.000Z' }, 'UTC', '01/02/2026 11:00'],
	['Unix milliseconds', Date.UTC(2026, 1, 1, 10), 'Asia/Tokyo', '01/02/2026 11:00'],
	['Unix seconds', Date.UTC(2026, 1, 1, 10) / 1000, 'Asia/Tokyo', '01/02/2026 11:00'],
	['over midnight by rounding', '2026-12-31T23:56:00', 'Europe/Paris', '01/01/2027 00:00'],
	['the last hour before summer time', '2026-03-29T00:59:00Z', 'UTC', '29/03/2026 03:00'],
	['the last minute before the hour that comes twice', '2026-10-25T01:55:00+02:00', 'UTC', '25/10/2026 01:55'],
	['the first minute after it', '2026-10-25T03:00:00+01:00', 'UTC', '25/10/2026 03:00'],
])('%s: %p in %s leaves at %s', (_what, input, zone, expected) => {
	const result = parseSchedule(input, zone, now);
	if (!result.ok) throw new Error(result.message);
	const { scheduledDeliveryDate, time, minute } = result.value;
	expect(`${scheduledDeliveryDate} ${[time, minute].map((part) => String(part).padStart(2, '0')).join(':')}`).toBe(expected);
});

test('gives every field of the schedule', () => {
	expect(parseSchedule('2026-07-01T10:01:00', 'Europe/Paris', now)).toEqual({
		ok: true,
		value: {
			instant: '2026-07-01T10:05:00+02:00',
			scheduledDeliveryDate: '01/07/2026',
			time: 10,
			minute: 5,
			rounded: true,
		},
	});
});

test.each<[unknown, RegExp, RegExp]>([
	['2026-01-15T12:00:00Z', /^"Scheduled At" is in the past: 15\/01\/2026 13:00/, /after 15\/01\/2026 13:00 \(Europe\/Paris\)/],
	['2025-07-01T10:00:00', /in the past/, /remove the option to send at once/],
	['tomorrow', /^"Scheduled At" cannot be read: "tomorrow"$/, /2026-03-01T10:00 .*Europe\/Paris/],
	['2026-07-01', /cannot be read/, /a date and a time/],
	['01/07/2026 10:00', /cannot be read/, /2026-03-01T10:00/],
	['2026-02-30T10:00', /cannot be read/, /./],
	['2026-07-01T25:00', /cannot be read/, /./],
	['', /cannot be read/, /./],
	[undefined, /cannot be read$/, /./],
	[Number.NaN, /cannot be read/, /./],
	[12, /cannot be read/, /./],
	[new Date(Number.NaN), /cannot be read/, /./],
	[DateTime.invalid('not a date'), /cannot be read/, /./],
	[{ toISO: () => null }, /cannot be read/, /./],
])('refuses %p', (input, message, description) => {
	expect(parseSchedule(input, 'Europe/Paris', now)).toEqual({
		ok: false,
		message: expect.stringMatching(message),
		description: expect.stringMatching(description),
	});
});

describe('the hour that Paris has twice when summer time ends', () => {
	it.each<[string, unknown, string]>([
		['in summer time', '2026-10-25T02:30+02:00', 'UTC'],
		['in winter time', '2026-10-25T02:30+01:00', 'UTC'],
		['in UTC', '2026-10-25T01:00:00Z', 'Asia/Tokyo'],
		['as Paris shows it', '2026-10-25T02:30', 'Europe/Paris'],
		['as a city with the same clocks shows it', '2026-10-25 02:30', 'Europe/Berlin'],
		['as London shows it, where it is the hour before', '2026-10-25T01:30', 'Europe/London'],
		['a Date', new Date('2026-10-25T00:30:00Z'), 'UTC'],
		['a DateTime', DateTime.fromISO('2026-10-25T02:30+01:00', { setZone: true }), 'UTC'],
		['Unix seconds', Date.UTC(2026, 9, 25, 1, 54) / 1000, 'UTC'],
		['reached by rounding', '2026-10-25T01:58', 'Europe/Paris'],
		['left by rounding, in one of the two', '2026-10-25T02:58', 'Europe/Paris'],
	])('%s: moved to the first time that can be told', (_what, input, zone) => {
		expect(parseSchedule(input, String(zone), now)).toEqual({
			ok: true,
			value: { instant: '2026-10-25T03:00:00+01:00', scheduledDeliveryDate: '25/10/2026', time: 3, minute: 0, rounded: false, moved: true },
		});
	});

	it.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])('is read alike in winter and in summer: %s', (today) => {
		const clockOfLuxon = Settings.now;
		Settings.now = () => Date.parse(today);
		try {
			expect(parseSchedule('2026-10-25T02:30', 'Europe/Paris', now)).toMatchObject({ value: { instant: '2026-10-25T03:00:00+01:00' } });
			expect(parseSchedule('2026-11-01T01:30', 'America/New_York', now)).toMatchObject({ ok: false });
		} finally {
			Settings.now = clockOfLuxon;
		}
	});

	it('is moved as long as its second half is to come', () => {
		expect(parseSchedule('2026-10-25T02:30', 'Europe/Paris', new Date('2026-10-25T01:00:00Z'))).toMatchObject({ ok: true, value: { moved: true } });
		expect(parseSchedule('2026-10-25T02:30', 'Europe/Paris', new Date('2026-10-25T01:45:00Z'))).toMatchObject({ ok: false, message: expect.stringContaining('in the past') });
	});
});

it.each([
	['2026-11-01T01:30', 'America/New_York', /2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00/],
	['2027-04-04 02:15:00', 'Australia/Sydney', /\+11:00 or .*\+10:00/],
	['2027-04-04T01:45', 'Australia/Lord_Howe', /\+11:00 or .*\+10:30/],
])('refuses %s, which comes twice in %s, and says what to write', (input, zone, description) => {
	expect(parseSchedule(input, zone, now)).toEqual({
		ok: false,
		message: `"Scheduled At" is a time that comes twice in ${zone}: "${input}"`,
		description: expect.stringMatching(description),
	});
});

it.each([
	['2027-03-28T02:30', 'Europe/Paris'],
	['2027-03-28 02:00:00', 'Europe/Paris'],
	['2027-03-28T02:59:59', 'Europe/Berlin'],
	['2027-03-28T01:30', 'Europe/London'],
	['2027-03-14T02:30', 'America/New_York'],
])('refuses %s, which does not exist in %s', (input, zone) => {
	expect(parseSchedule(input, zone, now)).toEqual({
		ok: false,
		message: `"Scheduled At" is a time that does not exist in ${zone}: "${input}"`,
		description: expect.stringContaining('an hour earlier or later'),
	});
});

it.each(['2027-03-28T01:55', '2027-03-28T03:00', '2026-10-25T01:55', '2026-10-25T03:00'])('takes %s in Paris, beside the hour of the change', (input) => {
	const schedule = parseSchedule(input, 'Europe/Paris', now);
	expect(schedule).toMatchObject({ ok: true, value: { rounded: false, instant: expect.stringContaining(input) } });
	expect(schedule).not.toHaveProperty('value.moved');
});

describe('whatever is asked for', () => {
	/** Independent of luxon. */
	const paris = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
	const inParis = (millis: number) => paris.format(millis).replace(/\D+/g, ' ');

	/** The nights of the changes more often than others. */
	const changes = [2026, 2027, 2028, 2029, 2030].flatMap((year) =>
		[3, 10].map((month) => DateTime.utc(year, month, 31, 1)).map((last) => last.minus({ days: last.weekday % 7 }).toMillis()),
	);
	const inAmerica = [Date.UTC(2026, 10, 1, 6), Date.UTC(2027, 2, 14, 7), Date.UTC(2027, 10, 7, 6)];
	const instants = fc.oneof(
		fc.integer({ min: now.getTime() + 1, max: Date.UTC(2034, 0, 1) }),
		fc.tuple(fc.constantFrom(...changes, ...inAmerica), fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 })).map(([change, ms]) => Math.max(change + ms, now.getTime() + 1)),
	);

	it('what leaves means one instant, that of the output, never earlier and hardly later than asked unless it is told', () => {
		const offsets = fc.constantFrom('+00:00', '+01:00', '+02:00', '-05:00', '+05:30', '+12:45');
		const forms: Array<(millis: number, offset: string) => unknown> = [
			(millis) => new Date(millis),
			(millis) => millis,
			(millis, offset) => DateTime.fromMillis(millis, { zone: `UTC${offset}` }).toISO(),
			(millis, offset) => DateTime.fromMillis(millis, { zone: `UTC${offset}` }),
		];
		fc.assert(
			fc.property(instants, offsets, fc.constantFrom(...forms), (millis, offset, form) => {
				const result = parseSchedule(form(millis, offset), 'America/New_York', now);
				if (!result.ok) throw new Error(result.message);
				const { instant, scheduledDeliveryDate, time, minute, rounded, moved } = result.value;
				const departure = Date.parse(instant);
				const wall = [...scheduledDeliveryDate.split('/'), ...[time, minute].map((part) => String(part).padStart(2, '0'))].join(' ');
				expect(inParis(departure)).toBe(wall);
				for (const hours of [-1, 1]) expect(inParis(departure + hours * 3_600_000)).not.toBe(wall);
				expect(minute % 5).toBe(0);
				const added = departure - millis;
				expect(added).toBeGreaterThanOrEqual(0);
				expect(added).toBeLessThan(moved ? 2 * 3_600_000 + 5 * 60_000 : 5 * 60_000);
				expect(rounded).toBe(added > 0 && !moved);
			}),
			{ numRuns: 500 },
		);
	});

	it('a local time is the instant at which the clocks show it, or is refused', () => {
		const zones = fc.constantFrom('Europe/Paris', 'Europe/London', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata', 'UTC');
		fc.assert(
			fc.property(instants, zones, (millis, zone) => {
				const local = DateTime.fromMillis(millis, { zone }).startOf('minute').plus({ minutes: 1 });
				const exact = parseSchedule(local.toISO(), zone, now);
				const result = parseSchedule(local.toFormat("yyyy-MM-dd'T'HH:mm"), zone, now);
				if (result.ok) expect(result.value.instant).toBe(exact.ok && exact.value.instant);
				else expect(result.message).toContain('comes twice');
			}),
			{ numRuns: 500 },
		);
	});
});

test.each<[string, string, boolean, string]>([
	['a weekday at noon', '2026-04-08T12:00:00', false, '2026-04-08T12:00:00+02:00'],
	['a weekday at 08:00', '2026-04-08T08:00:00', false, '2026-04-08T08:00:00+02:00'],
	['a weekday before 08:00', '2026-04-08T07:59:59', true, '2026-04-08T08:00:00+02:00'],
	['a weekday just before 20:00', '2026-04-08T19:59:59', false, '2026-04-08T19:59:59+02:00'],
	['a weekday at 20:00', '2026-04-08T20:00:00', true, '2026-04-09T08:00:00+02:00'],
	['after midnight', '2026-04-09T00:30:00', true, '2026-04-09T08:00:00+02:00'],
	['Saturday at noon', '2026-04-11T12:00:00', false, '2026-04-11T12:00:00+02:00'],
	['Saturday evening', '2026-04-11T20:30:00', true, '2026-04-13T08:00:00+02:00'],
	['Sunday', '2026-04-12T12:00:00', true, '2026-04-13T08:00:00+02:00'],
	['Saturday evening before Easter Monday', '2026-04-04T21:00:00', true, '2026-04-07T08:00:00+02:00'],
	['the evening before 1 May, a Friday', '2026-04-30T20:00:00', true, '2026-05-02T08:00:00+02:00'],
	['the night of the change to summer time', '2026-03-28T23:00:00', true, '2026-03-30T08:00:00+02:00'],
	['the last evening of the year', '2026-12-31T22:00:00', true, '2027-01-02T08:00:00+01:00'],
])('quiet hours: %s', (_what, wallClock, quiet, leaves) => {
	const instant = DateTime.fromISO(wallClock, { zone: 'Europe/Paris' }).toJSDate();
	expect([inQuietHours(instant), nextDeliveryWindow(instant)]).toEqual([quiet, leaves]);
});

test('a delivery window is never quiet, and opens within four days', () => {
	fc.assert(
		fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (instant) => {
			const opening = new Date(nextDeliveryWindow(instant));
			expect(inQuietHours(opening)).toBe(false);
			expect(opening.getTime() - instant.getTime()).toBeGreaterThan(-1000);
			expect(opening.getTime() - instant.getTime()).toBeLessThan(4 * 86_400_000);
		}),
	);
});

test('quiet hours are those of a calendar that is computed another way', () => {
	const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short', hour: '2-digit', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' });
	/** Gauss, for the 20th and 21st centuries: days from 22 March to Easter Sunday. */
	const easter = (year: number) => {
		const moon = (19 * (year % 19) + 24) % 30;
		const weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
		return weekday === 6 && (moon === 29 || (moon === 28 && year % 19 > 10)) ? moon - 1 : moon + weekday;
	};
	const fixed = ['01/01', '01/05', '08/05', '14/07', '15/08', '01/11', '11/11', '25/12'];
	fc.assert(
		fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (instant) => {
			const { weekday, day, month, year, hour } = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
			const sinceEaster = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 2, 22)) / 86_400_000 - easter(Number(year));
			const holiday = fixed.includes(`${day}/${month}`) || [1, 39, 50].includes(sinceEaster);
			expect(inQuietHours(instant)).toBe(weekday === 'Sun' || holiday || Number(hour) < 8 || Number(hour) >= 20);
		}),
		{ numRuns: 500 },
	);
});
