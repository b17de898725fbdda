import { accept, forAll, refuse, type Checked, type Refusal } from './checked';
import { cleanText } from './cleanText';
import { literalExpression, literalPlaceholder } from './literalPlaceholders';
import { requireText } from './requireText';

/** What of a text is what the user wrote. */
export interface WrittenPart {
	/** Whether it is all of it, and nothing of it what an expression gives. */
	isFixed: boolean;
	/** What stands beside the expressions of a text that is not fixed, `{}` in the place of each. */
	beside?: string;
}

/** Where a text that people receive stands. */
export interface Written extends WrittenPart {
	/** Names the field in refusals. */
	fieldLabel: string;
	/** A way to fill in values that this field has besides an expression; ends in "or". */
	otherWay?: string;
}

/** What JavaScript makes of an object in a text. */
const OBJECT = /\[object [A-Z]\w*\]/;

/** What expressions and sheets leave in a text where they found nothing. */
const NOTHING_FOUND = /\bInvalid Date(?:Time)?\b|\bundefined\b|\bNaN\b|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|NOM\?|VALEUR!|NOMBRE!)/;

/** A text as people will read it, without anything in it that was to be filled in; other values are no matter of this check. */
export function checkReceived<T>(text: T, { fieldLabel, isFixed, beside = '', otherWay = '' }: Written): Checked<T> {
	if (typeof text !== 'string') return accept(text);
	// As it leaves: without an invisible character between two braces, it would be an expression.
	const read = cleanText(text);
	const object = objectIn(read, fieldLabel);
	if (object) return isFixed ? forAll(object) : object;
	const written = literalPlaceholder(isFixed ? read : cleanText(beside));
	if (written !== undefined) return forAll(refuse(literally(fieldLabel, written), isFixed ? asWritten(fieldLabel, otherWay) : BESIDE_EXPRESSIONS));
	if (isFixed) return accept(text);
	const nothing = nothingIn(read, fieldLabel);
	if (nothing && !NOTHING_FOUND.test(beside)) return nothing;
	const literal = literalExpression(read);
	return literal === undefined
		? accept(text)
		: refuse(literally(fieldLabel, literal), 'What the expression gives holds an n8n expression itself, and that is not evaluated. Let the expression fill in the value too, such as {{ $json.text.replace("{name}", $json.name) }}, and close each {{ with }}.');
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
		literally(fieldLabel, object),
		"A list or an object stands where a text should. Name the value of it that people are to read, such as {{ $json.customer.name }}, or for a list {{ $json.lines.map(line => line.name).join(', ') }}.",
	);
}

/** What to say of a value that a formula or an expression gives where it finds nothing. */
export function nothingIn(text: string, fieldLabel: string): Refusal | undefined {
	const nothing = NOTHING_FOUND.exec(text)?.[0];
	return nothing === undefined ? undefined : refuse(literally(fieldLabel, nothing), 'A formula or an expression found nothing to show there: correct it, or give it something else to show, such as {{ $json.name || "customer" }}.');
}

function literally(fieldLabel: string, literal: string): string {
	return `${fieldLabel} would be sent with the literal text ${literal}`;
}

const BESIDE_EXPRESSIONS = 'Single braces fill in nothing beside an expression: write {{ $json.fieldName }} there too. Braces that are meant to be sent can come from an expression, {{ "{text}" }}.';

function asWritten(fieldLabel: string, otherWay: string): string {
	const expression = `switch ${fieldLabel} from Fixed to Expression for {{ $json.fieldName }}. An expression may also give braces that are meant to be sent; parentheses can always be written, and are what the platform sends for braces without Unicode.`;
	return otherWay === '' ? `S${expression.slice(1)}` : `${otherWay} ${expression}`;
}
