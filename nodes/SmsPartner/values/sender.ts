import { accept, refuse, type Checked } from './checked';
import { cleanText } from './cleanText';
import { asText } from './narrow';
import { shown } from './shown';

const SENDER_LENGTH = { min: 3, max: 11 };
const TAG_MAX = 20;

/** A sender name: 3 to 11 letters, digits and spaces, no accents or other characters (docs: single-send), and not a number. */
export function checkSender(input: unknown): Checked<string> {
	const sender = asText(cleanText(asText(input) ?? ''))?.trim();
	if (sender === undefined) {
		return refuse('"Sender" is empty', 'Give a name of 3 to 11 letters and digits, or remove the option: a short number is then shown.');
	}
	const odd = unexpected(sender, /[A-Za-z0-9 ]/g);
	if (odd !== '') {
		return refuse(`"Sender" holds characters that are not allowed: ${odd}`, 'Use only unaccented letters, digits and spaces, for example MyShop.');
	}
	if (!/[A-Za-z]/.test(sender)) {
		return refuse(
			`"Sender" holds no letter: "${sender}"`,
			'Operators do not deliver SMS from a number that is not theirs: use the name of your brand, for example MyShop, or remove the option to send from a short code.',
		);
	}
	if (sender.length < SENDER_LENGTH.min || sender.length > SENDER_LENGTH.max) {
		return refuse(
			`"Sender" has ${count(sender)}: "${sender}"`,
			`Use ${SENDER_LENGTH.min} to ${SENDER_LENGTH.max} letters and digits, for example MyShop.`,
		);
	}
	return accept(sender);
}

/** A tag: at most 20 characters, lower case, without spaces (docs: single-send). */
export function checkTag(input: unknown): Checked<string> {
	const tag = asText(cleanText(asText(input) ?? ''))?.trim();
	if (tag === undefined) return refuse('"Tag" is empty', 'Give a tag such as spring-sale, or remove the option.');
	const suggestion = `Use at most ${TAG_MAX} characters in lower case without spaces, for example ${suggestTag(tag)}.`;
	if (/\s/.test(tag)) return refuse(`"Tag" holds a space: "${tag}"`, suggestion);
	if (tag !== tag.toLowerCase()) return refuse(`"Tag" holds capital letters: "${tag}"`, suggestion);
	if (tag.length > TAG_MAX) return refuse(`"Tag" has ${count(tag)}: "${tag}"`, suggestion);
	return accept(tag);
}

/** An http or https URL. `fieldLabel` names the field in the refusal, which shows the `example`. */
export function checkUrl(
	input: unknown,
	fieldLabel: string,
	example = 'https://n8n.example.com/webhook/delivery-report',
): Checked<string> {
	const url = asText((asText(input) ?? '').replace(/\p{Cf}/gu, ''))?.trim();
	const advice = `Give a whole address such as ${example}, or remove the option.`;
	if (url === undefined) return refuse(`"${fieldLabel}" is empty`, advice);
	if (url.includes('{{')) {
		return refuse(
			`"${fieldLabel}" holds an expression that is not evaluated: "${url}"`,
			`Switch the field from Fixed to Expression, so that n8n fills it in. ${advice}`,
		);
	}
	if (!/^https?:\/\//i.test(url) || /\s/.test(url) || !URL.canParse(url)) {
		return refuse(`"${fieldLabel}" is not a web address: "${url}"`, advice);
	}
	return accept(url);
}

function unexpected(text: string, expected: RegExp): string {
	return [...new Set(text.replace(expected, ''))].map(shown).join(' ');
}

function suggestTag(tag: string): string {
	return tag.toLowerCase().replace(/\s+/g, '-').slice(0, TAG_MAX);
}

function count(text: string): string {
	return `${text.length} ${text.length === 1 ? 'character' : 'characters'}`;
}
