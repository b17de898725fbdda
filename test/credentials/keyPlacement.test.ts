import fc from 'fast-check';
import type { IHttpRequestOptions, IRequestOptions } from 'n8n-workflow';

import { placeSmsKey, placeVoiceKey } from '../../credentials/keyPlacement';

const credentials = { apiKey: ' key/1 ', baseUrl: 'https://api.example.com/v1/' };
const API = 'https://api.example.com/v1';

/** As n8n's HTTP Request node hands it over. */
const custom = (request: IRequestOptions): IHttpRequestOptions => ({ ...request }) as unknown as IHttpRequestOptions;

describe('placeSmsKey', () => {
	it.each(['GET', 'HEAD', undefined] as const)('puts the key into the query of a %s and leaves the rest alone', (method) => {
		const request = { ...(method && { method }), url: '/me', qs: { a: 1 }, timeout: 5 };
		expect(placeSmsKey(credentials, request)).toEqual({ ...request, url: `${API}/me`, qs: { a: 1, apiKey: 'key/1' }, ...notRedirected });
	});

	it.each(['POST', 'DELETE'] as const)('puts the key into the body of a %s', (method) => {
		expect(placeSmsKey(credentials, { method, url: '/send', body: { to: '1' } })).toMatchObject({ url: `${API}/send`, body: { to: '1', apiKey: 'key/1' } });
		expect(placeSmsKey(credentials, { method, url: '/send' })).toMatchObject({ body: { apiKey: 'key/1' } });
	});

	it('puts it into the fields of a form, into JSON that is a text, and into nothing that has no fields', () => {
		const placed = (request: IRequestOptions) => placeSmsKey(credentials, custom({ method: 'POST', uri: `${API}/send`, ...request }));
		expect(placed({ form: { to: '1' } })).toMatchObject({ form: { to: '1', apiKey: 'key/1' } });
		expect(placed({ formData: { to: '1' } })).toMatchObject({ formData: { to: '1', apiKey: 'key/1' } });
		expect(placed({ body: '{"to":"1"}' }).body).toBe('{"to":"1","apiKey":"key/1"}');
		for (const body of ['to=1', '[1]', [1], Buffer.from('{}'), new URLSearchParams({ to: '1' })]) expect(placed({ body }).body).toBe(body);
	});
});

describe('placeVoiceKey', () => {
	it.each(['GET', 'DELETE'] as const)('puts the key into the path of a %s', (method) => {
		const placed = placeVoiceKey(credentials, { method, url: '/campaign/cancel/{apiKey}/D572M' });
		expect(placed).toEqual({ method, url: `${API}/campaign/cancel/key%2F1/D572M`, ...notRedirected });
	});

	it('puts the key into the body of a POST', () => {
		expect(placeVoiceKey(credentials, { method: 'POST', url: '/tts/send', body: {} })).toMatchObject({ url: `${API}/tts/send`, body: { apiKey: 'key/1' } });
	});
});

describe('a Custom API Call', () => {
	it.each(['{apiKey}', '%7BapiKey%7D', '%7bapiKey%7d'])('of Voice Partner has its key in place of %s', (placeholder) => {
		for (const method of ['GET', 'DELETE'] as const) {
			const placed = placeVoiceKey(credentials, custom({ method, uri: `${API}/me/${placeholder}?_format=json` }));
			expect(placed).toMatchObject({ url: `${API}/me/key%2F1?_format=json`, uri: `${API}/me/key%2F1?_format=json` });
		}
	});

	it('of SMS Partner has its key, whether it goes to the Base URL or beside it', () => {
		expect(placeSmsKey(credentials, custom({ uri: `${API}/me` }))).toMatchObject({ uri: `${API}/me`, qs: { apiKey: 'key/1' } });
		expect(placeSmsKey(credentials, custom({ uri: 'HTTPS://API.example.com:443/v2/me' }))).toMatchObject({ uri: 'https://api.example.com/v2/me', qs: { apiKey: 'key/1' } });
	});
});

