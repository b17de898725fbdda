'use strict';

const paths = ['reply', 'stop', 'delivery-report', 'voice-status', 'number-check'];

/** URLs and outputs as the SMS Partner Trigger has them; what comes in leaves as it is, by the third output. */
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
		properties: [],
		webhooks: paths.map((path) => ({
			name: path,
			httpMethod: '={{ ["POST", "GET"] }}',
			path: `=${path}`,
			responseMode: 'onReceived',
			responseData: '',
		})),
	};

	webhookMethods = Object.fromEntries(
		paths.map((path) => [path, { checkExists: async () => true, create: async () => true, delete: async () => true }]),
	);

	async webhook() {
		return { webhookResponse: { received: true }, workflowData: [[], [], [{ json: this.getBodyData() }], [], [], []] };
	}
};
