import type { N8nClient } from '../../harness/n8nClient';
import { buildWorkflow, type NodeSketch } from '../../harness/workflow';

/** Action nodes side by side, each behind the Manual Trigger. */
export async function createActionWorkflow(n8n: N8nClient, nodes: Array<Omit<NodeSketch, 'type'>>): Promise<string> {
	const workflow = buildWorkflow({
		name: 'My first SMS',
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			...nodes.map((node) => ({ ...node, type: 'n8n-nodes-smspartner.smsPartner' })),
		],
		wires: nodes.map(({ name }) => ['Start', name]),
		// n8n 2.41 fails to run a second node of a workflow that was stored without.
		pinned: {},
	});
	workflow.nodes.forEach((node, index) => (node.position = index === 0 ? [0, 0] : [260, (index - 1) * 200]));
	return await n8n.createWorkflow(workflow);
}
