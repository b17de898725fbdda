import { isOwnHost } from './ownNetwork';

/** Why the platform cannot call a URL, as far as the URL shows: a Test URL of the editor, or an address of the own network. */
export type Unreachable = 'testUrl' | 'ownNetwork';

/** `url` is a web address. */
export function unreachable(url: string): Unreachable | undefined {
	if (/\/webhook-test\//.test(new URL(url).pathname)) return 'testUrl';
	return inOwnNetwork(url) ? 'ownNetwork' : undefined;
}

/**
 * Whether only this machine, or its own network, can call the URL, as far as it shows: `.box` can be bought, but is how
 * routers name what is behind them. `url` is a web address.
 */
export function inOwnNetwork(url: string): boolean {
	const { hostname } = new URL(url);
	return isOwnHost(hostname) || /\.box\.?$/.test(hostname);
}
