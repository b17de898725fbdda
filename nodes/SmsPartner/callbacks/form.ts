import type { UnknownRecord } from '../values/narrow';
import { decode } from './decode';
import { knownNames } from './fields';

/** Beyond it nothing is read at all: a callback has a dozen fields, a list of them some thousand. */
const maxFields = 10_000;

/** A platform appends its own query, with its `?`, to a URL that has one already. In a text, `=` would be escaped. */
const secondQuery = new RegExp(`\\?(?=(?:${knownNames.join('|')})=)`, 'gi');

/**
 * The fields of a form, whose bytes are each one character; undefined where there are too many. One that is repeated
 * becomes a list.
 */
export function readForm(binary: string, charset?: string): UnknownRecord | undefined {
	const pairs = binary.split('&', maxFields + 1);
	if (pairs.length > maxFields) return undefined;
	const fields = new Map<string, string[]>();
	for (const pair of pairs.filter((each) => each !== '')) {
		const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
		const name = unescape(pair.slice(0, end), charset);
		const values = fields.get(name) ?? [];
		values.push(unescape(pair.slice(end + 1), charset));
		fields.set(name, values);
	}
	return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

/** The fields of the query of a URL. */
export function readQuery(url: string): UnknownRecord {
	const start = url.indexOf('?');
	return (start < 0 ? undefined : readForm(url.slice(start + 1).replace(secondQuery, '&'))) ?? {};
}

function unescape(text: string, charset: string | undefined): string {
	const bytes = text.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_all, byte: string) => String.fromCharCode(parseInt(byte, 16)));
	return decode(bytes, charset);
}
