import fc from 'fast-check';
import { DateTime } from 'luxon';

import { comesTwice, instantsOf } from '../../nodes/SmsPartner/values/localTime';

const at = (wall: string, zone: string) => instantsOf(DateTime.fromISO(wall, { zone: 'utc' }), zone).map((instant) => instant.toISO({ suppressMilliseconds: true, suppressSeconds: true }));

it.each<[string, string, string[]]>([
	['2026-07-01T10:00', 'Europe/Paris', ['2026-07-01T10:00+02:00']],
	['2026-10-25T01:59', 'Europe/Paris', ['2026-10-25T01:59+02:00']],
	['2026-10-25T02:00', 'Europe/Paris', ['2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00']],
	['2026-10-25T02:59', 'Europe/Paris', ['2026-10-25T02:59+02:00', '2026-10-25T02:59+01:00']],
	['2026-10-25T03:00', 'Europe/Paris', ['2026-10-25T03:00+01:00']],
	['2027-03-28T01:59', 'Europe/Paris', ['2027-03-28T01:59+01:00']],
	['2027-03-28T02:00', 'Europe/Paris', []],
	['2027-03-28T02:59', 'Europe/Paris', []],
	['2027-03-28T03:00', 'Europe/Paris', ['2027-03-28T03:00+02:00']],
	['2027-04-04T01:45', 'Australia/Lord_Howe', ['2027-04-04T01:45+11:00', '2027-04-04T01:45+10:30']],
	['2011-12-30T12:00', 'Pacific/Apia', []],
	['2026-07-01T10:00', 'UTC', ['2026-07-01T10:00Z']],
	['2026-07-01T10:00', 'Mars/Olympus', []],
	['2026-02-30T10:00', 'Europe/Paris', []],
])('%s in %s is %j', (wall, zone, instants) => {
	expect(at(wall, zone)).toEqual(instants);
});

it('finds every instant by what the clocks of its zone show, and no other', () => {
	const zones = fc.constantFrom('Europe/Paris', 'Europe/London', 'America/New_York', 'America/Martinique', 'Australia/Lord_Howe', 'Pacific/Noumea', 'Asia/Kathmandu');
	fc.assert(
		fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }), zones, (date, zone) => {
			const instant = DateTime.fromJSDate(date, { zone });
			const found = instantsOf(instant.setZone('utc', { keepLocalTime: true }), zone);
			expect(found.map(Number)).toContain(date.getTime());
			for (const other of found) expect(other.toFormat('yyyy-MM-dd HH:mm:ss.SSS')).toBe(instant.toFormat('yyyy-MM-dd HH:mm:ss.SSS'));
			expect(comesTwice(instant, zone)).toBe(found.length === 2);
		}),
		{ numRuns: 300 },
	);
});

it.each([
	['2026-10-25T01:59+02:00', false],
	['2026-10-25T02:00+02:00', true],
	['2026-10-25T02:59+01:00', true],
	['2026-10-25T03:00+01:00', false],
	['2027-03-28T03:00+02:00', false],
])('Paris shows %s twice: %p', (written, expected) => {
	expect(comesTwice(DateTime.fromISO(written), 'Europe/Paris')).toBe(expected);
});
