import type { Payload } from './payloads';

/**
 * How a payload travels. `form`: nested values as JSON text. `phpBrackets`: a form as PHP's http_build_query
 * writes it (`audioFileComplementaire[status]=Deposit`). `query`: GET, added to the query the URL has.
 */
export type Encoding = 'json' | 'form' | 'query' | 'phpBrackets';

export interface EncodedCallback {
	url: string;
	method: string;
	contentType: string | undefined;
	data: string | undefined;
}

export function encodeCallback(
	url: string,
	payload: Payload,
	encoding: Encoding = 'json',
	method = encoding === 'query' ? 'GET' : 'POST',
): EncodedCallback {
	const form = 'application/x-www-form-urlencoded';
	switch (encoding) {
		case 'json':
			return { url, method, contentType: 'application/json', data: JSON.stringify(payload) };
		case 'form':
			return { url, method, contentType: form, data: flatForm(payload).toString() };
		case 'phpBrackets':
			return { url, method, contentType: form, data: new URLSearchParams(bracketPairs(payload)).toString() };
		case 'query': {
			const target = new URL(url);
			flatForm(payload).forEach((value, name) => target.searchParams.append(name, value));
			return { url: target.toString(), method, contentType: undefined, data: undefined };
		}
	}
}

function flatForm(payload: Payload): URLSearchParams {
	const pairs = Object.entries(payload).map(([name, value]): [string, string] => [
		name,
		typeof value === 'object' && value !== null ? JSON.stringify(value) : scalar(value),
	]);
	return new URLSearchParams(pairs);
}

function bracketPairs(value: unknown, name = ''): [string, string][] {
	if (typeof value !== 'object' || value === null) return [[name, scalar(value)]];
	return Object.entries(value).flatMap(([key, nested]) =>
		bracketPairs(nested, name === '' ? key : `${name}[${key}]`),
	);
}

/** As PHP turns it into text. */
function scalar(value: unknown): string {
	if (typeof value === 'boolean') return value ? '1' : '';
	return value === null || value === undefined ? '' : String(value);
}