describe('a request that goes elsewhere', () => {
	const untouched = (request: IHttpRequestOptions, given = credentials) => {
		for (const place of [placeSmsKey, placeVoiceKey]) {
			for (const method of ['GET', 'POST', 'DELETE', 'PUT'] as const) expect(place(given, { method, ...request })).toEqual({ method, ...request });
		}
	};

	it.each([
		'https://evil.example/{apiKey}',
		'https://api.example.com@evil.example/{apiKey}',
		'https://api.example.com:pass@evil.example/{apiKey}',
		'https://evil.example\\@api.example.com/{apiKey}',
		'https://evil.example#@api.example.com/{apiKey}',
		'https://evil.example?api.example.com',
		'https://api.example.com.evil.example/',
		'https://api.example.com./',
		'https://api.example.com:8443/v1',
		'https://sub.api.example.com/',
		'http://api.example.com/v1',
		'ftp://api.example.com/v1',
		'blob:https://api.example.com/v1',
		'//evil.example/{apiKey}',
		'\\\\evil.example/{apiKey}',
		'/\\evil.example/{apiKey}',
		'https:evil.example/{apiKey}',
		'https:/evil.example/{apiKey}',
		'javascript:{apiKey}',
		'https://',
	])('carries no key: %s', (address) => {
		untouched({ url: address, qs: { a: 1 }, body: { b: 2 } });
		untouched(custom({ uri: address, qs: { a: 1 }, body: { b: 2 } }));
	});

	it('carries no key by a base of its own', () => {
		untouched({ url: '/me/{apiKey}', baseURL: 'https://evil.example/v1' });
		expect(placeSmsKey(credentials, { url: '/me', baseURL: `${API}/more` })).toMatchObject({ url: `${API}/more/me`, qs: { apiKey: 'key/1' } });
	});

	it('carries no key where url and uri differ and the one that counts is elsewhere', () => {
		untouched(custom({ url: 'https://evil.example/', uri: `${API}/me` }));
	});

	it.each([{ proxy: 'http://evil.example:8080' }, { headers: { Host: 'evil.example' } }, { headers: { ' hOsT': 'evil.example' } }])('carries no key by way of %j', (way) => {
		untouched(custom({ uri: `${API}/me/{apiKey}`, ...way }));
	});

	it('carries none either when there is no platform to go to', () => {
		untouched({ url: '/me/{apiKey}' }, { ...credentials, baseUrl: '' });
		untouched({ url: 'https://api.example.com/me/{apiKey}' }, { ...credentials, baseUrl: 'api.example.com' });
	});

	it('is not told from one to the platform by its path', () => {
		expect(placeSmsKey(credentials, { url: 'x/../../@evil.example/y' })).toMatchObject({ url: 'https://api.example.com/@evil.example/y' });
	});
});

test('wherever a request with a key goes, it goes to the host of the Base URL', () => {
	const pieces = fc.constantFrom('https:', 'http:', '//', '/', '\\', '@', ':', '443', '8443', '.', '?', '#', ' ', '\t', '\n', 'api.example.com', 'API.EXAMPLE.COM', 'evil.example', 'v1', '{apiKey}', '%7BapiKey%7D', '%2F', '[', ']');
	const address = fc.oneof(fc.webUrl(), fc.string(), fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')));
	const secret = { apiKey: 'the-secret-key', baseUrl: 'https://api.example.com/v1' };
	fc.assert(
		fc.property(address, fc.constantFrom('GET', 'POST', 'DELETE'), fc.constantFrom('url', 'uri'), fc.constantFrom(placeSmsKey, placeVoiceKey), (where, method, name, place) => {
			const placed = place(secret, custom({ method, [name]: where, body: {}, qs: {} }));
			if (!JSON.stringify(placed).includes(secret.apiKey)) return;
			expect(new URL(placed.url)).toMatchObject({ protocol: 'https:', host: 'api.example.com' });
			expect(placed).toMatchObject(notRedirected);
		}),
		{ numRuns: 2000 },
	);
});

it.each([placeSmsKey, placeVoiceKey])('%p changes nothing the second time', (place) => {
	for (const method of ['GET', 'POST', 'DELETE'] as const) {
		for (const request of [{ method, url: '/me/{apiKey}' }, custom({ method, uri: `${API}/me/{apiKey}`, form: { a: 1 } })]) {
			const once = place(credentials, request);
			expect(place(credentials, once)).toEqual(once);
		}
	}
});

/** In the words of both of n8n's request helpers. */
const notRedirected = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false };
