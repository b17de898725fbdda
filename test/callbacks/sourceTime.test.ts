import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';

import { timeReader, type Source } from '../../nodes/SmsPartner/callbacks/sourceTime';

const minute = 60_000;
const dates = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => Math.floor(date.getTime() / 1_000) * 1_000);
/** An hour around the change of the clocks in Paris. */
const changes = fc
	.tuple(fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2027-10-31T01:00:00Z'), fc.integer({ min: -3 * 3_600, max: 3 * 3_600 }))
	.map(([change, seconds]) => Date.parse(change) + seconds * 1_000);
const delays = fc.integer({ min: -15 * minute, max: 15 * minute });
const zones = fc.constantFrom('UTC', 'Europe/Paris');

const written = (instant: number, zone: string) => DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');

function read(time: unknown, source: Partial<Source> = {}): string | null {
	return timeReader({ times: [time], now: new Date('2026-03-09T15:00:30Z'), zone: 'auto', isVirtualNumber: false, ...source })(time);
}

afterEach(() => {
	Settings.now = () => Date.now();
});

describe('the automatic zone', () => {
	test.each<[string | number, string, string]>([
		['2026-03-09 15:00:00', '2026-03-09T16:00:00+01:00', 'UTC, because it fits'],
		['2026-03-09 16:00:00', '2026-03-09T16:00:00+01:00', 'Paris, because it fits'],
		['2026-03-09 15:15:30', '2026-03-09T16:15:30+01:00', 'UTC, fifteen minutes ahead'],
		['2026-03-09 15:15:31', '2026-03-09T15:15:31+01:00', 'Paris, because neither fits'],
		['2026-03-09 10:00:00', '2026-03-09T10:00:00+01:00', 'Paris, hours late'],
		['2026-03-09T15:00:00Z', '2026-03-09T16:00:00+01:00', 'the one it names'],
		['2026-03-09T10:00:00+0530', '2026-03-09T05:30:00+01:00', 'the one it names, wherever'],
		[1773068400, '2026-03-09T16:00:00+01:00', 'Unix time, which has none'],
	])('reads %s as %s: %s', (time, iso, _zone) => {
		expect(read(time)).toBe(iso);
	});

	test('is UTC for replies on a virtual number where neither fits', () => {
		expect(read('2026-03-09 10:00:00', { isVirtualNumber: true })).toBe('2026-03-09T11:00:00+01:00');
		expect(read('2026-03-09 16:00:00', { isVirtualNumber: true })).toBe('2026-03-09T16:00:00+01:00');
	});

	test.each([null, undefined, '', 'yesterday', '2026-13-01 00:00:00', '0001-01-01 00:00:00', ['2026-03-09 15:00:00'], { date: '2026-03-09' }])('reads %j as none', (time) => {
		expect(read(time)).toBeNull();
	});

	test('reads a time that comes within fifteen minutes as what it was, in whichever of the two zones it is written, also while the clocks change', () => {
		fc.assert(
			fc.property(fc.oneof(dates, changes), delays, zones, fc.boolean(), (instant, delay, zone, isVirtualNumber) => {
				const iso = read(written(instant, zone), { now: new Date(instant + delay), isVirtualNumber });
				expect(iso === null ? undefined : Date.parse(iso)).toBe(instant);
			}),
			{ numRuns: 1_000 },
		);
	});

	test('is that of the latest time for all times of a payload', () => {
		const times = ['2026-03-09 10:00:00', '2026-03-09 15:00:00'];
		const readAll = (now: string) => times.map(timeReader({ times, now: new Date(now), zone: 'auto', isVirtualNumber: false }));
		expect(readAll('2026-03-09T15:01:00Z')).toEqual(['2026-03-09T11:00:00+01:00', '2026-03-09T16:00:00+01:00']);
		expect(readAll('2026-03-09T14:01:00Z')).toEqual(['2026-03-09T10:00:00+01:00', '2026-03-09T15:00:00+01:00']);
		// The first would fit in UTC; a later one does not.
		expect(readAll('2026-03-09T10:01:00Z')).toEqual(['2026-03-09T10:00:00+01:00', '2026-03-09T15:00:00+01:00']);
	});

	test('is not told by times that name theirs', () => {
		const times = ['2026-03-09T15:00:00Z', '2026-03-09 10:00:00'];
		expect(times.map(timeReader({ times, now: new Date('2026-03-09T15:00:00Z'), zone: 'auto', isVirtualNumber: false }))).toEqual(['2026-03-09T16:00:00+01:00', '2026-03-09T10:00:00+01:00']);
	});
});

describe('a zone that is chosen', () => {
	test('is that of all times, whenever they come', () => {
		expect(read('2026-03-09 15:00:00', { zone: 'Europe/Paris' })).toBe('2026-03-09T15:00:00+01:00');
		expect(read('2026-03-09 15:00:00', { zone: 'Indian/Reunion', isVirtualNumber: true })).toBe('2026-03-09T15:00:00+04:00');
		expect(read('2026-03-09T15:00:00+01:00', { zone: 'UTC' })).toBe('2026-03-09T14:00:00Z');
	});

	test('gives nothing where it is none', () => {
		expect(read('2026-03-09 15:00:00', { zone: 'Nowhere' })).toBeNull();
	});

	test('reads what a clock in it shows as a time at which it does', () => {
		const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((zone) => !/Casablanca|El_Aaiun|Troll/.test(zone)));
		fc.assert(
			fc.property(dates, anyZone, (instant, zone) => {
				const clock = written(instant, zone);
				expect(DateTime.fromISO(read(clock, { zone }) ?? '', { zone }).toFormat('yyyy-MM-dd HH:mm:ss')).toBe(clock);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('an hour that occurs twice', () => {
	test.each([
		['2026-10-25T00:31:00Z', '2026-10-25T02:30:00+02:00', 'the first, because it has just been'],
		['2026-10-25T01:31:00Z', '2026-10-25T02:30:00+01:00', 'the second, because it has just been'],
		['2026-10-25T09:00:00Z', '2026-10-25T02:30:00+02:00', 'the first, because neither has'],
		['2026-10-25T00:50:00Z', '2026-10-25T02:30:00+02:00', 'the first, because neither has just been'],
	])('is at %s read as %s: %s', (now, iso) => {
		for (const season of ['2026-01-01', '2026-07-01']) {
			Settings.now = () => Date.parse(season);
			for (const zone of ['auto', 'Europe/Paris']) expect(read('2026-10-25 02:30:00', { now: new Date(now), zone })).toBe(iso);
		}
	});

	test('and one that does not occur is read the same in every season', () => {
		for (const season of ['2026-01-01', '2026-07-01']) {
			Settings.now = () => Date.parse(season);
			expect(read('2026-03-29 02:30:00', { zone: 'Europe/Paris' })).toBe('2026-03-29T03:30:00+02:00');
		}
	});
});
