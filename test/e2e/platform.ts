import type { IDataObject, INode, INodeCredentials, INodeParameters } from 'n8n-workflow';

import type { Execution, NodeRun } from '../harness/executionRecord';
import type { N8nClient } from '../harness/n8nClient';
import { buildWorkflow } from '../harness/workflow';
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator';

/** The keys of all end-to-end tests: secrecy.test.ts searches for them everywhere. */
export const SMS_KEY = 'e2e-sms-key-7f3c9a5d1b';
export const VOICE_KEY = 'e2e-voice-key-2e8b6d4c0f';

const NODE = 'SMS Partner';

/** A simulator, and an n8n that has its credentials. */
export interface Platform {
	simulator: Simulator;
	credentials: INodeCredentials;
	/** Runs the action node by hand over these items. */
	run(parameters: INodeParameters, items: IDataObject[], settings?: Partial<INode>): Promise<SmsRun>;
}

export interface SmsRun {
	execution: Execution;
	node: NodeRun;
	/** `json` of the items of the first output. */
	json: IDataObject[];
}

export async function startPlatform(n8n: N8nClient, options: SimulatorOptions = {}): Promise<Platform> {
	const simulator = await startSimulator({ apiKey: SMS_KEY, voiceApiKey: VOICE_KEY, automaticReports: false, ...options });
	const credentials: INodeCredentials = {
		smsPartnerApi: await n8n.createCredential('SMS', 'smsPartnerApi', { apiKey: SMS_KEY, baseUrl: simulator.smsBaseUrl }),
		voicePartnerApi: await n8n.createCredential('Voice', 'voicePartnerApi', { apiKey: VOICE_KEY, baseUrl: simulator.voiceBaseUrl }),
	};
	return {
		simulator,
		credentials,
		run: async (parameters, items, settings = {}) => {
			const workflow = await n8n.createWorkflow(
				buildWorkflow({
					name: `${String(parameters['resource'])}.${String(parameters['operation'])}`,
					nodes: [
						{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
						{ name: NODE, type: 'n8n-nodes-smspartner.smsPartner', parameters, credentials, settings },
					],
					wires: [['Start', NODE]],
					pinned: { Start: items.map((json) => ({ json })) },
				}),
			);
			const execution = await n8n.run(workflow, 'Start');
			const node = execution.nodes[NODE] ?? { outputs: [], hints: [] };
			return { execution, node, json: (node.outputs[0] ?? []).map((item) => item.json) };
		},
	};
}
