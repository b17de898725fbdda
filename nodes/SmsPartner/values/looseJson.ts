import { parseJson } from './json';

/** What matters for finding the inside of strings: an escaped character, a quote, a control character. */
const TOKEN = /\\[^]|"|[\0-\x1f]/g;

/** `parseJson`, also of text whose strings hold raw line breaks and other control characters. */
export function parseLooseJson(text: string): ReturnType<typeof parseJson> {
	const strict = parseJson(text);
	return strict.ok || !/[\0-\x1f]/.test(text) ? strict : parseJson(escapeControls(text));
}

function escapeControls(text: string): string {
	let inString = false;
	return text.replace(TOKEN, (token) => {
		if (token === '"') inString = !inString;
		if (!inString || token > '\x1f') return token;
		return `\\u${token.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}
