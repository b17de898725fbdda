import { ifGiven, refuse, type Checked } from './checked';
import type { UnknownRecord } from './narrow';

/**
 * Whether an option was added and its expression gives nothing on this item. It reads as null or undefined; an empty text
 * is the option added and not filled in (running/parameters.ts tells the two apart).
 */
export function isHole(options: UnknownRecord, name: string): boolean {
	return Object.hasOwn(options, name) && (options[name] === undefined || options[name] === null);
}

/**
 * Checks an option of a collection: what was not added, or not filled in, passes as undefined. An expression that gives
 * nothing is refused: without the option something else would be bought, sent or shown than the user asked for.
 */
export function checkOption<T>(options: UnknownRecord, name: string, label: string, check: (value: unknown) => Checked<T>): Checked<T | undefined> {
	return isHole(options, name)
		? refuse(`"${label}" is empty`, 'It was added, but its expression gives nothing on this item: let it give a value, or remove it to do without.')
		: ifGiven(options[name], check);
}
