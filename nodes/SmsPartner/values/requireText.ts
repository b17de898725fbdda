import { accept, refuse, type Checked } from './checked';
import { cleanText } from './cleanText';
import { asText } from './narrow';

/** A text that must be there as it leaves, without white space around it. `fieldLabel` names the field in the refusal. */
export function requireText(input: unknown, fieldLabel: string, advice: string): Checked<string> {
	const text = cleanText(asText(input) ?? '').trim();
	return text === '' ? refuse(`${fieldLabel} is empty`, advice) : accept(text);
}
