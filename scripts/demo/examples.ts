import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { N8nClient } from '../../test/harness/n8nClient';
import { projectRoot } from '../../test/harness/paths';
import type { WorkflowDefinition } from '../../test/harness/workflow';

/** What the demo fills in where a user would choose or paste it in the editor. */
export type Completion = (node: INode) => Partial<INode>;

export async function readExample(fileName: string): Promise<WorkflowDefinition> {
	return JSON.parse(await readFile(join(projectRoot, 'examples', fileName), 'utf8'));
}

/** Imports a workflow, or updates the one of the same name; returns its id. */
export async function importWorkflow(client: N8nClient, workflow: WorkflowDefinition): Promise<string> {
	const existing = (await client.workflows()).find(({ name }) => name === workflow.name);
	if (existing === undefined) return await client.createWorkflow(workflow);
	await client.updateWorkflow(existing.id, workflow);
	return existing.id;
}

/** Stores a credential, or updates the one of the same name and type. */
export async function importCredential(client: N8nClient, name: string, type: string, data: Record<string, string>) {
	const existing = (await client.credentials()).find((stored) => stored.name === name && stored.type === type);
	if (existing === undefined) return await client.createCredential(name, type, data);
	await client.updateCredential(existing.id, name, type, data);
	return { id: existing.id, name };
}

export function complete(workflow: WorkflowDefinition, completion: Completion): WorkflowDefinition {
	return { ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, ...completion(node) })) };
}

/** A node with some of its options set. */
export function withOptions({ parameters }: INode, options: INodeParameters): Pick<INode, 'parameters'> {
	const present = parameters['options'];
	const kept = typeof present === 'object' && present !== null && !Array.isArray(present) ? present : {};
	return { parameters: { ...parameters, options: { ...kept, ...options } } };
}

/** The example holds no webhook id, because it is the secret part of the URLs: each instance gets its own, once. */
export async function webhookIdOf(client: N8nClient, workflowName: string, nodeName: string): Promise<string> {
	const existing = (await client.workflows()).find(({ name }) => name === workflowName);
	const nodes = existing === undefined ? [] : (await client.workflow(existing.id)).nodes;
	return nodes.find(({ name }) => name === nodeName)?.webhookId ?? randomUUID();
}
