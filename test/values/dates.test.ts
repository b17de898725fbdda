import fc from 'fast-check';
import { Settings } from 'luxon';

import { readInstant, readInstants, toIsoDate } from '../../nodes/SmsPartner/values/dates';
import deliveryReport from '../fixtures/webhook.dlr.json';
import numberCheck from '../fixtures/webhook.hlr.json';
import reply from '../fixtures/webhook.vn-reply.json';
import voiceSms from '../fixtures/webhook.voice-sms.json';
import singleStatus from '../fixtures/sms-message-status.success.json';
import singleStatusOfTheSdk from '../fixtures/sms-message-status.success.sdk.json';

test.each<[string, unknown, string]>([
	['the delivery report', deliveryReport.date, '2025-12-03T14:28:05+01:00'],
	['the number check', numberCheck.date, '2018-03-05T11:34:52.355+01:00'],
	['a reply', reply['message-timestamp'], '2016-03-10T09:51:46+01:00'],
	['a voice status', voiceSms.doneAt, '2026-01-13T11:35:12+01:00'],
	['a status', singleStatus.date, '2015-02-07T22:39:46+01:00'],
	['a status of the SDK', singleStatusOfTheSdk.date, '2018-08-18T20:00:06+02:00'],
])('reads the date of %s: %p', (_where, input, expected) => {
	expect(toIsoDate(input)).toBe(expected);
});

test.each<[unknown, string | undefined, string]>([
	['2026-07-01 10:00:00.123456', undefined, '2026-07-01T10:00:00.123+02:00'],
	['2026-07-01 10:00:00.000000', undefined, '2026-07-01T10:00:00+02:00'],
	['2026-07-01T10:00:00Z', undefined, '2026-07-01T12:00:00+02:00'],
	['2026-07-01T10:00:00+00:00', 'UTC', '2026-07-01T10:00:00Z'],
	['2026-07-01 10:00:00', 'America/Martinique', '2026-07-01T10:00:00-04:00'],
	[1764768485000, undefined, '2025-12-03T14:28:05+01:00'],
	['1764768485000', 'UTC', '2025-12-03T13:28:05Z'],
	[' 1764768485 ', 'UTC', '2025-12-03T13:28:05Z'],
	[new Date(1764768485000), undefined, '2025-12-03T14:28:05+01:00'],
])('%p with zone %p is %s', (input, zone, expected) => {
	expect(toIsoDate(input, zone)).toBe(expected);
});

test.each<[unknown]>([
	[''],
	[' '],
	['yesterday'],
	['....'],
	['2026-07-01'],
	['0000-00-00 00:00:00'],
	['0001-01-01 00:00:00'],
	['2026-13-01 10:00:00'],
	['2026-07-01 10:00:00 Paris'],
	['123'],
	['176476848500'],
	['17647684850000'],
	[0],
	[-1],
	[Number.NaN],
	[true],
	[null],
	[undefined],
	[{}],
	[[]],
	[{ toISO: () => null }],
	[new Date(Number.NaN)],
])('%p cannot be read', (input) => {
	expect(toIsoDate(input)).toBeUndefined();
});

test('a zone that does not exist reads nothing', () => {
	expect(toIsoDate(1764768485, 'Mars/Olympus')).toBeUndefined();
	expect(toIsoDate('2026-07-01 10:00:00', 'Mars/Olympus')).toBeUndefined();
});

test('every way of writing an instant gives the same date', () => {
	const seconds = fc.integer({ min: 1e9, max: 4e9 });
	fc.assert(
		fc.property(seconds, fc.constantFrom('Europe/Paris', 'UTC', 'Pacific/Noumea', 'America/Martinique'), (unix, zone) => {
			const expected = toIsoDate(unix, zone);
			expect(Date.parse(expected ?? '')).toBe(unix * 1000);
			for (const form of [String(unix), unix * 1000, new Date(unix * 1000), new Date(unix * 1000).toISOString(), expected]) {
				expect(toIsoDate(form, zone)).toBe(expected);
			}
		}),
	);
});

test('readInstant keeps the instant whatever the zone of the reader', () => {
	expect(readInstant('2026-07-01T10:00:00+02:00', 'Asia/Tokyo')?.toMillis()).toBe(Date.UTC(2026, 6, 1, 8));
	expect(readInstant('2026-07-01T10:00:00', 'Asia/Tokyo')?.toMillis()).toBe(Date.UTC(2026, 6, 1, 1));
});

test.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])('a time at a change of the clocks is read alike in winter and in summer: %s', (today) => {
	const clockOfLuxon = Settings.now;
	Settings.now = () => Date.parse(today);
	try {
		expect(toIsoDate('2025-10-26 02:30:00')).toBe('2025-10-26T02:30:00+02:00');
		expect(toIsoDate('2027-03-28 02:30:00')).toBe('2027-03-28T03:30:00+02:00');
	} finally {
		Settings.now = clockOfLuxon;
	}
});

test.each<[unknown, number | undefined]>([
	['2026-10-25T02:30', 2],
	['2026-10-25T02:30+01:00', 1],
	[{ toISO: () => '2026-10-25T02:30' }, 2],
	[new Date('2026-10-25T01:30:00Z'), 1],
	[Date.UTC(2026, 9, 25, 1, 30), 1],
	['2027-03-28T02:30', 0],
	['2026-02-30T02:30', undefined],
	['tomorrow', undefined],
])('%j may mean %p instants in Paris', (input, count) => {
	expect(readInstants(input, 'Europe/Paris')?.length).toBe(count);
});

test.each([
	[{ date: '2018-04-16 13:26:46.000000', timezone_type: 3, timezone: 'Europe/Paris' }, '2018-04-16T13:26:46+02:00'],
	[{ date: '2018-04-16 13:26:46.000000', timezone_type: 3, timezone: 'UTC' }, '2018-04-16T15:26:46+02:00'],
	[{ date: '2018-04-16 13:26:46.000000', timezone_type: 1, timezone: '+05:30' }, '2018-04-16T09:56:46+02:00'],
	[{ date: '2018-04-16 13:26:46.000000', timezone_type: 2, timezone: 'CEST' }, '2018-04-16T13:26:46+02:00'],
	[{ date: '2018-04-16 13:26:46.000000', timezone: null }, '2018-04-16T13:26:46+02:00'],
	[{ date: 'soon', timezone_type: 3, timezone: 'UTC' }, undefined],
	[{ timezone: '+01:00' }, undefined],
])('a serialised PHP DateTime: %j', (input, expected) => {
	expect(toIsoDate(input)).toBe(expected);
});
