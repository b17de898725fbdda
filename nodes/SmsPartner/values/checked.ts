/** The result of a local check: a usable value, or what is wrong (`message`) and what to do (`description`). */
export type Checked<T> = { ok: true; value: T } | Refusal;

export interface Refusal {
	ok: false;
	message: string;
	description: string;
	/** It is about what all items share, and no matter of this one. */
	concernsAll?: true;
}

export function accept<T>(value: T): Checked<T> {
	return { ok: true, value };
}

export function refuse(message: string, description: string): Refusal {
	return { ok: false, message, description };
}

/** A refusal that is the same for every item of the run. */
export function forAll(refusal: Refusal): Refusal {
	return { ...refusal, concernsAll: true };
}

/** The values of several checks by name, or the first refusal. */
export function checkAll<T extends object>(checks: { [Name in keyof T]: Checked<T[Name]> }): Checked<T> {
	const values: Partial<T> = {};
	for (const name in checks) {
		const checked = checks[name];
		if (!checked.ok) return checked;
		values[name] = checked.value;
	}
	return accept(values as T);
}

/** Checks an optional value: nothing, or an empty text, passes as undefined. */
export function ifGiven<T>(value: unknown, check: (value: unknown) => Checked<T>): Checked<T | undefined> {
	return value === undefined || value === null || value === '' ? accept(undefined) : check(value);
}
