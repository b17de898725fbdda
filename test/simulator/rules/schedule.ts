import { DateTime } from 'luxon';
import { Refusal, type FieldProblem } from '../refusal';
import { PLATFORM_ZONE } from './dates';
import { integer, text, type Fields } from './values';

export interface Schedule {
	/** Undefined for a send at once, and when there are problems. */
	at?: DateTime;
	/** What a code 9 answer lists. */
	problems: FieldProblem[];
}

/**
 * Reads `scheduledDeliveryDate` (dd/mm/YYYY), `time` (0 to 24) and `minute` (0 to 55 in steps of 5)
 * (docs: single-send). Codes 45, 47, 48 and 49 are thrown, the rest belongs in the list of code 9.
 */
export function readSchedule(body: Fields, now: Date): Schedule {
	const date = text(body.scheduledDeliveryDate);
	const time = text(body.time);
	const minute = text(body.minute);
	if (date === undefined) {
		if (time !== undefined || minute !== undefined) throw new Refusal(45);
		return { problems: [] };
	}
	const day = readDay(date);
	const minutes = readMinute(minute);
	const hours = integer(time);

	const problems: FieldProblem[] = [];
	const at = day.plus({ days: hours === 24 ? 1 : 0 }).set({ hour: (hours ?? 0) % 24, minute: minutes });
	if (at.toMillis() <= now.getTime()) {
		problems.push({
			field: 'scheduledDeliveryDate',
			message: `La date (${date} à ${time ?? ''}:${minute ?? ''}) est anterieure a la date actuelle.`,
		});
	}
	if (minute === undefined) problems.push({ field: 'minute', message: 'La minute est requise' });
	if (time === undefined) {
		problems.push({ field: 'time', message: "L'heure est requise" });
	} else if (hours === undefined || hours < 0 || hours > 24) {
		problems.push({ field: 'time', message: `Cette heure n'est pas valide (${time})` });
	}
	return problems.length > 0 ? { problems } : { at, problems };
}

function readDay(written: string): DateTime {
	const day = DateTime.fromFormat(written, 'dd/MM/yyyy', { zone: PLATFORM_ZONE });
	if (!/^\d{2}\/\d{2}\/\d{4}$/.test(written) || !day.isValid) throw new Refusal(49);
	return day;
}

function readMinute(written: string | undefined): number {
	if (written === undefined) return 0;
	const minute = integer(written);
	if (minute === undefined || minute < 0 || minute > 55) throw new Refusal(47);
	if (minute % 5 !== 0) throw new Refusal(48);
	return minute;
}
