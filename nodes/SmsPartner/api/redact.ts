import { isRecord } from '../values/narrow';

/** Shorter keys are not real ones, and blanking them out would damage ordinary text. */
const SHORTEST_KEY = 4;
/** From this length on a key cannot be part of an ordinary word. */
const UNMISTAKABLE_KEY = 8;

/** Blanks out the API key in every text of a value, however deep: as it is, or as a URL holds it. */
export function redact<T>(value: T, apiKey: string): T;
export function redact(value: unknown, apiKey: string): unknown {
	if (apiKey.length < SHORTEST_KEY) return value;
	const inUrl = encodeURIComponent(apiKey);
	const spellings = new Set([apiKey, inUrl, inUrl.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)]);
	const patterns = [...spellings].map((spelling) => patternOf(spelling, apiKey.length));
	const blank = (text: string) => patterns.reduce((result, pattern) => result.replace(pattern, '***'), text);
	return mapTexts(value, blank);
}

function patternOf(spelling: string, keyLength: number): RegExp {
	const literal = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(keyLength < UNMISTAKABLE_KEY ? `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])` : literal, 'gi');
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [change(name), mapTexts(entry, change)]));
}
