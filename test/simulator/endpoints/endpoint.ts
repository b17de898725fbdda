import type { PartialFault } from '../faults';
import type { Fields } from '../rules/values';
import type { Platform } from '../state';

/** A request that passed the checks every endpoint shares: JSON, key, account. */
export interface Call {
	/** The query of a GET, the JSON body of a POST, without the key. */
	fields: Fields;
	/** Items to refuse inside a success. */
	partial: PartialFault | undefined;
}

/** One endpoint of the platform; `answer` gives the success body or throws a Refusal. */
export interface Endpoint {
	api: 'sms' | 'voice';
	method: 'get' | 'post';
	/** In express syntax, without the base path. */
	path: string;
	keyIn: 'query' | 'body' | 'path';
	answer(call: Call, platform: Platform): object;
}
