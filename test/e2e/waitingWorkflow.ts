import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import axios from 'axios';
import { parse } from 'flatted';
import type { IDataObject, INode, INodeParameters, IRunExecutionData } from 'n8n-workflow';

import { asText, isRecord } from '../../nodes/SmsPartner/values/narrow';
import { controlN8n, e2eInstance } from '../harness/e2eInstance';
import { usedOutputs, type Execution } from '../harness/executionRecord';
import type { N8nClient } from '../harness/n8nClient';
import { pollUntil } from '../harness/poll';
import { buildWorkflow } from '../harness/workflow';
import type { AcceptedSms } from '../simulator';
import type { Platform } from './platform';

export const WAITING_NODE = 'Ask';
const INTAKE = 'Intake';
const BRANCHES = ['First', 'Second', 'Timed Out'];

export interface WaitingWorkflow {
	id: string;
	/** Starts an execution with this body and gives the SMS that it sends. */
	start(body: IDataObject & { phoneNumber: string }): Promise<AcceptedSms>;
	/** Waits until this many executions sleep or have ended, and none is under way. */
	atRest(count: number): Promise<void>;
	/** What became of the execution of this number, once it has ended. */
	ended(phoneNumber: string): Promise<Ended>;
}

export interface Ended {
	status: string;
	/** The output by which the one item left, and the item. */
	output: number | undefined;
	json: IDataObject | undefined;
	/** Names of the nodes behind the waiting node that ran. */
	branches: string[];
	/** How often the waiting node and the nodes behind it ran, as n8n shows it. */
	runs: number[];
}

/** A published workflow that sends an SMS for each call and waits, with a node behind each output. */
export async function publishWaiting(
	n8n: N8nClient,
	{ credentials, simulator }: Platform,
	parameters: INodeParameters,
	{ settings = {}, node = {} }: { settings?: Record<string, unknown>; node?: Partial<INode> } = {},
): Promise<WaitingWorkflow> {
	const path = randomUUID();
	const workflow = buildWorkflow({
		name: `Waiting ${path}`,
		nodes: [
			{ name: INTAKE, type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' } },
			{
				name: WAITING_NODE,
				type: 'n8n-nodes-smspartner.smsPartner',
				credentials,
				settings: node,
				parameters: { resource: 'sms', operation: 'sendAndWaitForEvent', to: '={{ $json.body.phoneNumber }}', message: 'Yes or no?', options: {}, ...parameters },
			},
			...BRANCHES.map((name) => ({ name, type: 'n8n-nodes-base.noOp' })),
		],
		wires: [[INTAKE, WAITING_NODE], ...BRANCHES.map((name, output): [string, string, number] => [WAITING_NODE, name, output])],
	});
	const id = await n8n.createWorkflow({ ...workflow, settings });
	const url = `${n8n.url}/webhook/${path}`;
	await n8n.publish(id, [url]);

	const executionOf = new Map<string, string>();
	return {
		id,
		async start(body) {
			await axios.post(url, body);
			return await pollUntil(`the SMS to ${body.phoneNumber}`, async () => simulator.acceptedFor(body.phoneNumber).at(-1));
		},
		async atRest(count) {
			await pollUntil(`${count} executions to be at rest`, async () => ((await n8n.endedExecutions(id)).length >= count ? true : undefined));
		},
		async ended(phoneNumber) {
			return await pollUntil(
				`the execution of ${phoneNumber} to end`,
				async () => {
					for (const { id: each } of await n8n.endedExecutions(id)) {
						if ([...executionOf.values()].includes(each)) continue;
						const number = recipientOf(await n8n.execution(each));
						if (number !== undefined) executionOf.set(number, each);
					}
					const own = executionOf.get(phoneNumber);
					const execution = own === undefined ? undefined : await n8n.execution(own);
					return execution?.status === 'waiting' || execution?.status === 'running' ? undefined : execution && readEnded(execution);
				},
				{ limitMs: 150_000, everyMs: 500 },
			);
		},
	};
}

/**
 * Restarts n8n and waits until it has looked through the executions that it left: it marks those that wait as crashed
 * and then as waiting again, and cannot resume them in between although it takes calls already.
 */
export async function restartFully(): Promise<void> {
	const { logFile } = e2eInstance();
	const starts = async () => (await readFile(logFile, 'utf8')).split('Editor is now accessible').length;
	const before = await starts();
	await controlN8n().restart();
	await pollUntil('n8n to be fully started', async () => ((await starts()) > before ? true : undefined));
}

function recipientOf({ nodes }: Execution): string | undefined {
	const body: unknown = nodes[INTAKE]?.outputs[0]?.[0]?.json['body'];
	return isRecord(body) ? asText(body['phoneNumber']) : undefined;
}

export function readEnded({ status, nodes, stored }: Execution): Ended {
	const run = nodes[WAITING_NODE];
	const used = run === undefined ? [] : usedOutputs(run);
	const output = used.length === 1 ? used[0] : undefined;
	const data: Partial<IRunExecutionData> = parse(stored);
	const runData = data.resultData?.runData ?? {};
	const branches = BRANCHES.filter((name) => nodes[name] !== undefined);
	return {
		status,
		output,
		json: output === undefined ? undefined : run?.outputs[output]?.[0]?.json,
		branches,
		runs: [WAITING_NODE, ...branches].map((name) => runData[name]?.length ?? 0),
	};
}
