import Ajv, { type SchemaObject } from 'ajv';
import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { complete, readExample } from '../../scripts/demo/examples';
import { useN8n } from '../harness/e2eInstance';
import type { Execution } from '../harness/executionRecord';
import { projectRoot } from '../harness/paths';
import { pollUntil } from '../harness/poll';
import type { WorkflowDefinition } from '../harness/workflow';
import { startPlatform, type Platform } from './platform';

const n8n = useN8n();
const TYPE = 'n8n-nodes-smspartner.smsPartner';
const RECIPIENT = '+33639980001';
const schemaPath = ({ parameters }: INode) => join('v1.0.0', String(parameters['resource']), `${String(parameters['operation'])}.json`);

/** The preview schema, made strict: exactly these fields, at every depth. */
function strict(schema: SchemaObject): SchemaObject {
	const { version: _version, ...rest } = schema;
	const { properties, items } = rest;
	return {
		...rest,
		...(properties && {
			properties: Object.fromEntries(Object.entries<SchemaObject>(properties).map(([name, value]) => [name, strict(value)])),
			required: Object.keys(properties),
			additionalProperties: false,
		}),
		...(items && { items: strict(items) }),
	};
}

describe('every operation in a real n8n', () => {
	let platform: Platform;
	let workflow: WorkflowDefinition;
	let execution: Execution;

	beforeAll(async () => {
		platform = await startPlatform(n8n, { reportDelayMs: 1 });
		platform.simulator.addAudioFile({ name: 'Reminder' });
		const { credentials } = platform;
		workflow = complete(await readExample('03-every-operation.json'), ({ type }) => (type === TYPE ? { credentials } : {}));
		const { id } = await n8n.run(await n8n.createWorkflow(workflow), 'Start by hand');
		// The last node waits for a reply.
		await platform.simulator.reply(RECIPIENT, 'Yes');
		execution = await pollUntil('the example to end', async () => {
			const current = await n8n.execution(id);
			return ['waiting', 'running'].includes(current.status) ? undefined : current;
		});
	}, 120_000);
	afterAll(async () => platform.simulator.stop());

	const nodes = () => workflow.nodes.filter(({ type }) => type === TYPE);

	it('runs the example with one node for each operation to its end', async () => {
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		expect(nodes().filter(({ name }) => execution.nodes[name] === undefined)).toEqual([]);
	});

	it('has a node for every operation that the node offers', async () => {
		const description = (await n8n.nodeTypes()).find(({ name }) => name === TYPE);
		const offered = (description?.properties ?? [])
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) => options.map((option) => `${displayOptions?.show?.['resource']?.[0]}.${'value' in option ? option.value : ''}`))
			// n8n's own entry, which leads to its HTTP Request node.
			.filter((name) => !name.endsWith('__CUSTOM_API_CALL__'));
		expect(nodes().map(({ parameters }) => `${String(parameters['resource'])}.${String(parameters['operation'])}`).sort()).toEqual(offered.sort());
	});

	it('gives output that equals its schema, which n8n serves to the editor', async () => {
		const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
		for (const node of nodes()) {
			const file = join(projectRoot, 'nodes/SmsPartner/__schema__', schemaPath(node));
			expect([file, existsSync(file)]).toEqual([file, true]);
			const schema: SchemaObject = JSON.parse(readFileSync(file, 'utf8'));
			const validate = ajv.compile(strict(schema));
			const items = execution.nodes[node.name]?.outputs[0] ?? [];
			expect([node.name, items.length > 0]).toEqual([node.name, true]);
			for (const { json } of items) {
				validate(json);
				expect([node.name, validate.errors]).toEqual([node.name, null]);
			}
			const served = await axios.get(`${n8n.url}/schemas/${TYPE}/1.0.0/${String(node.parameters['resource'])}/${String(node.parameters['operation'])}.json`, { validateStatus: null });
			expect([node.name, served.data]).toEqual([node.name, schema]);
		}
	});
});
