/** Why the platform cannot call a URL, as far as the URL shows: a Test URL of the editor, or an address of the own network. */
export type Unreachable = 'testUrl' | 'ownNetwork';

/** `url` is a web address. */
export function unreachable(url: string): Unreachable | undefined {
	if (/\/webhook-test\//.test(new URL(url).pathname)) return 'testUrl';
	return inOwnNetwork(url) ? 'ownNetwork' : undefined;
}

/** Whether only this machine, or its own network, can call the URL. `url` is a web address. */
export function inOwnNetwork(url: string): boolean {
	const { hostname } = new URL(url);
	return /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^\[(::1|f[cd]\w\w:.*|fe[89ab]\w:.*)\]$|^localhost$|\.(local|localhost|internal)$|^[^.:]+$/.test(hostname);
}
