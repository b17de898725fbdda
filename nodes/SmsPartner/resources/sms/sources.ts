import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ReadParameter } from '../../fields/readParameter';
import { isExpression } from '../../running/parameters';
import { compileTemplate, readField, type Template } from '../../sending/template';
import { accept, refuse, type Checked, type Refusal } from '../../values/checked';
import { asText } from '../../values/narrow';

/** Reads a value of one input item. */
export type ItemValue = (itemIndex: number) => unknown;

export function usesInputFields(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('recipientSource', 0, 'parameters') === 'inputFields';
}

/** A value that is a parameter of the node, or the input field that a parameter names. */
export function itemValue(
	read: ReadParameter,
	items: INodeExecutionData[],
	parameter: string,
	fieldParameter?: string,
): ItemValue {
	if (fieldParameter === undefined) return (itemIndex) => read(parameter, itemIndex);
	return (itemIndex) => readField(items[itemIndex]?.json ?? {}, String(read(fieldParameter, itemIndex)));
}

/** What to say of an item without the field that Phone Field names. */
export function noPhoneField(name: unknown): Refusal {
	return refuse(
		`The field "${asText(name) ?? ''}" of this item is missing or empty, so there is no recipient`,
		'Phone Field takes the name of the field that holds the number, such as phoneNumber, and not its value or an expression for it.',
	);
}

/**
 * The text of one input item: Message as it is, or Message as a template of the item's fields. A template is what the
 * user wrote: braces that an expression brings in are data, and a name with a brace must not put another field into the SMS.
 */
export function itemText(
	context: IExecuteFunctions,
	read: ReadParameter,
	items: INodeExecutionData[],
	asTemplate: boolean,
): (itemIndex: number) => Checked<unknown> {
	const evaluated = isExpression(context, 'message');
	if (!asTemplate) return (itemIndex) => fixedText(read('message', itemIndex), evaluated);
	const compiled = new Map<string, Checked<Template>>();
	return (itemIndex) => {
		const value = read('message', itemIndex);
		const source = asText(value);
		// The check of the text says what is wrong with it.
		if (source === undefined) return accept(value);
		if (evaluated && /[{}]/.test(source)) return bracesFromExpression;
		const template = compiled.get(source) ?? compileTemplate(source);
		compiled.set(source, template);
		return template.ok ? template.value(items[itemIndex]?.json ?? {}) : template;
	};
}

/** Text of the node itself that is written as if something filled it in would reach people as it stands. */
function fixedText(value: unknown, evaluated: boolean): Checked<unknown> {
	const placeholder = evaluated ? undefined : /\{\{.*?\}\}|\{\s*[\p{L}_$][\w.$-]*\s*\}/su.exec(asText(value) ?? '')?.[0];
	return placeholder === undefined
		? accept(value)
		: refuse(
				`Message would be sent with the literal text ${placeholder}`,
				'Set Recipient Source to Input Fields to fill in {fieldName}, or switch Message from Fixed to Expression for {{ $json.fieldName }}. An expression may also give braces that are meant to be sent.',
			);
}

const bracesFromExpression = refuse(
	'Message is an expression, and what it gives has braces',
	'With Recipient Source set to Input Fields, switch Message from Expression to Fixed and write {fieldName} for what differs from item to item, or set Recipient Source to Parameters to send the text as the expression gives it.',
);
