import type { INodeProperties } from 'n8n-workflow';

import { includeInputFieldsOption } from '../fields/guardOptions';
import { withOption } from '../fields/optionsField';
import { listSearchOf } from '../fields/pickers';
import { isPerItem, type Operation, type Resource } from '../running/operation';
import { account } from './account';
import { contact } from './contact';
import { contactRental } from './contactRental';
import { group } from './group';
import { optOut } from './optOut';
import { phoneNumber } from './phoneNumber';
import { rcs } from './rcs';
import { sms } from './sms';
import { subaccount } from './subaccount';
import { virtualNumber } from './virtualNumber';
import { voice } from './voice';

/** Every resource of the node, in the order in which the editor lists them. */
const RESOURCES: readonly Resource[] = [account, contact, contactRental, group, optOut, phoneNumber, rcs, sms, subaccount, virtualNumber, voice];

/** The whole parameter panel: resource, operation, and the fields of each operation shown only with it. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: RESOURCES.map(({ option }) => option),
		default: 'sms',
	},
	...RESOURCES.map(operationField),
	...RESOURCES.flatMap((resource) => resource.operations.flatMap((operation) => fieldsOf(resource, operation))),
];

const titles = Object.fromEntries(
	RESOURCES.flatMap(({ option, operations }) =>
		operations.map((operation) => [`${option.value} ${operation.option.value}`, `${option.name}: ${operation.option.name}`]),
	),
);

/** What stands below the node's name on the canvas, in the words of the panel: `SMS: Send`. */
export const subtitle = `={{ (${JSON.stringify(titles)})[$parameter["resource"] + " " + $parameter["operation"]] }}`;

/** What n8n calls to fill the pickers. */
export const listSearch = listSearchOf(RESOURCES.flatMap(({ pickers }) => pickers ?? []));

export function findOperation(resource: string, operation: string): Operation | undefined {
	return RESOURCES.find(({ option }) => option.value === resource)?.operations.find(({ option }) => option.value === operation);
}

function operationField({ option, operations, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: defaultOperation,
	};
}

function fieldsOf(resource: Resource, operation: Operation): INodeProperties[] {
	const { option, fields } = operation;
	return (isPerItem(operation) ? withOption(fields, includeInputFieldsOption) : fields).map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource.option.value], operation: [option.value], ...field.displayOptions?.show },
		},
	}));
}
