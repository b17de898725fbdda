import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { optionsField } from '../fields/optionsField';
import { asNumber, isRecord } from '../values/narrow';

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
export function rateLimitOf(context: IExecuteFunctions, itemIndex: number): { waitOnRateLimit?: number } {
	const options = context.getNodeParameter('options', itemIndex, {});
	const seconds = isRecord(options) ? asNumber(options.waitOnRateLimit) : undefined;
	return seconds === undefined ? {} : { waitOnRateLimit: seconds };
}
