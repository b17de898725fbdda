import type { IWebhookDescription, WebhookType } from 'n8n-workflow';

import type { WaitFor } from './outputs';

/** Where each awaited event comes to, behind the URL that n8n gives the execution. */
export const PATHS: Readonly<Record<WaitFor, string>> = { reply: 'reply', delivery: 'delivery-report' };

/** n8n calls webhook() for these only while an execution sleeps in the node. */
export const webhooks: IWebhookDescription[] = Object.values(PATHS).map((path) => ({
	// The type of names lists n8n's own two; the runtime takes any name, as long as it is unique in the node.
	name: path as WebhookType,
	httpMethod: '={{ ["POST", "GET"] }}',
	path,
	responseMode: 'onReceived',
	// Empty, so that n8n answers with what webhook() returns.
	responseData: '',
	restartWebhook: true,
	isFullPath: true,
}));
