import { accept, refuse, type Checked } from './checked';
import { asText } from './narrow';
import { isOwnHost } from './ownNetwork';

/** The Base URL of a credential: a web address below which the endpoints are. */
export function checkBaseUrl(input: unknown): Checked<string> {
	const baseUrl = asText(input)?.trim() ?? '';
	return /^https?:\/\/[^?#\s]+$/i.test(baseUrl) && URL.canParse(baseUrl)
		? accept(baseUrl)
		: refuse('The Base URL of the credential is no web address, or holds a ? or #', 'Choose a credential at the top of the node, complete it and test it.');
}

/** Whether everybody between n8n and the platform can read the API key. `baseUrl` is a web address. */
export function travelsUnencrypted(baseUrl: string): boolean {
	const { protocol, hostname } = new URL(baseUrl);
	return protocol === 'http:' && !isOwnHost(hostname);
}
