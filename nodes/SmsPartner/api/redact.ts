/** Shorter keys are not real ones, and blanking them out would damage ordinary text. */
const SHORTEST_KEY = 8;

/** Blanks out the API key in any spelling in which an answer may repeat it: as it is, inside JSON, inside a URL. */
export function redact(text: string, apiKey: string): string {
	if (apiKey.length < SHORTEST_KEY) return text;
	const spellings = new Set([apiKey, JSON.stringify(apiKey).slice(1, -1), encodeURIComponent(apiKey)]);
	return [...spellings].reduce((result, spelling) => result.replaceAll(spelling, '***'), text);
}
