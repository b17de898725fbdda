import memoize from 'lodash/memoize';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import type { ReadParameter } from '../../fields/readParameter';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkRateLimit, rateLimitOptions, type RateLimit } from '../../running/rateLimit';
import { checkCalendarDay } from '../../values/calendarDay';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { toIsoDate } from '../../values/dates';
import { asList, asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';

/** docs: sending statistics. Its success has no code. */
const COST_RESUME: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/statistics/cost-resume',
	effect: 'read',
	codes: {
		...COMMON_CODES,
		1: NO_KEY,
		9: 'One or more values are not accepted; the text above names them. Check Interval, From and To.',
	},
	holds: (body) => Array.isArray(body.datas),
};

/** The platform's names of the intervals. */
const INTERVALS: Readonly<Record<string, string>> = { lastMonth: 'last_month', lastTwelveMonths: 'last_twelve_months', custom: 'custom' };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const present = presenter(context);
	// The platform takes few of these requests: items that ask for the same share one.
	const lookUp = memoize(
		async (query: IDataObject, rateLimit: RateLimit) => callApi(context, COST_RESUME, { query, ...rateLimit }),
		(query) => JSON.stringify(query),
	);
	return eachItem(
		context,
		items,
		(itemIndex) => checkAll({ query: checkInterval(read, itemIndex, context.getTimezone()), rateLimit: checkRateLimit(read, itemIndex) }),
		async ({ query, rateLimit }) => {
			const answer = await lookUp(query, rateLimit);
			if (!answer.ok) return answer;
			return { json: asList(answer.body.datas).filter(isRecord).map((row) => present(describe(row), row)) };
		},
	);
}

function checkInterval(read: ReadParameter, itemIndex: number, timezone: string): Checked<IDataObject> {
	const interval = INTERVALS[String(read('interval', itemIndex))];
	if (interval === undefined) return refuse('Interval is none of the known ones', 'Choose Last Month, Last Twelve Months or Custom in Interval.');
	if (interval !== INTERVALS.custom) return accept({ interval });
	const days = checkAll({
		from: checkCalendarDay(read('from', itemIndex), 'From', timezone),
		to: checkCalendarDay(read('to', itemIndex), 'To', timezone),
	});
	if (!days.ok) return days;
	const { from, to } = days.value;
	return from > to
		? refuse(`"From" is after "To": ${from} and ${to}`, 'Give the first day in From and the last day in To.')
		: accept({ interval, from: dayFirst(from), to: dayFirst(to) });
}

/** `DD-MM-YYYY`, unlike the dates of sending (docs: sending statistics). */
function dayFirst(day: string): string {
	return day.split('-').reverse().join('-');
}

/** Rows of a custom interval may be of other types than `month`. The platform counts in euros everywhere. */
function describe(row: UnknownRecord): IDataObject {
	return {
		startsAt: toIsoDate(row.date) ?? null,
		type: asText(row.type) ?? null,
		year: asNumber(row.year) ?? null,
		month: asNumber(row.m) ?? null,
		smsSent: asNumber(row.nb_send) ?? null,
		...translate({ currency: 'EUR', ...row }, ['cost', 'currency']),
	};
}

export const getStatistics: Operation = {
	option: {
		name: 'Get Statistics',
		value: 'getStatistics',
		action: 'Get statistics',
		description: 'How many SMS were sent and what they cost, month by month',
	},
	effect: 'read',
	lists: true,
	fields: [
		{
			displayName: 'Interval',
			name: 'interval',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Custom', value: 'custom', description: 'From one day to another' },
				{ name: 'Last Month', value: 'lastMonth' },
				{ name: 'Last Twelve Months', value: 'lastTwelveMonths' },
			],
			default: 'lastMonth',
			description: 'The time for which SMS are counted',
		},
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'First day to count',
			displayOptions: { show: { interval: ['custom'] } },
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Last day to count',
			displayOptions: { show: { interval: ['custom'] } },
		},
		simplifyField,
		rateLimitOptions,
	],
	execute,
};
