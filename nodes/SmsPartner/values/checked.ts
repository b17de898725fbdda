/** The result of a local check: a usable value, or what is wrong (`message`) and what to do (`description`). */
export type Checked<T> = { ok: true; value: T } | Refusal;

export interface Refusal {
	ok: false;
	message: string;
	description: string;
}

export function accept<T>(value: T): Checked<T> {
	return { ok: true, value };
}

export function refuse(message: string, description: string): Refusal {
	return { ok: false, message, description };
}
