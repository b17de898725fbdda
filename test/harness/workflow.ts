import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeExecutionData, INodeParameters, INodeCredentials } from 'n8n-workflow';

/** A workflow as n8n imports it. */
export interface WorkflowDefinition {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: Record<string, unknown>;
	pinData?: Record<string, INodeExecutionData[]>;
}

export interface NodeSketch {
	name: string;
	/** Full type name, e.g. `n8n-nodes-base.noOp`. */
	type: string;
	typeVersion?: number;
	parameters?: INodeParameters;
	credentials?: INodeCredentials;
	/** Further settings of the node, e.g. `onError: 'continueRegularOutput'`. */
	settings?: Partial<INode>;
}

/** From node, to node, output (0 if left out). */
export type Wire = [from: string, to: string, output?: number];

export interface WorkflowSketch {
	name: string;
	nodes: NodeSketch[];
	wires: Wire[];
	/** Items that a trigger gives in a manual run, without waiting for its event. */
	pinned?: Record<string, INodeExecutionData[]>;
}

/** Fills in what a test does not care about: ids, positions, versions. */
export function buildWorkflow({ name, nodes, wires, pinned }: WorkflowSketch): WorkflowDefinition {
	return {
		name,
		nodes: nodes.map((node, index) => ({
			id: randomUUID(),
			webhookId: randomUUID(),
			name: node.name,
			type: node.type,
			typeVersion: node.typeVersion ?? 1,
			position: [index * 200, 0],
			parameters: node.parameters ?? {},
			...(node.credentials === undefined ? {} : { credentials: node.credentials }),
			...node.settings,
		})),
		connections: connect(wires),
		settings: {},
		...(pinned === undefined ? {} : { pinData: pinned }),
	};
}

/** The production URL of one path of a trigger, e.g. `.../webhook/<webhookId>/reply`. */
export function webhookUrl(n8nUrl: string, workflow: WorkflowDefinition, nodeName: string, path: string): string {
	const webhookId = workflow.nodes.find((node) => node.name === nodeName)?.webhookId;
	if (webhookId === undefined) throw new Error(`"${nodeName}" is no node with webhooks`);
	return `${n8nUrl}/webhook/${webhookId}/${path}`;
}

function connect(wires: Wire[]): IConnections {
	const connections: IConnections = {};
	for (const [from, to, output = 0] of wires) {
		const outputs = ((connections[from] ??= {})['main'] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return connections;
}
