import { DateTime } from 'luxon';

import { isFrenchHoliday } from '../../nodes/SmsPartner/values/holidays';

function holidaysOf(year: number): string[] {
	const days = Array.from({ length: 366 }, (_, index) => DateTime.fromISO(`${year}-01-01T12:00`, { zone: 'Europe/Paris' }).plus({ days: index }));
	return days.filter((day) => day.year === year && isFrenchHoliday(day)).map((day) => day.toFormat('MM-dd'));
}

// Easter Monday, Ascension and Whit Monday as the calendars print them; Easter is earliest in 2008 and latest in 2038.
test.each([
	[2008, ['03-24', '05-01', '05-12']],
	[2024, ['04-01', '05-09', '05-20']],
	[2025, ['04-21', '05-29', '06-09']],
	[2026, ['04-06', '05-14', '05-25']],
	[2027, ['03-29', '05-06', '05-17']],
	[2038, ['04-26', '06-03', '06-14']],
])('the French holidays of %i are the eight fixed ones and %p', (year, movable) => {
	const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
	expect(holidaysOf(year)).toEqual([...new Set([...fixed, ...movable])].sort());
});
