import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../fields/optionsField';
import type { ReadParameter } from '../fields/readParameter';
import { checkWaitOnRateLimit } from '../sending/options';
import { accept, type Checked } from '../values/checked';
import { isRecord } from '../values/narrow';

/** For endpoints with a documented limit of requests per minute; goes into the `options` collection. */
export const waitOnRateLimitOption: INodeProperties = {
	displayName: 'Wait on Rate Limit',
	name: 'waitOnRateLimit',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description: 'Seconds to wait in all when the platform takes no more requests for now, before the item fails',
};

/** The `options` of an operation that has no others. */
export const rateLimitOptions: INodeProperties = optionsField([waitOnRateLimitOption]);

/** The part of an API input that the option sets. */
export interface RateLimit {
	waitOnRateLimit?: number;
}

/** Where one request serves several items, the first one's counts. */
export function checkRateLimit(read: ReadParameter, itemIndex: number): Checked<RateLimit> {
	const options = read('options', itemIndex);
	const seconds = checkWaitOnRateLimit(isRecord(options) ? options : {});
	return seconds.ok ? accept(seconds.value === undefined ? {} : { waitOnRateLimit: seconds.value }) : seconds;
}
