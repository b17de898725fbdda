import { DateTime } from 'luxon';

import { checkCalendarDay, toCalendarDay } from '../../nodes/SmsPartner/values/calendarDay';

describe('toCalendarDay', () => {
	it.each([
		['2023-01-31', '2023-01-31'],
		['2023-01-31 10:00:00', '2023-01-31'],
		['2023-01-31T00:00:00+01:00', '2023-01-31'],
		['12-06-2020', '2020-06-12'],
		['12/06/2020', '2020-06-12'],
		['', undefined],
		['0000-00-00', undefined],
		['YYYY-MM-DD', undefined],
		['2023-13-01', undefined],
		[null, undefined],
		[20230131, undefined],
	])('reads %j as %j', (input, day) => {
		expect(toCalendarDay(input)).toBe(day);
	});
});

describe('checkCalendarDay', () => {
	it.each<[unknown, string, string]>([
		['1990-05-31', 'America/New_York', '1990-05-31'],
		[' 1990-05-31 ', 'Europe/Paris', '1990-05-31'],
		['1990-05-31T00:00:00', 'America/New_York', '1990-05-31'],
		['1990-05-31 20:00', 'America/New_York', '1990-05-31'],
		['1990-05-31T00:00:00.000Z', 'America/New_York', '1990-05-31'],
		['1990-05-30T22:00:00.000Z', 'Europe/Paris', '1990-05-31'],
		['1990-05-31T00:00:00.000+02:00', 'Europe/Paris', '1990-05-31'],
		[new Date('1990-05-31T00:00:00Z'), 'America/New_York', '1990-05-31'],
		[DateTime.fromISO('1990-05-31', { zone: 'America/New_York' }), 'America/New_York', '1990-05-31'],
		[644112000, 'Europe/Paris', '1990-05-31'],
	])('reads %s in %s as %s', (input, timezone, day) => {
		expect(checkCalendarDay(input, 'Birth Date', timezone)).toEqual({ ok: true, value: day });
	});

	it.each(['31/05/1990', '05/31/1990', '1990-02-30', 'yesterday', '', true, {}])('refuses %j and says how to write it', (input) => {
		expect(checkCalendarDay(input, 'Birth Date', 'Europe/Paris')).toMatchObject({
			ok: false,
			message: expect.stringContaining('"Birth Date" is not a date'),
			description: expect.stringContaining('1990-05-31'),
		});
	});
});
