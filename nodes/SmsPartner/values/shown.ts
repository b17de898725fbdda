/** Spaces, marks without their letter, what has no look at all, and the empty pattern of Braille. */
const UNSEEN = /^[\p{C}\p{Z}\p{M}\u2800]/u;

/** A character, with its marks, for people to read; one that they would not see is named: `U+200B`. */
export function shown(character: string): string {
	return UNSEEN.test(character) ? codePointName(character) : character;
}

export function codePointName(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
