import { DateTime } from 'luxon';
import { constraintsFailed, type FieldProblem } from '../refusal';
import { perMinute } from '../rateLimits';
import { PLATFORM_ZONE } from '../rules/dates';
import { text, type Fields } from '../rules/values';
import type { Platform } from '../state';
import type { Endpoint } from './endpoint';

/** What sending cost, month by month; its success has no code (docs: sending statistics). */
export const costResume: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/statistics/cost-resume',
	keyIn: 'query',
	rateLimit: perMinute(5),
	answer({ fields }, platform) {
		const { from, to } = readInterval(fields, platform.now());
		const datas: object[] = [];
		for (let month = from; month <= to; month = month.plus({ months: 1 })) datas.push(monthRow(month, platform));
		return { success: true, datas };
	},
};

interface Months {
	/** Starts of the first and the last month, in Paris. */
	from: DateTime;
	to: DateTime;
}

/** Bad intervals have no documented code; 9 is that of other endpoints. Whether the twelve months end with this one is not said. */
function readInterval(fields: Fields, now: Date): Months {
	const thisMonth = DateTime.fromJSDate(now, { zone: PLATFORM_ZONE }).startOf('month');
	switch (text(fields.interval)) {
		case 'last_month':
			return { from: thisMonth.minus({ months: 1 }), to: thisMonth.minus({ months: 1 }) };
		case 'last_twelve_months':
			return { from: thisMonth.minus({ months: 11 }), to: thisMonth };
		case 'custom':
			return customInterval(fields);
		default:
			throw constraintsFailed([{ field: 'interval', message: "Cet intervalle n'est pas valide" }]);
	}
}

function customInterval(fields: Fields): Months {
	const from = readDay(fields.from);
	const to = readDay(fields.to);
	const problems: FieldProblem[] = [];
	if (!from) problems.push({ field: 'from', message: "Cette date n'est pas valide" });
	if (!to || (from && from > to)) problems.push({ field: 'to', message: "Cette date n'est pas valide" });
	if (!from || !to || problems.length > 0) throw constraintsFailed(problems);
	return { from: from.startOf('month'), to: to.startOf('month') };
}

/** `DD-MM-YYYY`, unlike the dates of sending. */
function readDay(written: unknown): DateTime | undefined {
	const day = DateTime.fromFormat(text(written) ?? '', 'dd-MM-yyyy', { zone: PLATFORM_ZONE });
	return day.isValid ? day : undefined;
}

function monthRow(month: DateTime, platform: Platform): object {
	const { cost, sent } = platform.sentIn(month.toFormat('yyyy-MM'));
	return {
		month: month.setLocale('en').toFormat('LLLL').toLowerCase(),
		year: month.toFormat('yyyy'),
		m: month.toFormat('MM'),
		date: month.toUnixInteger(),
		type: 'month',
		cost: cost.toFixed(3),
		nb_send: String(sent),
	};
}
