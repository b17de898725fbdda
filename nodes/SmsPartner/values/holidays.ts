import { DateTime } from 'luxon';

/** French public holidays of every year, as month-day. */
const FIXED = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50];

/** Whether a day is a public holiday in the whole of France (Alsace-Moselle and overseas have more). */
export function isFrenchHoliday(day: DateTime): boolean {
	if (FIXED.has(day.toFormat('MM-dd'))) return true;
	const easter = easterSunday(day.year);
	return AFTER_EASTER.some((days) => easter.plus({ days }).hasSame(day.setZone('utc', { keepLocalTime: true }), 'day'));
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): DateTime {
	const century = Math.floor(year / 100);
	const golden = year % 19;
	const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
	const epact = (19 * golden + correction + 15) % 30;
	const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
	const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
	return DateTime.utc(year, 3, 28).plus({ days: moon - weekday });
}
