import { accept, forAll, refuse, type Checked, type Refusal } from './checked';
import { cleanText } from './cleanText';
import { literalExpression, literalPlaceholder } from './literalPlaceholders';
import { requireText } from './requireText';

/** Where a text that people receive stands. */
export interface Written {
	/** Names the field in refusals. */
	fieldLabel: string;
	/** Whether it is what the user wrote, and not what an expression gives. */
	isFixed: boolean;
	/** A way to fill in values that this field has besides an expression; ends in "or". */
	otherWay?: string;
}

/** What JavaScript makes of an object in a text. */
const OBJECT = /\[object [A-Z]\w*\]/;

/** A text as people will read it, without anything in it that was to be filled in; other values are no matter of this check. */
export function checkReceived<T>(text: T, { fieldLabel, isFixed, otherWay = '' }: Written): Checked<T> {
	if (typeof text !== 'string') return accept(text);
	// As it leaves: without an invisible character between two braces, it would be an expression.
	const read = cleanText(text);
	const object = objectIn(read, fieldLabel);
	if (object) return isFixed ? forAll(object) : object;
	const literal = isFixed ? literalPlaceholder(read) : literalExpression(read);
	if (literal === undefined) return accept(text);
	const message = `${fieldLabel} would be sent with the literal text ${literal}`;
	return isFixed
		? forAll(refuse(message, asWritten(fieldLabel, otherWay)))
		: refuse(message, 'What the expression gives holds an n8n expression itself, and that is not evaluated. Let the expression fill in the value too, such as {{ $json.text.replace("{name}", $json.name) }}, and close each {{ with }}.');
}

/** The check of `requireText`, of a text that people receive. */
export function requireReceived(input: unknown, advice: string, written: Written): Checked<string> {
	const text = requireText(input, written.fieldLabel, advice);
	return text.ok ? checkReceived(text.value, written) : text;
}

/** What to say of a text with an object in it, which is never meant. */
export function objectIn(text: string, fieldLabel: string): Refusal | undefined {
	const object = OBJECT.exec(text)?.[0];
	if (object === undefined) return undefined;
	return refuse(
		`${fieldLabel} would be sent with the literal text ${object}`,
		"A list or an object stands where a text should. Name the value of it that people are to read, such as {{ $json.customer.name }}, or for a list {{ $json.lines.map(line => line.name).join(', ') }}.",
	);
}

function asWritten(fieldLabel: string, otherWay: string): string {
	const expression = `switch ${fieldLabel} from Fixed to Expression for {{ $json.fieldName }}. An expression may also give braces that are meant to be sent; parentheses can always be written, and are what the platform sends for braces without Unicode.`;
	return otherWay === '' ? `S${expression.slice(1)}` : `${otherWay} ${expression}`;
}
