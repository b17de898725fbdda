/** What matters for finding numbers: an escaped character, a quote, a number. No repetition of groups, so linear. */
const TOKEN = /\\[^]|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?[1-9]\d*$/;

/**
 * `JSON.parse` that never throws and keeps ids whole: integers that a JavaScript number cannot hold become strings of
 * the same digits. A byte order mark and surrounding white space are ignored.
 */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
	try {
		return { ok: true, value: JSON.parse(quoteLargeIntegers(text.trim())) };
	} catch {
		return { ok: false };
	}
}

function quoteLargeIntegers(text: string): string {
	if (!/\d{16}/.test(text)) return text;
	let inString = false;
	return text.replace(TOKEN, (token) => {
		if (token === '"') inString = !inString;
		return !inString && INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
}
