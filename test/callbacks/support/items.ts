import { classify } from '../../../nodes/SmsPartner/callbacks/classify';
import type { CallbackEvent } from '../../../nodes/SmsPartner/callbacks/events';
import type { ItemContext } from '../../../nodes/SmsPartner/callbacks/normalise';
import { normalise, type CallbackItem } from '../../../nodes/SmsPartner/callbacks/normalise';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';

/** A winter noon in UTC, one o'clock in Paris. */
export const now = new Date('2026-01-15T12:00:00.000Z');
export const nowInParis = '2026-01-15T13:00:00+01:00';

const usual: ItemContext = { now, zone: 'Europe/Paris', includeRaw: false };

/** The item of a payload, as the trigger would make it. */
export function itemOf(
	payload: UnknownRecord,
	context: Partial<ItemContext> = {},
	urlEvent?: CallbackEvent,
): CallbackItem {
	return normalise(payload, classify(payload, urlEvent), { ...usual, ...context });
}
