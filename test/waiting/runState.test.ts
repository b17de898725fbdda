import type { IExecuteFunctions } from 'n8n-workflow';

import { stackOf } from '../../nodes/SmsPartner/waiting/runState';

const contextWith = (state: object) => state as unknown as IExecuteFunctions;

describe('stackOf', () => {
	it('is what n8n is going to run', () => {
		const nodeExecutionStack = [{}];
		expect(stackOf(contextWith({ runExecutionData: { executionData: { nodeExecutionStack } } }))).toBe(nodeExecutionStack);
	});

	it.each([{}, { runExecutionData: null }, { runExecutionData: {} }, { runExecutionData: { executionData: { nodeExecutionStack: {} } } }])(
		'is unknown in an n8n that holds it elsewhere: %j',
		(state) => {
			expect(stackOf(contextWith(state))).toBeUndefined();
		},
	);
});
