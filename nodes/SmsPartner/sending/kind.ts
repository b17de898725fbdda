import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../api/endpoint';
import type { Failure } from '../api/failure';
import type { UnknownRecord } from '../values/narrow';
import type { NonEmpty } from '../values/nonEmpty';
import type { SmsStatus } from '../values/status';
import type { Guards, Skip, SkipReason } from './guards';

/** Something for one recipient, out of one input item. Its identity is that of the object. */
export interface Delivery {
	itemIndex: number;
	/** Its place among all recipients of the run, as they were written. */
	place?: number;
	/** E.164 */
	phoneNumber: string;
	/** What must hold before it goes out; nothing unless the user asked for it. */
	guards?: Guards;
}

/** What became of one delivery: the fields of its output item, or why there is none. */
export type Outcome = { ok: true; json: IDataObject } | { ok: false; failure: Failure };

/** What is known of a delivery that was not read from an answer: it was skipped, or the platform lists it. */
export interface Known {
	status: SmsStatus;
	/** The platform's id of the message. */
	id: string | null;
	segments: number;
	cost: number | null;
	currency: string | null;
	skipped: SkipReason | null;
}

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
	/** What the output says of a delivery whatever the platform answers. Without it, nothing is known but from answers. */
	describe?(delivery: D, known: Known): IDataObject;
	/** What the output calls the platform's id; `messageId` if not given. */
	idName?: string;
	/** Whom it can leave out. */
	skips?: readonly Skip[];
	/** The tag under which the platform lists it, if it does. */
	tag?(delivery: D): string | undefined;
	/** What is billed, in the plural. */
	unit: string;
	/** How many of them will be billed for it; 1 if not given. */
	billed?(delivery: D): number;
	/** Whether it is billed at all. */
	isFree?(delivery: D): boolean;
}

export interface SendRequest {
	endpoint: Endpoint;
	body: IDataObject;
	/** Seconds. */
	timeout?: number;
	/** Seconds. */
	waitOnRateLimit?: number;
}
