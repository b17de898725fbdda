import { wellFormed } from './wellFormed';

/** Characters of what a user wrote that are repeated to them: a field may hold a whole document. */
const MAX_SHOWN = 60;

export function shortened(text: string): string {
	return text.length > MAX_SHOWN ? `${wellFormed(text.slice(0, MAX_SHOWN))}…` : text;
}
