import { accept, refuse, type Checked } from '../values/checked';
import { asText, isRecord, type UnknownRecord } from '../values/narrow';

/** Fills in the text of one recipient from the fields of its input item. */
export type Template = (fields: UnknownRecord) => Checked<string>;

type Part = { literal: string } | { placeholder: string };

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|\{/g;

/**
 * Reads a text with `{field}` placeholders, dots for nested fields, `{{` and `}}` for literal braces. It is read once
 * for all items and evaluates no n8n expression.
 */
export function compileTemplate(source: string): Checked<Template> {
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
	const mistaken = parts.some((part) => 'placeholder' in part) ? [] : doubledBraces(source);
	return accept((fields) => render(parts, mistaken, fields));
}

function render(parts: Part[], mistaken: string[], fields: UnknownRecord): Checked<string> {
	const doubled = mistaken.find((name) => fieldText(fields, name) !== undefined);
	if (doubled !== undefined) {
		return refuse(
			`Message would be sent with the literal text {${doubled}}`,
			`Write {${doubled}} with single braces to fill in the field. Double braces stand for literal ones here.`,
		);
	}
	let text = '';
	for (const part of parts) {
		if ('literal' in part) {
			text += part.literal;
			continue;
		}
		const value = fieldText(fields, part.placeholder);
		if (value === undefined) {
			return refuse(
				`The field "${part.placeholder}" of this item is missing or empty, so its text would have a hole`,
				`Fill in ${part.placeholder} in the input item, or take {${part.placeholder}} out of Message.`,
			);
		}
		text += value;
	}
	return accept(text);
}

/** Names in `{{name}}` of a text without a single placeholder: most likely an n8n expression written by habit. */
function doubledBraces(source: string): string[] {
	return [...source.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name]) => (name ?? '').trim());
}

function fieldText(fields: UnknownRecord, name: string): string | undefined {
	const value = readField(fields, name);
	return typeof value === 'boolean' ? String(value) : asText(value);
}

/** The value of a field, by its whole name first and then by its dotted path. */
export function readField(fields: UnknownRecord, name: string): unknown {
	if (Object.hasOwn(fields, name)) return fields[name];
	return name.split('.').reduce<unknown>((value, key) => {
		if (Array.isArray(value)) return value[Number(key)];
		return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
	}, fields);
}
