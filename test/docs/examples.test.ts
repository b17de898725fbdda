import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';

import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';
import { SmsPartnerTrigger } from '../../nodes/SmsPartner/SmsPartnerTrigger.node';
import { callbackEvents } from '../../nodes/SmsPartner/callbacks/events';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { OPERATION, waitingOutputs } from '../../nodes/SmsPartner/waiting/outputs';
import type { WorkflowDefinition } from '../harness/workflow';
import { labelsOf } from './claims';
import { n8nLabels, nodeLabels } from './labels';
import { readPage } from './markdown';
import { filesIn, textOf } from './source';

const NOTE = 'n8n-nodes-base.stickyNote';
const DATA_TABLE = 'n8n-nodes-base.dataTable';
const ours = new Map<string, INodeTypeDescription>([
	['n8n-nodes-smspartner.smsPartner', new SmsPartner().description],
	['n8n-nodes-smspartner.smsPartnerTool', new SmsPartner().description],
	['n8n-nodes-smspartner.smsPartnerTrigger', new SmsPartnerTrigger().description],
]);
/** What nodes take up on the canvas, their names below them included: the more outputs or inputs, the more. */
const NODE_SIZE = { width: 160, height: 130 };
const SIZES: Record<string, { width: number; height: number }> = {
	'n8n-nodes-smspartner.smsPartnerTrigger': { width: 160, height: 270 },
	'@n8n/n8n-nodes-langchain.agent': { width: 280, height: 130 },
	'@n8n/n8n-nodes-langchain.mcpTrigger': { width: 280, height: 130 },
};

const examples = filesIn('examples', '.json').map((path) => {
	const text = textOf(path);
	const workflow: WorkflowDefinition = JSON.parse(text);
	const nodes = workflow.nodes.filter(({ type }) => type !== NOTE);
	const notes = workflow.nodes.filter(({ type }) => type === NOTE);
	return { path, text, workflow, nodes, notes, said: notes.map(({ parameters }) => String(parameters['content'])).join('\n') };
});

describe.each(examples)('$path', ({ text, workflow, nodes, notes, said }) => {
	it('has a note that says what it does', () => {
		expect(said).toContain(`## ${workflow.name}\n`);
	});

	it('names fields and choices as the editor does', () => {
		const known = new Set([...nodeLabels(), ...n8nLabels, ...nodes.map(({ name }) => name), ...tablesOf(nodes)]);
		expect(readPage(said).bold.flatMap(labelsOf).filter((label) => !known.has(label))).toEqual([]);
	});

	it('says which Data Tables and columns it needs', () => {
		const named = [...tablesOf(nodes).map((table) => `**${table}**`), ...columnsOf(nodes).map((column) => `\`${column}\``)];
		expect(named.filter((name) => !said.includes(name))).toEqual([]);
	});

	it('covers nothing on the canvas', () => {
		const boxes = [...nodes, ...notes].map(boxOf);
		const covered = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlap(one, other)).map((other) => [one.name, other.name]));
		expect(covered).toEqual([]);
	});

	it('holds nothing of an instance: no credential, no URL, no pinned items', () => {
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		expect(workflow.nodes.filter((node) => 'credentials' in node || 'webhookId' in node)).toEqual([]);
		expect(text).not.toMatch(/https?:/);
	});

	it('has only resources, operations, fields and choices that exist', () => {
		for (const node of nodes) {
			const description = ours.get(node.type);
			if (description === undefined) continue;
			const { descriptionType: _type, toolDescription: _description, ...parameters } = node.parameters;
			const known = NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description);
			expect([node.name, known]).toEqual([node.name, expect.objectContaining(parameters)]);
			const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description)?.parameters ?? {};
			// What the user has to fill in is left empty, so that the editor asks for it.
			expect([node.name, Object.keys(issues).filter((name) => parameters[name] !== '')]).toEqual([node.name, []]);
		}
	});

	it('is connected throughout, by outputs that exist', () => {
		const wires = Object.entries(workflow.connections).flatMap(([from, kinds]) =>
			Object.entries(kinds).flatMap(([kind, outputs]) => outputs.flatMap((targets, output) => (targets ?? []).map(({ node }) => ({ from, to: node, kind, output })))),
		);
		const names = nodes.map(({ name }) => name);
		expect(wires.filter(({ from, to }) => !names.includes(from) || !names.includes(to))).toEqual([]);
		expect(wires.filter(({ from, output, kind }) => kind === 'main' && output >= outputsOf(nodes.find(({ name }) => name === from)))).toEqual([]);
		const isConnected = ({ name, type }: INode) => /Trigger$/.test(type) || wires.some(({ from, to, kind }) => (kind === 'main' ? to : from) === name);
		expect(nodes.filter((node) => !isConnected(node))).toEqual([]);
	});

	it('refers to nodes that exist', () => {
		const names = nodes.map(({ name }) => name);
		expect([...text.matchAll(/\$\('([^']+)'\)/g)].filter(([, name]) => !names.includes(name ?? ''))).toEqual([]);
	});
});

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	const { width, height } = type === NOTE ? { width: Number(parameters['width']), height: Number(parameters['height']) } : (SIZES[type] ?? NODE_SIZE);
	return { name, left, top, right: left + width, bottom: top + height };
}

function overlap(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function outputsOf(node: INode | undefined): number {
	if (node?.type.endsWith('.smsPartnerTrigger')) return callbackEvents.length;
	if (node?.parameters['operation'] === OPERATION) return waitingOutputs.reply.length;
	return ours.has(node?.type ?? '') ? 1 : Infinity;
}

function tablesOf(nodes: INode[]): string[] {
	return nodes.filter(({ type }) => type === DATA_TABLE).map(({ parameters }) => String(inner(parameters['dataTableId'], 'value')));
}

/** The columns that the Data Table nodes of a workflow write. */
function columnsOf(nodes: INode[]): string[] {
	return nodes.filter(({ type }) => type === DATA_TABLE).flatMap(({ parameters }) => Object.keys(inner(parameters['columns'], 'value') ?? {}));
}

function inner(value: unknown, key: string): unknown {
	return isRecord(value) ? value[key] : undefined;
}
