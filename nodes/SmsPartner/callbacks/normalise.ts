import mapValues from 'lodash/mapValues';
import { toIsoDate } from '../values/dates';
import type { UnknownRecord } from '../values/narrow';
import { storable, storableText } from '../values/storable';
import type { Classified } from './classify';
import { eventId } from './eventId';
import { readDeliveryReport } from './items/deliveryReport';
import { readIncomingSms } from './items/incomingSms';
import { readNumberCheck } from './items/numberCheck';
import type { ItemContext, Reading, Value } from './items/reading';
import { readVoiceStatus } from './items/voiceStatus';

export type CallbackItem = { [name: string]: Value | UnknownRecord };

/**
 * The item a workflow gets: the same names for every event and every encoding, and always the same columns, null where
 * the platform says nothing. Any database takes it. What is not recognised always carries its `raw` payload; it would be empty otherwise.
 */
export function normalise(payload: UnknownRecord, classified: Classified, context: ItemContext): CallbackItem {
	const { event } = classified;
	const { now, zone, includeRaw, raw = payload } = context;
	const { identity, phoneNumber, messageId, receivedAt, fields } = read(payload, classified, context);
	const columns: { [name: string]: Value } = {
		event,
		eventId: eventId(event, identity),
		phoneNumber,
		messageId,
		receivedAt: receivedAt ?? toIsoDate(now, zone) ?? now.toISOString(),
		...fields,
	};
	return {
		...mapValues(columns, (value) => (typeof value === 'string' ? storableText(value) : value)),
		...(includeRaw || event === 'unrecognised' ? { raw: storable(raw) } : {}),
	};
}

function read(payload: UnknownRecord, classified: Classified, context: ItemContext): Reading {
	switch (classified.event) {
		case 'reply':
		case 'stop':
			return readIncomingSms(payload, classified, context);
		case 'deliveryReport':
			return readDeliveryReport(payload, context);
		case 'voiceStatus':
			return readVoiceStatus(payload, classified.kind, context);
		case 'numberCheck':
			return readNumberCheck(payload, context);
		case 'unrecognised':
			return { identity: [payload], phoneNumber: null, messageId: null, fields: {} };
	}
}
