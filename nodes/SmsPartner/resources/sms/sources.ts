import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ReadParameter } from '../../fields/readParameter';
import { writtenPlaces, sharedCheck } from '../../running/parameters';
import { compileTemplate, type Template } from '../../sending/template';
import { accept, forAll, refuse, type Checked } from '../../values/checked';
import { nameFinder } from '../../values/fieldNames';
import { asText } from '../../values/narrow';
import { isBlank, listFields, readField } from '../../values/readField';
import { checkReceived } from '../../values/receivedText';
import { shortened } from '../../values/shortened';

/** Reads a value of one input item. */
export type ItemValue = (itemIndex: number) => Checked<unknown>;

/** A parameter that names an input field, and what to say of an item without that field. */
interface FieldParameter {
	name: string;
	lacking?: string;
	advice: string;
}

export const PHONE_FIELD: FieldParameter = {
	name: 'phoneField',
	advice: 'Phone Field takes the name of the field that holds the number, such as phoneNumber, and not its value or an expression for it.',
};

export const MESSAGE_ID_FIELD: FieldParameter = {
	name: 'messageIdField',
	advice: 'Message ID Field takes the name of the field that holds the messageId, such as messageId, and not its value or an expression for it.',
};

export function usesInputFields(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('recipientSource', 0, 'parameters') === 'inputFields';
}

/** A value that is a parameter of the node, or the input field that a parameter names, which must be filled in. */
export function itemValue(
	read: ReadParameter,
	items: INodeExecutionData[],
	parameter: string,
	field?: FieldParameter,
): ItemValue {
	if (field === undefined) return (itemIndex) => accept(read(parameter, itemIndex));
	const { lacking = '', advice } = field;
	return (itemIndex) => {
		const name = asText(read(field.name, itemIndex)) ?? '';
		const fields = items[itemIndex]?.json ?? {};
		const value = readField(fields, name);
		if (!value.ok || !isBlank(value.value)) return value;
		return refuse(`The field "${shortened(name)}" of this item is missing or empty${lacking}`, `${advice} ${listFields(fields)}`);
	};
}

/** The value as it is written, if there is one, to name the item by. */
export function shownValue(valueOf: ItemValue): (itemIndex: number) => unknown {
	return (itemIndex) => {
		const value = valueOf(itemIndex);
		return value.ok ? value.value : undefined;
	};
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
	const place = writtenPlaces(context)('message');
	if (!asTemplate) {
		const written = { fieldLabel: 'Message', ...place, otherWay: 'Set Recipient Source to Input Fields to fill in {fieldName}, or' };
		return sharedCheck(context, ['message'], (itemIndex) => checkReceived(read('message', itemIndex), written));
	}
	const compiled = new Map<string, Checked<Template>>();
	let finder: ReturnType<typeof nameFinder> | undefined;
	const isFieldName = (name: string) => {
		finder ??= nameFinder(items.map(({ json }) => json));
		return finder(name);
	};
	return (itemIndex) => {
		const value = read('message', itemIndex);
		const source = asText(value);
		// The check of the text says what is wrong with it.
		if (source === undefined) return accept(value);
		if (!place.isFixed && /[{}]/.test(source)) return bracesFromExpression;
		const template = compiled.get(source) ?? compileTemplate(source, isFieldName);
		compiled.set(source, template);
		if (template.ok) return template.value(items[itemIndex]?.json ?? {});
		return place.isFixed ? forAll(template) : template;
	};
}

const bracesFromExpression = refuse(
	'Message is an expression, and what it gives has braces',
	'With Recipient Source set to Input Fields, switch Message from Expression to Fixed and write {fieldName} for what differs from item to item, or set Recipient Source to Parameters to send the text as the expression gives it.',
);
