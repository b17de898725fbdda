'use strict';

/**
 * One URL and outputs as the SMS Partner Trigger has them; what comes in leaves as it is, by the third output, or, without
 * `startsExecutions`, is only acknowledged. No expression anywhere, so that what is left is what n8n itself costs.
 */
exports.DoNothingTrigger = class DoNothingTrigger {
	description = {
		displayName: 'Do Nothing Trigger',
		name: 'doNothingTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts the workflow with what comes in',
		defaults: { name: 'Do Nothing Trigger' },
		inputs: [],
		outputs: ['main', 'main', 'main', 'main', 'main', 'main'],
		properties: [{ displayName: 'Starts Executions', name: 'startsExecutions', type: 'boolean', default: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', path: 'delivery-report', responseMode: 'onReceived', responseData: '' },
		],
	};

	async webhook() {
		const workflowData = [[], [], [{ json: this.getBodyData() }], [], [], []];
		return { webhookResponse: { received: true }, ...(this.getNodeParameter('startsExecutions') && { workflowData }) };
	}
};
