import fc from 'fast-check';
import { DateTime } from 'luxon';

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
	['the first hour after summer time', '2026-10-25T01:00:00Z', 'UTC', '25/10/2026 02:00'],
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

test('rounds up by less than five minutes, and only what needs it', () => {
	const later = fc.integer({ min: 1, max: 400 * 86_400_000 }).map((ms) => new Date(now.getTime() + ms));
	fc.assert(
		fc.property(later, (instant) => {
			const result = parseSchedule(instant, 'UTC', now);
			if (!result.ok) throw new Error(result.message);
			const { instant: departure, scheduledDeliveryDate, time, minute, rounded } = result.value;
			const added = Date.parse(departure) - instant.getTime();
			expect(added).toBeGreaterThanOrEqual(0);
			expect(added).toBeLessThan(5 * 60_000);
			expect(rounded).toBe(added > 0);
			expect(minute % 5).toBe(0);
			const [, year, month, day, hour, minutes] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(departure) ?? [];
			expect([scheduledDeliveryDate, time, minute]).toEqual([`${day}/${month}/${year}`, Number(hour), Number(minutes)]);
		}),
	);
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
