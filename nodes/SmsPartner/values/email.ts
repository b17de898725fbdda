import { accept, refuse, type Checked } from './checked';
import { asText } from './narrow';

/** One e-mail address. `fieldLabel` names the field in the refusal. */
export function checkEmail(input: unknown, fieldLabel: string): Checked<string> {
	const email = asText(input)?.trim();
	const advice = `Fill in ${fieldLabel} with one address such as name@example.com.`;
	if (email === undefined) return refuse(`"${fieldLabel}" is empty`, advice);
	return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/.test(email) ? accept(email) : refuse(`"${fieldLabel}" is not an e-mail address: "${email}"`, advice);
}
