import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { accept, refuse, type Checked } from '../../values/checked';
import { asText } from '../../values/narrow';
import { compileTemplate, readField, type Template } from '../../sending/template';
import { isExpression, type ReadParameter } from '../parameters';

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
	if (!asTemplate) return (itemIndex) => accept(read('message', itemIndex));
	const evaluated = isExpression(context, 'message');
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

const bracesFromExpression = refuse(
	'Message is an expression, and what it gives has braces',
	'With Recipient Source set to Input Fields, switch Message from Expression to Fixed and write {fieldName} for what differs from item to item, or set Recipient Source to Parameters to send the text as the expression gives it.',
);
