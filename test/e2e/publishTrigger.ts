import type { INodeParameters } from 'n8n-workflow';

import type { N8nClient } from '../harness/n8nClient';
import { buildWorkflow, webhookUrl, type WorkflowDefinition } from '../harness/workflow';

export const TRIGGER = 'SMS Partner Trigger';
export const PATHS = ['reply', 'stop', 'delivery-report', 'voice-status', 'number-check'];
/** Outputs of the trigger; in these workflows each is wired to a node that bears its name. */
export const BRANCHES = ['Reply', 'STOP', 'Delivery', 'Voice Status', 'Number Check', 'Unrecognised'];
export const ALL_EVENTS = ['reply', 'stop', 'deliveryReport', 'voiceStatus', 'numberCheck', 'unrecognised'];

export interface PublishedTrigger {
	id: string;
	url(path: string): string;
	without(path: string): string;
	/** Publishes it again with other parameters, under the same URLs. */
	change(parameters: INodeParameters): Promise<void>;
}

/** Publishes a workflow of the trigger with a node behind each output. */
export async function publishTrigger(n8n: N8nClient, name: string, parameters: INodeParameters = {}): Promise<PublishedTrigger> {
	const workflow = triggerWorkflow(name, parameters);
	const secret = parameters['secret'] === undefined ? '' : `/${String(parameters['secret'])}`;
	const without = (path: string) => webhookUrl(n8n.url, workflow, TRIGGER, path);
	const url = (path: string) => `${without(path)}${secret}`;
	const id = await n8n.createWorkflow(workflow);
	await n8n.publish(id, PATHS.map(url));
	return {
		id,
		url,
		without,
		async change(changed) {
			const nodes = workflow.nodes.map((node) => (node.name === TRIGGER ? { ...node, parameters: changed } : node));
			await n8n.updateWorkflow(id, { ...workflow, nodes });
			await n8n.publish(id, PATHS.map(url));
		},
	};
}

/** The trigger with a node behind each output. */
export function triggerWorkflow(name: string, parameters: INodeParameters): WorkflowDefinition {
	return buildWorkflow({
		name,
		nodes: [
			{ name: TRIGGER, type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters },
			...BRANCHES.map((branch) => ({ name: branch, type: 'n8n-nodes-base.noOp' })),
		],
		wires: BRANCHES.map((branch, output) => [TRIGGER, branch, output]),
	});
}
