import type { INodeProperties } from 'n8n-workflow';

/** The collection that holds what an operation can do without. Keep the options sorted by name. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add option', default: {}, options };
}
