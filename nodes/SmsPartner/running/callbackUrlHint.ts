import type { IExecuteFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPES, type Endpoint } from '../api/endpoint';
import { inOwnNetwork, unreachable, type Unreachable } from '../values/callbackUrl';

type Texts = Record<Unreachable, string>;

const usualTexts: Texts = {
	testUrl: 'A Test URL works once, and only while the editor listens: paste the Production URL of the trigger instead.',
	ownNetwork: 'SMS Partner cannot call an address of your own network: n8n needs one that is open to the internet.',
};

/** What is wrong with the first of the `urls` that the platform cannot call; `texts` replaces the usual ones. */
export async function callbackUrlHint(
	context: IExecuteFunctions,
	api: Endpoint['api'],
	urls: ReadonlyArray<string | undefined>,
	texts: Partial<Texts> = {},
): Promise<string | undefined> {
	const given = new Set(urls.filter((url) => url !== undefined));
	return given.size === 0 ? undefined : textFor(given, await platformUrl(context, api), { ...usualTexts, ...texts });
}

/** A simulator of the platform calls what only the own network can. */
export function textFor(urls: Iterable<string>, platform: string, texts: Texts = usualTexts): string | undefined {
	const isNear = URL.canParse(platform) && inOwnNetwork(platform);
	const [reason] = [...urls].flatMap((url) => unreachable(url) ?? []).filter((found) => found === 'testUrl' || !isNear);
	return reason && texts[reason];
}

async function platformUrl(context: IExecuteFunctions, api: Endpoint['api']): Promise<string> {
	try {
		return String((await context.getCredentials(CREDENTIAL_TYPES[api])).baseUrl);
	} catch {
		// The request itself says what is wrong with the credential.
		return '';
	}
}
