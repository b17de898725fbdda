import { Workflow, NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';

import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';

const type: INodeType = new SmsPartner();
const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };

function outputsOf(parameters: INodeParameters, onError?: 'continueErrorOutput'): unknown[] {
	const node = { id: '1', name: 'n', type: 'smsPartner', typeVersion: 1, position: [0, 0] as [number, number], parameters, ...(onError && { onError }) };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, node, type.description).map((output) => (typeof output === 'string' ? output : (output.displayName ?? output.category)));
}

const waiting = { resource: 'sms', operation: 'sendAndWaitForEvent' };

describe('the outputs of the action node', () => {
	it.each([
		[{ ...waiting, waitFor: 'reply' }, ['Reply', 'STOP', 'Timed Out']],
		[{ ...waiting, waitFor: 'delivery' }, ['Delivered', 'Not Delivered', 'Timed Out']],
		[waiting, ['Reply', 'STOP', 'Timed Out']],
		[{ resource: 'sms', operation: 'send' }, ['main']],
		[{ resource: 'voice', operation: 'sendSms' }, ['main']],
		[{}, ['main']],
	])('of %j are %j', (parameters, names) => {
		expect(outputsOf(parameters)).toEqual(names);
		expect(outputsOf(parameters, 'continueErrorOutput').slice(0, -1)).toHaveLength(names.length);
	});
});
