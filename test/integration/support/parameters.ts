import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

export function phoneNumber(index: number): string {
	return `+336${String(index).padStart(8, '0')}`;
}

/** Input items of a personalised campaign. */
export function people(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ phoneNumber: phoneNumber(index), name: `Person ${index}` }));
}

export const sendParameters: INodeParameters = {
	resource: 'sms',
	operation: 'send',
	sendFrom: 'senderName',
	recipientSource: 'parameters',
	to: '={{ $json.phoneNumber }}',
	message: '=Hello {{ $json.name }}',
	options: {},
};

/** The same campaign from input fields: no expression anywhere. */
export const campaignParameters: INodeParameters = {
	...sendParameters,
	recipientSource: 'inputFields',
	phoneField: 'phoneNumber',
	message: 'Hello {name}',
};

export const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
