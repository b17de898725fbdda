import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

/** The collection that holds what an operation can do without, in the order of the names. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add option', default: {}, options: sortBy(options, 'displayName') };
}

/** The fields of an operation with one more option, in a collection of its own if it has none. */
export function withOption(fields: readonly INodeProperties[], option: INodeProperties): INodeProperties[] {
	if (!fields.some(({ name }) => name === 'options')) return [...fields, optionsField([option])];
	const add = ({ options = [] }: INodeProperties) => sortBy([...options, option], (each) => ('displayName' in each ? each.displayName : each.name));
	return fields.map((field) => (field.name === 'options' ? { ...field, options: add(field) } : field));
}
