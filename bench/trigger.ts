import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { N8nClient } from '../test/harness/n8nClient';
import { projectRoot } from '../test/harness/paths';
import { pollUntil } from '../test/harness/poll';
import { buildWorkflow, webhookUrl, type NodeSketch, type Wire } from '../test/harness/workflow';
import { withN8n } from './n8n';
import { conditions, whole, type BenchOptions } from './options';
import { markdownTable, ratio } from './report';

/** A workflow that takes callbacks, and the URL they come to. */
interface Candidate {
	name: string;
	/** Events of one round. */
	send(): Promise<Round>;
}

interface Round {
	eventsPerSecond: number;
	executions: number;
}

const engines = ['default', 'lazy', 'legacy'];
const heads = ['Workflow', 'Events/s', 'Executions', 'of Webhook + Switch', 'of doing nothing'];
const branches = ['Reply', 'STOP', 'Delivery', 'Voice Status', 'Number Check', 'Unrecognised'];
const payloads = ['dlr', 'response', 'stop', 'voice-sms'].map((name): unknown =>
	JSON.parse(readFileSync(join(projectRoot, 'test', 'fixtures', `webhook.${name}.json`), 'utf8')),
);
const agent = { proxy: false, validateStatus: null } as const;

/**
 * Events per second, from the first request to the end of the last execution, of this trigger (one execution an event,
 * and grouped), of the built-in Webhook with a Switch of four rules, of a trigger that does nothing, and of one that does
 * not even start an execution, which no trigger can beat: all in one n8n, in turns, so that what else the machine does
 * hits all alike.
 */
export async function benchTrigger(options: BenchOptions): Promise<string> {
	const parts = [conditions(`${whole(options.events)} events, ${options.atOnce} at once`, options)];
	for (const engine of options.engines ?? engines) {
		const medians = await withN8n(options.tarball, engine, async ({ client }) => await measure(await candidates(client, options), options));
		parts.push(`Expression engine: ${engine}`, tableOf(medians));
	}
	return parts.join('\n\n');
}

async function candidates(n8n: N8nClient, options: BenchOptions): Promise<Candidate[]> {
	const own = (parameters: INodeParameters): NodeSketch => ({ name: 'Trigger', type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters });
	const toBranches: Wire[] = branches.map((branch, output) => ['Trigger', branch, output]);
	const equals = (field: string, value: string) => ({
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
			conditions: [{ id: field + value, leftValue: `={{ $json.body.${field} }}`, rightValue: value, operator: { type: 'string', operation: 'equals' } }],
			combinator: 'and',
		},
	});
	const rules = { values: [equals('type', 'response'), equals('type', 'stop'), equals('currency', 'EUR'), equals('additionnal_status', 'VOICE_ANSWERED')] };
	return await Promise.all([
		candidate(n8n, options, 'Webhook + Switch', 'delivery-report', [
			{ name: 'Trigger', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { httpMethod: 'POST', path: 'delivery-report', responseMode: 'onReceived', options: {} } },
			{ name: 'Switch', type: 'n8n-nodes-base.switch', typeVersion: 3.2, parameters: { rules, options: {} } },
		], [['Trigger', 'Switch'], ...branches.slice(0, 4).map((branch, output): Wire => ['Switch', branch, output])]),
		candidate(n8n, options, 'A trigger that does nothing', 'delivery-report', [{ name: 'Trigger', type: 'n8n-nodes-donothing.doNothingTrigger' }], toBranches),
		candidate(n8n, options, 'One that only acknowledges', 'delivery-report', [
			{ name: 'Trigger', type: 'n8n-nodes-donothing.doNothingTrigger', parameters: { startsExecutions: false } },
		], toBranches),
		candidate(n8n, options, 'SMS Partner Trigger', 'delivery-report', [own({})], toBranches),
		candidate(n8n, options, 'SMS Partner Trigger, groupBursts', 'delivery-report', [own({ options: { groupBursts: true } })], toBranches),
	]);
}

async function candidate(n8n: N8nClient, options: BenchOptions, name: string, path: string, nodes: NodeSketch[], wires: Wire[]): Promise<Candidate> {
	const noOps = branches.map((branch) => ({ name: branch, type: 'n8n-nodes-base.noOp' }));
	const workflow = buildWorkflow({ name, nodes: [...nodes, ...noOps], wires });
	if (name === 'Webhook + Switch') for (const node of workflow.nodes) if (node.name === 'Trigger') node.parameters['path'] = `${node.webhookId}/${path}`;
	const url = webhookUrl(n8n.url, workflow, 'Trigger', path);
	const id = await n8n.createWorkflow(workflow);
	await n8n.publish(id, [url]);
	let before = 0;
	return {
		name,
		send: async () => {
			const startedAt = performance.now();
			await sendAll(url, options);
			const ended = await pollUntil('the executions to end', async () => await n8n.endedIfIdle(id), { limitMs: 300_000 });
			const seconds = (performance.now() - startedAt) / 1000;
			const executions = ended - before;
			before = ended;
			return { eventsPerSecond: options.events / seconds, executions };
		},
	};
}

async function sendAll(url: string, { events, atOnce }: BenchOptions): Promise<void> {
	const limit = pLimit(atOnce);
	const statuses = await Promise.all(
		Array.from({ length: events }, async (_, index) =>
			await limit(async () => (await axios.post(url, payloads[index % payloads.length], agent)).status),
		),
	);
	const failed = statuses.filter((status) => status !== 200).length;
	if (failed > 0) throw new Error(`${failed} of ${events} callbacks to ${url} failed`);
}

/** The median round of each, after one that only warms up. */
async function measure(all: Candidate[], { rounds }: BenchOptions): Promise<Map<string, Round>> {
	const results = new Map(all.map(({ name }) => [name, new Array<Round>()]));
	for (const { send } of all) await send();
	for (let round = 0; round < rounds; round += 1) {
		for (const { name, send } of all) results.get(name)?.push(await send());
	}
	return new Map([...results].map(([name, measured]) => [name, median(measured)]));
}

function median(rounds: Round[]): Round {
	const sorted = [...rounds].sort((a, b) => a.eventsPerSecond - b.eventsPerSecond);
	return sorted[Math.floor(sorted.length / 2)] ?? { eventsPerSecond: NaN, executions: NaN };
}

function tableOf(medians: Map<string, Round>): string {
	const webhook = medians.get('Webhook + Switch')?.eventsPerSecond ?? NaN;
	const nothing = medians.get('A trigger that does nothing')?.eventsPerSecond ?? NaN;
	const rows = [...medians].map(([name, { eventsPerSecond, executions }]) => [
		name,
		eventsPerSecond.toFixed(0),
		whole(executions),
		ratio(eventsPerSecond, webhook),
		ratio(eventsPerSecond, nothing),
	]);
	return markdownTable(heads, rows);
}
