import { accept, refuse, type Checked, type Refusal } from '../values/checked';
import { cleanText } from '../values/cleanText';
import { plainName } from '../values/fieldNames';
import { fieldText } from '../values/fieldText';
import { expressionInTemplate, literalExpression, singleInTemplate } from '../values/literalPlaceholders';
import type { UnknownRecord } from '../values/narrow';
import { listFields, readField } from '../values/readField';
import { nothingIn, objectIn } from '../values/receivedText';
import { shortened } from '../values/shortened';

/** Fills in the text of one recipient from the fields of its input item. */
export type Template = (fields: UnknownRecord) => Checked<string>;

type Part = { literal: string } | { placeholder: string };

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|\{/g;

/** A name whatever the items hold: letters of any script, digits, `_` and `.`. */
const SIMPLE_NAME = /^(?=.*[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_.]+$/u;

/**
 * Reads a text with `{field}` placeholders, dots for nested fields, `{{` and `}}` for literal braces. It is read once
 * for all items and evaluates no n8n expression. `isFieldName` says whether any item of the run has such a field.
 */
export function compileTemplate(source: string, isFieldName: (name: string) => boolean): Checked<Template> {
	const mistake = mistakeIn(cleanText(source), isFieldName);
	if (mistake) return mistake;
	const parts: Part[] = [];
	let end = 0;
	for (const match of source.matchAll(TOKEN)) {
		const [token, name] = match;
		parts.push({ literal: source.slice(end, match.index) });
		end = match.index + token.length;
		if (token === '{') {
			return refuse(
				'Message has a { that is never closed',
				'Write {fieldName} to fill in a field of the input item, or {{ for a literal brace.',
			);
		}
		if (name?.trim() === '') {
			return refuse(
				'Message has empty braces {}',
				'Put the name of an input field between them, such as {firstName}, or write {{}} for literal braces.',
			);
		}
		parts.push(name === undefined ? { literal: token.charAt(0) } : { placeholder: name.trim() });
	}
	parts.push({ literal: source.slice(end) });
	return accept((fields) => render(parts, fields));
}

/** What would reach everybody as it stands, although something was to be filled in there. */
function mistakeIn(source: string, isFieldName: (name: string) => boolean): Refusal | undefined {
	const object = objectIn(source, 'Message');
	if (object) return object;
	const expression = expressionInTemplate(source);
	if (expression !== undefined) {
		return refuse(
			`Message would be sent with the literal text ${expression}`,
			'n8n expressions are not evaluated here: write {fieldName} with single braces to fill in a field of the input item. Or set Recipient Source to Parameters and switch Message from Fixed to Expression.',
		);
	}
	const name = singleInTemplate(source).map(plainName).find((each) => SIMPLE_NAME.test(each) || isFieldName(each));
	return name === undefined ? undefined : refuse(
		`Message would be sent with the literal text {${shortened(name)}}`,
		`Write {${shortened(name)}} with single braces to fill in the field. Double braces stand for literal ones here, and {{{{${shortened(name)}}}}} sends {{${shortened(name)}}}.`,
	);
}

function render(parts: readonly Part[], fields: UnknownRecord): Checked<string> {
	let text = '';
	for (const part of parts) {
		const piece = 'literal' in part ? accept(part.literal) : fillIn(part.placeholder, fields);
		if (!piece.ok) return piece;
		text += piece.value;
	}
	return objectIn(text, 'Message') ?? accept(text);
}

/** Braces in what fills a placeholder are sent; a template that somebody stored there is not filled in. */
function data(text: string, name: string): Checked<string> {
	const nothing = nothingIn(text, 'Message');
	if (nothing) return refuse(`${nothing.message}, from the field "${shortened(name)}" of this item`, nothing.description);
	const expression = literalExpression(cleanText(text));
	return expression === undefined
		? accept(text)
		: refuse(
				`Message would be sent with the literal text ${expression}, from the field "${shortened(name)}" of this item`,
				'n8n does not evaluate expressions in the data of an item: fill in the value in a node before this one.',
			);
}

function fillIn(name: string, fields: UnknownRecord): Checked<string> {
	const value = readField(fields, name);
	if (!value.ok) return value;
	const text = fieldText(value.value, name);
	if (!text.ok) return text;
	if (text.value !== undefined) return data(text.value, name);
	return refuse(
		`The field "${shortened(name)}" of this item is missing or empty, so its text would have a hole`,
		`Fill in ${shortened(name)} in the input item, or take {${shortened(name)}} out of Message. ${listFields(fields)}`,
	);
}
