import isDate from 'lodash/isDate';
import { DateTime } from 'luxon';

import { accept, refuse, type Checked } from './checked';
import { cleanText } from './cleanText';
import { asText, isRecord } from './narrow';
import { shortened } from './shortened';

/** The value of an input field as it stands in a text; undefined where there is none, or a blank one. */
export function fieldText(value: unknown, name: string): Checked<string | undefined> {
	if (typeof value === 'boolean') return accept(String(value));
	const kind = kindOf(value);
	if (kind === undefined) return accept(visible(asText(value)));
	const [what, advice] = kind;
	return refuse(`The field "${shortened(name)}" of this item is ${what}, and not a text`, advice(accessOf(name), name));
}

/** Of a text of invisible characters nothing would be left. */
function visible(text: string | undefined): string | undefined {
	return text === undefined || cleanText(text).trim() === '' ? undefined : text;
}

/** What a value is that no text can be made of without a choice, and how to make it. */
function kindOf(value: unknown): [string, (access: string, name: string) => string] | undefined {
	if (DateTime.isDateTime(value)) return ['a date', (access) => written(`${access}.toFormat('dd/MM/yyyy')`)];
	if (isDate(value)) return ['a date', (access) => written(`DateTime.fromJSDate(${access}).toFormat('dd/MM/yyyy')`)];
	if (Array.isArray(value)) return ['a list', (access) => written(`${access}${isRecord(value[0]) ? `.map(entry => entry${step(firstName(value[0]))})` : ''}.join(', ')`)];
	if (isRecord(value)) return ['an object', (access, name) => `Name one of its values with a dot, such as {${name}.${firstName(value)}}. Or make a text of it ${BEFORE}, such as {{ ${access}${step(firstName(value))} }}.`];
	return typeof value === 'number' && !Number.isFinite(value) ? [String(value), (access) => written(`${access} || 0`)] : undefined;
}

const BEFORE = 'in a node before this one, Edit Fields (Set) for example';

function written(expression: string): string {
	return `Make a text of it ${BEFORE}: {{ ${expression} }}.`;
}

function firstName(record: object): string {
	return Object.keys(record)[0] ?? 'name';
}

function accessOf(name: string): string {
	return `$json${name.split('.').map(step).join('')}`;
}

/** How JavaScript reads a property. */
function step(name: string): string {
	if (/^[A-Za-z_]\w*$/.test(name)) return `.${name}`;
	return /^\d+$/.test(name) ? `[${name}]` : `[${JSON.stringify(name)}]`;
}
