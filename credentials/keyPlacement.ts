import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/** Where the Voice Partner calls carry their key: `/me/{apiKey}` (docs: voice credits). */
export const KEY_PLACEHOLDER = '{apiKey}';

interface Connection {
	apiKey: string;
	baseUrl: string;
}

function connectionOf(credentials: ICredentialDataDecryptedObject): Connection {
	return {
		apiKey: String(credentials.apiKey ?? '').trim(),
		baseUrl: String(credentials.baseUrl ?? '').trim().replace(/\/+$/, ''),
	};
}

function onBaseUrl(request: IHttpRequestOptions, baseUrl: string): IHttpRequestOptions {
	return /^https?:/i.test(request.url) ? request : { ...request, baseURL: baseUrl };
}

function inBody(request: IHttpRequestOptions, apiKey: string): IHttpRequestOptions {
	const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
	return { ...request, body: { ...body, apiKey } };
}

/**
 * SMS Partner: in the query of a GET, in the JSON body of everything else (docs: conventions).
 * Safe to apply twice: n8n may authenticate one request again.
 */
export function placeSmsKey(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const { apiKey, baseUrl } = connectionOf(credentials);
	const placed = onBaseUrl(request, baseUrl);
	return (request.method ?? 'GET') === 'GET'
		? { ...placed, qs: { ...request.qs, apiKey } }
		: inBody(placed, apiKey);
}

/** Voice Partner: in the JSON body of a POST, in the path of everything else (docs: voice samples). */
export function placeVoiceKey(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const { apiKey, baseUrl } = connectionOf(credentials);
	const placed = onBaseUrl(request, baseUrl);
	return request.method === 'POST'
		? inBody(placed, apiKey)
		: { ...placed, url: request.url.replace(KEY_PLACEHOLDER, encodeURIComponent(apiKey)) };
}
