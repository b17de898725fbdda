import type { IDataObject } from 'n8n-workflow';

import { TEXT_CODES } from '../api/codes';
import type { Endpoint } from '../api/endpoint';
import type { UnknownRecord } from '../values/narrow';
import { NO_GUARDS, type Guards, type Skip } from './guards';
import type { Delivery, Outcome, SendKind } from './kind';
import { requestOptions, type CommonOptions } from './options';
import { shareOf } from './totals';

/** One message for any number of recipients, checked. */
export interface Broadcast {
	/** The request without its recipients, in the platform's names. */
	body: IDataObject;
	/** What the output items say of it whatever the platform answers. */
	shown: IDataObject;
	options: CommonOptions;
	guards: Guards;
	/** Equal where one request can serve. */
	key: string;
}

export type BroadcastDelivery = Delivery & { broadcast: Broadcast };

export interface BroadcastRules {
	endpoint: Endpoint;
	/** The platform's `phoneNumbers`: a comma-separated text or a list. */
	phoneNumbers(numbers: string[]): string | string[];
	/** What an output item takes from the answer besides status, segments, cost and currency: its id first. */
	describe(body: UnknownRecord): IDataObject;
	/** What is billed, in the plural. */
	unit: string;
	/** What the output calls the platform's id; `messageId` if not given. */
	idName?: string;
	/** Whom it can leave out. */
	skips: readonly Skip[];
	tag?(delivery: BroadcastDelivery): string | undefined;
	/** The recipients of an answer whose totals are not over all of them, with the totals of each part. */
	parts?(batch: readonly BroadcastDelivery[], body: UnknownRecord): Array<[readonly BroadcastDelivery[], UnknownRecord]>;
}

export function toBroadcast(body: IDataObject, shown: IDataObject, options: CommonOptions, guards: Guards = NO_GUARDS): Broadcast {
	const { batchSize } = options;
	return { body, shown, options, guards, key: JSON.stringify([body, batchSize, requestOptions(options)]) };
}

/** How messages go out that are the same for everyone in a request. */
export function broadcastKind({ endpoint, phoneNumbers, describe, unit, idName = 'messageId', skips, tag, parts }: BroadcastRules): SendKind<BroadcastDelivery> {
	return {
		key: ({ broadcast }) => broadcast.key,
		maxBatch: ({ broadcast }) => broadcast.options.batchSize,
		// Without the message: an expression such as {{ $now }} may read differently when n8n calls the node again.
		identity: ({ itemIndex, phoneNumber }) => `${itemIndex} ${phoneNumber}`,
		request: (batch) => {
			const [{ broadcast }] = batch;
			const numbers = phoneNumbers(batch.map(({ phoneNumber }) => phoneNumber));
			return { endpoint, body: { phoneNumbers: numbers, ...broadcast.body }, ...requestOptions(broadcast.options) };
		},
		read: (batch, body) => {
			const described = describe(body);
			return new Map((parts?.(batch, body) ?? [[batch, body]]).flatMap(([part, totals]) => sharedOutcomes(part, totals, described)));
		},
		// Everything but the numbers is the same for all.
		concernsAll: (batch, { field, code }) =>
			batch.length > 1 && ((field !== undefined && field !== '' && !/^phoneNumbers?$/.test(field)) || (code !== undefined && TEXT_CODES.has(code))),
		describe: ({ broadcast }, { id, skipped, ...known }) => ({ ...describe({ messageId: id, campaignId: id }), ...known, ...broadcast.shown, skipped }),
		unit,
		idName,
		skips,
		...(tag && { tag }),
	};
}

function sharedOutcomes(part: readonly BroadcastDelivery[], totals: UnknownRecord, described: IDataObject): Array<[BroadcastDelivery, Outcome]> {
	const { status, segments = null, cost, currency } = shareOf(totals, part.length);
	return part.map((delivery) => [
		delivery,
		{ ok: true, json: { ...described, status, segments, cost, currency, ...delivery.broadcast.shown, skipped: null } },
	]);
}
