/** A JSON string, or a number as it is written. The closing quote is optional so that each character is read once. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
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
	return text.replace(STRING_OR_NUMBER, (token) =>
		INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
}
