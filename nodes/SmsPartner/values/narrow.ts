/** Narrowing of unknown payloads: the platform and its callbacks type the same field differently from page to page. */
export type UnknownRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is UnknownRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string or a number as text; anything else, and blank text, is undefined. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'bigint') return value.toString();
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A finite number, also when written as text (`"0.049"`). */
export function asNumber(value: unknown): number | undefined {
	const text = asText(value);
	if (text === undefined) return undefined;
	const number = Number(text);
	return Number.isFinite(number) ? number : undefined;
}

/** `true`, `1`, `"1"`, `"true"` and their opposites; anything else is undefined. */
export function asBoolean(value: unknown): boolean | undefined {
	switch (typeof value === 'string' ? value.trim().toLowerCase() : value) {
		case true:
		case 1:
		case '1':
		case 'true':
			return true;
		case false:
		case 0:
		case '0':
		case 'false':
			return false;
		default:
			return undefined;
	}
}

export function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
