import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../api/endpoint';
import type { Failure } from '../api/failure';
import type { UnknownRecord } from '../values/narrow';
import type { NonEmpty } from '../values/nonEmpty';

/** Something for one recipient, out of one input item. Its identity is that of the object. */
export interface Delivery {
	itemIndex: number;
	/** E.164 */
	phoneNumber: string;
}

/** What became of one delivery: the fields of its output item, or why there is none. */
export type Outcome = { ok: true; json: IDataObject } | { ok: false; failure: Failure };

/** How one kind of message goes out: what may share a request, the request, and how its answer reads. */
export interface SendKind<D extends Delivery> {
	/** Deliveries with equal keys can share a request. */
	key(delivery: D): string;
	/** Most recipients in one request. */
	maxBatch(delivery: D): number;
	/** Tells deliveries of one run apart, also when n8n calls the node again. */
	identity(delivery: D): string;
	request(batch: NonEmpty<D>): SendRequest;
	/** One outcome for each delivery of an accepted batch. */
	read(batch: NonEmpty<D>, body: UnknownRecord): Map<D, Outcome>;
	/** Whether a complaint about this field or code concerns the batch as a whole, beyond those that always do. */
	concernsAll?(batch: NonEmpty<D>, complaint: { field?: string; code?: string }): boolean;
}

export interface SendRequest {
	endpoint: Endpoint;
	body: IDataObject;
	/** Seconds. */
	timeout?: number;
	/** Seconds. */
	waitOnRateLimit?: number;
}
