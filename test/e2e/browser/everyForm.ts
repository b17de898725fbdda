import uniqBy from 'lodash/uniqBy';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';

/** A form of a node in the editor: what it is filled in with, and the labels that must be there. */
export interface Form {
	parameters: INodeParameters;
	labels: string[];
}

/** The form of a node as it is, and one for each choice that changes its fields; all options are added, with their defaults. */
export function everyForm(node: INode, properties: INodeProperties[]): Form[] {
	const isChoice = ({ name, type }: INodeProperties) => type === 'options' && name !== 'resource' && name !== 'operation';
	const parameters = withDefaults(node.parameters, properties, node);
	const choices = properties.filter((property) => isChoice(property) && isShown(property, node, parameters)).flatMap(({ name, options = [] }) =>
		options.flatMap((option) => ('value' in option && option.value !== parameters[name] ? [{ [name]: option.value }] : [])),
	);
	const forms = [{}, ...choices].map((choice) => formOf(withDefaults({ ...node.parameters, ...choice }, properties, node), properties, node));
	return uniqBy(forms, ({ labels }) => JSON.stringify(labels));
}

function formOf(given: INodeParameters, properties: INodeProperties[], node: INode): Form {
	const parameters = { ...given };
	const labels: string[] = [];
	for (const { name, displayName, type, options = [] } of properties.filter((property) => isShown(property, node, given))) {
		labels.push(displayName);
		if (type !== 'collection') continue;
		const offered = options.filter((option) => 'type' in option).filter((option) => isShown(option, node, given, {}));
		labels.push(...offered.map((option) => option.displayName));
		parameters[name] = Object.assign(Object.fromEntries(offered.map((option) => [option.name, option.default])), given[name]);
	}
	return { parameters, labels };
}

/** By n8n's own rules. */
function isShown(property: INodeProperties, node: INode, root: INodeParameters, values = root): boolean {
	return NodeHelpers.displayParameter(values, property, node, null, root);
}

function withDefaults(given: INodeParameters, properties: INodeProperties[], node: INode): INodeParameters {
	return NodeHelpers.getNodeParameters(properties, given, true, false, node, null) ?? {};
}
