import type { IWebhookFunctions } from 'n8n-workflow';

import type { CallbackRequest } from './payload';

/** What a callback is read from. */
export function requestOf(context: IWebhookFunctions): CallbackRequest {
	const { rawBody, headers, url } = context.getRequestObject();
	return { body: context.getBodyData(), rawBody, contentType: headers['content-type'], url };
}
