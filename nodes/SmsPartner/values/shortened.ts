import { wellFormed } from './wellFormed';

/** Characters of what a user wrote that are repeated to them: a field may hold a whole document. */
const MAX_SHOWN = 60;

export function shortened(text: string): string {
	return text.length > MAX_SHOWN ? `${wellFormed(text.slice(0, MAX_SHOWN))}…` : text;
}

/** A user's value inside a message: on one line, without control characters, and not too long. */
export function quote(text: string): string {
	const line = [...text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd').trim()];
	return `"${line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN).join('')}…` : line.join('')}"`;
}
