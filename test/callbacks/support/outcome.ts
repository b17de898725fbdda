import { classify } from '../../../nodes/SmsPartner/callbacks/classify';
import { callbackEvents, type CallbackEvent } from '../../../nodes/SmsPartner/callbacks/events';
import { normalise, type CallbackItem } from '../../../nodes/SmsPartner/callbacks/normalise';
import { readPayloads, type CallbackRequest } from '../../../nodes/SmsPartner/callbacks/payload';
import { now } from './items';

export interface Outcome {
	event: CallbackEvent;
	item: CallbackItem;
}

/** The events that have a URL. */
export const urlEvents = callbackEvents.filter(({ path }) => path !== undefined).map(({ value }) => value);

/**
 * The whole reader, in UTC, which is quickest, as the trigger uses it: the outcomes of each event of the request, one for
 * each way that the five URLs classify it.
 */
export function outcomesOf(request: CallbackRequest): Outcome[] {
	const ways = new Map<string, Outcome>();
	for (const urlEvent of urlEvents) {
		for (const [index, { fields, raw }] of readPayloads(request, urlEvent).entries()) {
			const classified = classify(fields, urlEvent);
			const key = JSON.stringify([index, classified, fields]);
			if (ways.has(key)) continue;
			ways.set(key, { event: classified.event, item: normalise(fields, classified, { now, zone: 'UTC', includeRaw: true, raw }) });
		}
	}
	return [...ways.values()];
}
