import countBy from 'lodash/countBy';
import partition from 'lodash/partition';

import type { UnknownRecord } from '../values/narrow';
import type { CallbackEvent } from './events';

const maxFields = 20;
const maxFieldLength = 40;

/** The body of every 200: enough to see in a log what a callback was taken for. */
export function accepted(event: CallbackEvent) {
	return { received: true, event };
}

/** An event the user did not select: acknowledged, so that the platform does not send it again, and dropped. */
export function ignored(event: CallbackEvent) {
	return { received: true, event, ignored: true };
}

/** The answer to a list of events: how many of each. */
export function acceptedList(events: readonly CallbackEvent[], isSelected: (event: CallbackEvent) => boolean) {
	const [selected, others] = partition(events, isSelected);
	return { received: true, events: countBy(selected), ...(others.length > 0 && { ignored: countBy(others) }) };
}

/** The body of a 400: what was not understood, without repeating any value. */
export function refused(payload: UnknownRecord) {
	const fields = Object.keys(payload)
		.slice(0, maxFields)
		.map((field) => field.slice(0, maxFieldLength));
	const message =
		fields.length === 0
			? 'The request holds no fields. The URL works: paste it where SMS Partner asks for it.'
			: 'The fields of the request are those of no reply, STOP, delivery report, voice status or number check.';
	return { received: false, error: 'unrecognised', message, fields };
}
