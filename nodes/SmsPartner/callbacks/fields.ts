import isEqual from 'lodash/isEqual';
import type { UnknownRecord } from '../values/narrow';

/** The fields that callbacks are read by (docs: webhooks). */
export const knownNames: readonly string[] = [
	...['type', 'phone_number', 'text', 'message_id'],
	...['msisdn', 'to', 'messageId', 'keyword', 'message-timestamp'],
	...['concat', 'concat-ref', 'concat-total', 'concat-part'],
	...['status', 'msgId', 'date', 'phone', 'cost', 'currency', 'tag'],
	...['mccMnc', 'ported', 'errorGrpId', 'errorName', 'errorDesc'],
	...['campaign_token', 'campaign_id', 'delivered_quantity', 'total_quantity'],
	...['campaignId', 'additionnal_status', 'phoneNumber', 'sendAt', 'doneAt', 'duration'],
	...['audioFileComplementaire', 'number'],
];

const nameByLowerCase = new Map(knownNames.map((name) => [name.toLowerCase(), name]));

export function isKnownName(name: string): boolean {
	return nameByLowerCase.has(name.toLowerCase());
}

/** What an operator signs its own callbacks with, should the platform pass it on. */
export function isOperatorSecret(name: string): boolean {
	return /^(?:api[-_]?key|nonce|sig|timestamp)$/i.test(name);
}

/**
 * The known fields under their own names, whatever their case, each with its one value when it is given several times
 * or as a list (`text=STOP&text=STOP`, `type[]=stop`). Values that differ stay a list. Other fields stay as they are.
 */
export function settleFields(payload: UnknownRecord): UnknownRecord {
	const settled: Array<[string, unknown]> = [];
	const known = new Map<string, unknown[]>();
	for (const key of Object.keys(payload)) {
		const name = nameByLowerCase.get(key.toLowerCase());
		const values = name === undefined ? undefined : known.get(name);
		if (name === undefined) settled.push([key, payload[key]]);
		else if (values === undefined) known.set(name, [payload[key]]);
		else values.push(payload[key]);
	}
	for (const [name, values] of known) settled.push([name, single(values.length > 1 ? values.flat() : values[0])]);
	return Object.fromEntries(settled);
}

function single(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	const [first, ...others]: unknown[] = value;
	return value.length > 0 && others.every((other) => isEqual(other, first)) ? first : value;
}
