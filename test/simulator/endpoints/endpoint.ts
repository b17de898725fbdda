import type { PartialFault } from '../faults';
import type { PartlySentFault } from '../partlySent';
import type { RateLimit } from '../rateLimits';
import type { Fields } from '../rules/values';
import type { Platform } from '../state';

/** A request that passed the checks every endpoint shares: rate, JSON, key, account. */
export interface Call {
	/** The JSON body without the key where the body holds the key, else the query and the rest of the path. */
	fields: Fields;
	/** Items to refuse inside a success. */
	partial: PartialFault | undefined;
	/** Recipients to send to although the request is refused. */
	partlySent: PartlySentFault | undefined;
}

/** A success that is no JSON. */
export class FileAnswer {
	constructor(
		readonly contentType: string,
		readonly text: string,
	) {}
}

/** One endpoint of the platform; `answer` gives the success body or throws a Refusal (for Voice also a VoiceRefusal). */
export interface Endpoint {
	api: 'sms' | 'voice';
	method: 'get' | 'post' | 'delete';
	/** In express syntax, without the base path. */
	path: string;
	keyIn: 'query' | 'body' | 'path';
	/** What its codes say, where they differ from the common ones of refusal.ts: numbers are not global (docs: error shapes). */
	codes?: Readonly<Record<number, string>>;
	/** The code of a missing key, where it is not 1. */
	keyMissing?: number;
	/** The code of a wrong key, where it is not 10. */
	keyWrong?: number;
	/** Whether the codes are HTTP statuses too (docs: voice cancel). */
	codesAreStatuses?: boolean;
	/** Holds when Behaviour.rateLimits is on. */
	rateLimit?: RateLimit;
	/** Of a send: everyone it is for, as they were written. */
	recipients?(fields: Fields): readonly string[];
	answer(call: Call, platform: Platform): object | FileAnswer;
}

/** `POST /send`, the name of an endpoint in Behaviour.unknownRoutes. */
export function routeOf({ method, path }: Endpoint): string {
	return `${method.toUpperCase()} ${path}`;
}
