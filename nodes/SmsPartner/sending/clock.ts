import type { IExecuteFunctions } from 'n8n-workflow';

import { runOf } from './ledger';
import type { Clock } from './options';

const startOf = new WeakMap<object, Date>();

/**
 * The time of a run's first try, for all its tries: a schedule that passes between two of them would otherwise be
 * refused as in the past, for messages that the platform has accepted.
 */
export function clockOf(context: IExecuteFunctions): Clock {
	const run = runOf(context);
	const now = startOf.get(run) ?? new Date();
	startOf.set(run, now);
	return { timezone: context.getTimezone(), now };
}
