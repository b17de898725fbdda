import mapValues from 'lodash/mapValues';
import type { UnknownRecord } from '../values/narrow';
import { storable, storableText } from '../values/storable';
import type { Classified } from './classify';
import { eventId } from './eventId';
import { readDeliveryReport } from './items/deliveryReport';
import { readIncomingSms } from './items/incomingSms';
import { readNumberCheck } from './items/numberCheck';
import type { Reading, Value } from './items/reading';
import { readVoiceStatus } from './items/voiceStatus';
import { timeReader, type TimeReader } from './sourceTime';

/** The fields that hold a time. */
const timeFields = ['message-timestamp', 'date', 'sendAt', 'doneAt'];

/** What an item needs besides the payload. */
export interface ItemContext {
	/** When the callback arrived. */
	now: Date;
	/** Time zone of times that come without one, or `auto`. */
	zone: string;
	includeRaw: boolean;
	/** The request as it came, where it holds more than the payload. */
	raw?: UnknownRecord;
}

export type CallbackItem = { [name: string]: Value | UnknownRecord };

/**
 * The item a workflow gets: the same names for every event and every encoding, and always the same columns, null where
 * the platform says nothing. Any database takes it. What is not recognised always carries its `raw` payload; it would be empty otherwise.
 */
export function normalise(payload: UnknownRecord, classified: Classified, context: ItemContext): CallbackItem {
	const { event } = classified;
	const { now, zone, includeRaw, raw = payload } = context;
	const timeOf = timeReader({
		times: timeFields.map((name) => payload[name]),
		now,
		zone,
		isVirtualNumber: 'channel' in classified && classified.channel === 'virtualNumber',
	});
	const { identity, phoneNumber, messageId, receivedAt, fields } = read(payload, classified, timeOf);
	const columns: { [name: string]: Value } = {
		event,
		eventId: eventId(event, identity),
		phoneNumber,
		messageId,
		receivedAt: receivedAt ?? timeOf(now.toISOString()) ?? now.toISOString(),
		...fields,
	};
	return {
		...mapValues(columns, (value) => (typeof value === 'string' ? storableText(value) : value)),
		...(includeRaw || event === 'unrecognised' ? { raw: storable(raw) } : {}),
	};
}

function read(payload: UnknownRecord, classified: Classified, timeOf: TimeReader): Reading {
	switch (classified.event) {
		case 'reply':
		case 'stop':
			return readIncomingSms(payload, classified, timeOf);
		case 'deliveryReport':
			return readDeliveryReport(payload, timeOf);
		case 'voiceStatus':
			return readVoiceStatus(payload, classified.kind, timeOf);
		case 'numberCheck':
			return readNumberCheck(payload, timeOf);
		case 'unrecognised':
			return { identity: [payload], phoneNumber: null, messageId: null, fields: {} };
	}
}
