import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/** A request of a node, or of n8n's own HTTP Request node ("Custom API Call"), which has older names. */
interface Request extends IHttpRequestOptions {
	/** Where it goes, unless there is a `url`. */
	uri?: string;
	form?: unknown;
	formData?: unknown;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/** Where the Voice Partner calls carry their key: `/me/{apiKey}` (docs: voice credits), as written and as a parsed URL has it. */
const KEY_PLACEHOLDER = /\{apiKey\}|%7BapiKey%7D/gi;

/** A scheme, or the two slashes (or backslashes) before a host. */
const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i;

/** Requests of these methods have no body. */
const BODYLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * SMS Partner: in the query of a GET, in the JSON body of everything else (docs: conventions).
 * Safe to apply twice: n8n may authenticate one request again.
 */
export function placeSmsKey(credentials: ICredentialDataDecryptedObject, request: Request): Request {
	return placeKey(credentials, request, (placed, _url, apiKey) =>
		BODYLESS.has(methodOf(placed)) ? { ...placed, qs: { ...placed.qs, apiKey } } : inBody(placed, apiKey),
	);
}

/** Voice Partner: in the JSON body of a POST, in the path of everything else (docs: voice samples). */
export function placeVoiceKey(credentials: ICredentialDataDecryptedObject, request: Request): Request {
	return placeKey(credentials, request, (placed, url, apiKey) => {
		if (methodOf(placed) === 'POST') return inBody(placed, apiKey);
		return at(url.href.replace(KEY_PLACEHOLDER, encodeURIComponent(apiKey)), placed);
	});
}

/**
 * Gives the key to a request to the platform, which is the origin of the Base URL, and to no other: whoever may use a
 * credential chooses the address of a Custom API Call, but must not get at the key.
 */
function placeKey(
	{ apiKey, baseUrl }: ICredentialDataDecryptedObject,
	request: Request,
	place: (placed: Request, url: URL, apiKey: string) => Request,
): Request {
	const url = urlOnPlatform(request, String(baseUrl ?? '').trim());
	if (url === undefined || goesAnotherWay(request, url)) return request;
	// The platform is asked by the very address that was looked at, and passes the key on to nobody.
	const placed = { ...at(url.href, request), disableFollowRedirect: true, followRedirect: false, followAllRedirects: false };
	return place(placed, url, String(apiKey ?? '').trim());
}

function at(address: string, { baseURL: _base, uri, ...request }: Request): Request {
	return { ...request, url: address, ...(uri !== undefined && { uri: address }) };
}

/** Where a request goes, if that is the platform: an address without a host is one below the Base URL. */
function urlOnPlatform({ url, uri, baseURL }: Request, baseUrl: string): URL | undefined {
	const platform = parse(baseUrl);
	const address = String(url ?? uri ?? '');
	const target = parse(ABSOLUTE.test(address) ? address : below(baseURL ?? baseUrl, address));
	const isPlatform = platform !== undefined && target?.protocol === platform.protocol && target.host === platform.host;
	return isPlatform && /^https?:$/.test(platform.protocol) ? target : undefined;
}

function below(base: string, address: string): string {
	return `${base.trim().replace(/\/+$/, '')}/${address.replace(/^[\\/]+/, '')}`;
}

function parse(address: string): URL | undefined {
	return URL.canParse(address) ? new URL(address) : undefined;
}

/** A proxy of the user's own, or another name in the Host header, can lead a request to somebody else in spite of its address. */
function goesAnotherWay({ proxy, headers = {} }: Request, { host }: URL): boolean {
	const isOtherHost = ([name, value]: [string, unknown]) => name.trim().toLowerCase() === 'host' && String(value).toLowerCase() !== host;
	return Boolean(proxy) || Object.entries(headers).some(isOtherHost);
}

function methodOf({ method = 'GET' }: Request): string {
	return method.toUpperCase();
}

/** In the fields of a JSON body or of a form; what has no fields, such as a file, stays as it is. */
function inBody(request: Request, apiKey: string): Request {
	const { body, form, formData } = request;
	if (isFields(form)) return { ...request, form: { ...form, apiKey } };
	if (isFields(formData)) return { ...request, formData: { ...formData, apiKey } };
	if (typeof body === 'string') return { ...request, body: inText(body, apiKey) };
	return body === undefined || body === null || isFields(body) ? { ...request, body: { ...body, apiKey } } : request;
}

function inText(body: string, apiKey: string): string {
	try {
		const fields: unknown = JSON.parse(body);
		return isFields(fields) ? JSON.stringify({ ...fields, apiKey }) : body;
	} catch {
		return body;
	}
}

/** A plain object, of whichever realm, and neither a list nor a Buffer, a stream or a form with files. */
function isFields(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
