import { accept, refuse, type Checked } from './checked';
import { asText } from './narrow';

/** A text that must be there, without white space around it. `fieldLabel` names the field in the refusal. */
export function requireText(input: unknown, fieldLabel: string, advice: string): Checked<string> {
	const text = asText(input)?.trim();
	return text === undefined ? refuse(`${fieldLabel} is empty`, advice) : accept(text);
}
