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
 */
export type FailureKind = 'input' | 'refused' | 'unreachable' | 'rateLimited' | 'unknown' | 'unreadable';

export interface FieldComplaint {
	/** The platform's parameter name, such as `phoneNumbers`. */
	field: string;
	message: string;
}

export type Answer<T> = { ok: true; body: T } | { ok: false; failure: Failure };

/** The failure with the number that it is about in its message. */
export function naming(failure: Failure, phoneNumber: string): Failure {
	return failure.message.includes(phoneNumber) ? failure : { ...failure, message: `${failure.message} (${phoneNumber})` };
}
