import type { UnknownRecord } from '../values/narrow';

/**
 * What went wrong, in plain facts. A failure never holds a request, a URL, a header or the caught error,
 * so no API key can travel in it.
 */
export interface Failure {
	kind: FailureKind;
	/** What happened: the platform's own words where it gave some. */
	message: string;
	/** What it means here and how to fix it. */
	description: string;
	/** The platform's code, or the network's (`ECONNREFUSED`). */
	code?: string;
	httpStatus?: number;
	/** The platform's complaints field by field, if it listed them. */
	fields?: FieldComplaint[];
	/** It is no matter of one recipient: nothing more of this run can go through, or must not be tried. */
	concernsAll?: true;
	/** What the platform refused with, where something may have gone through all the same. */
	refusal?: Failure;
	/** The refusal came without a body that can be read. */
	bodiless?: true;
	/** The id that the platform gave the message all the same. */
	messageId?: string;
	/** The platform has no such route: the request met nothing that could refuse it or act on it. */
	unknownRoute?: true;
}

/**
 * - `input`: refused here, nothing was sent to the platform
 * - `refused`: the platform answered no
 * - `unreachable`: the request certainly did not arrive
 * - `rateLimited`: 429, after waiting
 * - `unknown`: the request may or may not have taken effect
 * - `unreadable`: a look-up got no usable answer
 * - `notStarted`: not asked of the platform, because of what became of others of the run
 */
export type FailureKind = 'input' | 'refused' | 'unreachable' | 'rateLimited' | 'unknown' | 'unreadable' | 'notStarted';

export interface FieldComplaint {
	/** The platform's parameter name, such as `phoneNumbers`. */
	field: string;
	message: string;
}

/** `signs` is the body of an answer that is no success and yet shows that something was taken. */
export type Answer<T> = { ok: true; body: T } | { ok: false; failure: Failure; signs?: UnknownRecord };

/** The failure with the number that it is about in its message. */
export function naming(failure: Failure, phoneNumber: string): Failure {
	return failure.message.includes(phoneNumber) ? failure : { ...failure, message: `${failure.message} (${phoneNumber})` };
}
