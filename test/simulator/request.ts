import type { Request } from 'express';
import type { Endpoint } from './endpoints/endpoint';
import { isFields, text, type Fields } from './rules/values';
import type { ReceivedRequest } from './types';

/** A request taken apart: where the key was, and the rest without it. */
export interface ReadRequest {
	logged: Omit<ReceivedRequest, 'status'>;
	/** The key where it belongs. */
	key: string | undefined;
	/** The JSON body without the key; undefined if there is none or it is not a JSON object. */
	fields: Fields | undefined;
	/** What the path says beside the key. */
	params: Fields;
	/** Everything as it came, key included. */
	echo: string;
}

/** `endpoint` is undefined for a request to nowhere; `secrets` are cut from what is logged as text. */
export function readRequest(
	request: Request,
	endpoint: Endpoint | undefined,
	secrets: readonly string[],
): ReadRequest {
	const withoutSecrets = (logged: string) =>
		secrets.reduce((cut, secret) => cut.replaceAll(secret, '{apiKey}'), logged);

	const raw: unknown = request.body;
	const written = typeof raw === 'string' ? raw : '';
	const body = parseJson(written);
	const { apiKey: queryKey, ...query }: Fields = { ...request.query };
	const { apiKey: bodyKey, ...fields }: Fields = isFields(body) ? body : {};
	const { apiKey: pathKey, ...params }: Fields = { ...request.params };
	const keys = { path: pathKey, query: queryKey, body: bodyKey };
	const expected = endpoint?.keyIn;
	const key = expected === undefined ? undefined : keys[expected];
	const isJson = request.is('application/json') !== false;

	return {
		logged: {
			method: request.method,
			path: endpoint === undefined ? withoutSecrets(request.path) : pathWithoutKey(endpoint, params),
			query,
			body: isFields(body) ? fields : written === '' ? undefined : withoutSecrets(written),
			keyPlacement: placement(keys, expected),
		},
		key: typeof key === 'string' && key !== '' ? key : undefined,
		fields: isFields(body) && isJson ? fields : undefined,
		params,
		echo: `${request.originalUrl} ${written}`,
	};
}

/** `/me/{apiKey}`, with what else the path says filled in. */
function pathWithoutKey({ path }: Endpoint, params: Fields): string {
	return path.replace(':apiKey', '{apiKey}').replace(/:(\w+)/g, (_name, name: string) => text(params[name]) ?? '');
}

function parseJson(written: string): unknown {
	try {
		const parsed: unknown = JSON.parse(written);
		return mayHoldHalfPair.test(written) && holdsHalfPair(parsed) ? undefined : parsed;
	} catch {
		return undefined;
	}
}

const mayHoldHalfPair = /\\u[dD][89a-fA-F]/;

/** The JSON reader of PHP takes an escape of half a surrogate pair for malformed JSON, JavaScript's does not. */
function holdsHalfPair(value: unknown): boolean {
	if (typeof value === 'string') return /\p{Surrogate}/u.test(value);
	if (Array.isArray(value)) return value.some(holdsHalfPair);
	return isFields(value) && Object.entries(value).some((entry) => entry.some(holdsHalfPair));
}

function placement(
	keys: Record<'path' | 'query' | 'body', unknown>,
	expected: Endpoint['keyIn'] | undefined,
): ReceivedRequest['keyPlacement'] {
	const places = (['path', 'query', 'body'] as const).filter((place) => keys[place] !== undefined);
	return places.find((place) => place !== expected) ?? places[0] ?? 'missing';
}
