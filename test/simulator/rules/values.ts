/** Reading of request fields, whose types the documentation's samples do not agree on. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text or a number as text; undefined when missing or blank. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A whole number, also written as text; undefined for anything else. */
export function integer(value: unknown): number | undefined {
	const written = text(value);
	return written !== undefined && /^-?\d+$/.test(written) ? Number(written) : undefined;
}

/** An amount, also written as text; undefined for anything else. */
export function number(value: unknown): number | undefined {
	const written = text(value)?.trim();
	return written !== undefined && /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : undefined;
}

/** A switch such as `sandbox`: on when it is 1 (docs: single-send). */
export function isOn(value: unknown): boolean {
	return value === 1 || value === '1';
}

/** The defined ones of optional fields, for types that know no undefined. */
export function present<Optional extends Record<string, string | undefined>>(
	fields: Optional,
): { [Name in keyof Optional]?: string } {
	const kept: { [Name in keyof Optional]?: string } = {};
	for (const name in fields) {
		const value = fields[name];
		if (value !== undefined) kept[name] = value;
	}
	return kept;
}
