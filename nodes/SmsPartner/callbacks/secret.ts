import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { accept, refuse, type Checked } from '../values/checked';
import { isRecord } from '../values/narrow';

/**
 * The secret is a segment of the webhook URLs, so that it must not need escaping there. Empty: no secret, unless an
 * expression was to give one. The message says all there is to do: when a workflow cannot be published, n8n shows nothing
 * else.
 */
export function checkSecret(secret: unknown, isExpression: boolean): Checked<string> {
	const text = typeof secret === 'number' ? String(secret) : (secret ?? '');
	if (isExpression && (text === '' || secret === 0 || secret === false)) {
		return refuse(
			'The expression in "Secret" of the SMS Partner Trigger gives nothing: correct it, or empty the field, and publish again',
			'Without a secret, whoever guesses the webhook URLs can call them.',
		);
	}
	if (typeof text === 'string' && /^[A-Za-z0-9_-]*$/.test(text)) return accept(text);
	return refuse(
		'"Secret" of the SMS Partner Trigger may hold only letters, digits, "-" and "_": change it and publish again',
		'It becomes the last part of the webhook URLs, so that the new Production URLs have to be pasted after a change.',
	);
}

/** Whether a URL carries the secret, at its end. */
export function checkAddress(address: string, secret: string): Checked<string> {
	const [path = ''] = address.split('?');
	if (secret === '' || path.replace(/\/+$/, '').endsWith(`/${secret}`)) return accept(secret);
	return refuse(
		'The expression in "Secret" of the SMS Partner Trigger gives nothing where n8n makes the webhook URLs: write the secret itself, and publish again',
		'Variables ($vars) and external secrets ($secrets) are not known there.',
	);
}

/** The secret of a node, which a URL that n8n registers or serves has to carry. */
export function secretOf(context: IHookFunctions | IWebhookFunctions, address: string | undefined): Checked<string> {
	const written = context.getNode().parameters.secret;
	const isExpression = typeof written === 'string' && written.startsWith('=');
	const secret = checkSecret(context.getNodeParameter('secret', ''), isExpression);
	return secret.ok && address !== undefined ? checkAddress(address, secret.value) : secret;
}

/**
 * The path under which n8n registers a webhook. It evaluates the path with less at hand than it gives a node
 * (`getNodeWebhookUrl` included), and tells nobody what came of it.
 */
export function registeredPath(context: IHookFunctions): string | undefined {
	const webhook: unknown = Reflect.get(context, 'webhookData');
	return isRecord(webhook) && typeof webhook.path === 'string' ? webhook.path : undefined;
}
