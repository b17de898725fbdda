import { Workflow } from 'n8n-workflow';

import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';
import { subtitle } from '../../nodes/SmsPartner/resources';

const type = new SmsPartner();
const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };

describe('subtitle', () => {
	it.each([
		['sms', 'sendAndWaitForEvent', 'SMS: Send and Wait for Event'],
		['voice', 'getBalance', 'Voice: Get Balance'],
		['account', 'getBalance', 'Account: Get Balance'],
		['optOut', 'getAll', 'Opt-Out: Get Many'],
	])('of %s, %s', (resource, operation, expected) => {
		const node = { id: '1', name: 'n', type: 'smsPartner', typeVersion: 1, position: [0, 0] as [number, number], parameters: { resource, operation } };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		expect(workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {})).toBe(expected);
	});
});
