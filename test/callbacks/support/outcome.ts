import { classify } from '../../../nodes/SmsPartner/callbacks/classify';
import { callbackEvents, type CallbackEvent } from '../../../nodes/SmsPartner/callbacks/events';
import { normalise, type CallbackItem } from '../../../nodes/SmsPartner/callbacks/normalise';
import { readPayload, type CallbackRequest } from '../../../nodes/SmsPartner/callbacks/payload';
import { now } from './items';

export interface Outcome {
	event: CallbackEvent;
	item: CallbackItem;
}

/** The events that have a URL. */
export const urlEvents = callbackEvents.filter(({ path }) => path !== undefined).map(({ value }) => value);

/** The whole reader, in UTC, which is quickest, as the trigger uses it: one outcome for each way that the five URLs classify the request. */
export function outcomesOf(request: CallbackRequest): Outcome[] {
	const { fields, raw } = readPayload(request);
	const ways = new Map(
		urlEvents.map((urlEvent) => {
			const classified = classify(fields, urlEvent);
			return [JSON.stringify(classified), classified] as const;
		}),
	);
	return [...ways.values()].map((classified) => ({
		event: classified.event,
		item: normalise(fields, classified, { now, zone: 'UTC', includeRaw: true, raw }),
	}));
}
