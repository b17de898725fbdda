import 'reflect-metadata';

import { EventEmitter } from 'node:events';

import type { Request, Response } from 'express';
import { parse, stringify } from 'flatted';
import { WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IRunExecutionData,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { SmsPartner } from '../../../nodes/SmsPartner/SmsPartner.node';
import { webhooks } from '../../../nodes/SmsPartner/waiting/webhooks';
import type { Simulator } from '../../simulator';
import { keysOf } from './campaign';
import { actionNode, additionalData, NODE, nodeTypes } from './engine';

/** The lines of n8n differ in what they tell the engine when a webhook resumes an execution. */
export type Line = '1.x' | '2.x';

export interface ExecutionOptions {
	parameters: INodeParameters;
	items?: Array<Record<string, string>>;
	settings?: Partial<INode>;
	/** `v1` if left out; workflows from before n8n 1 have none. */
	executionOrder?: 'v0' | 'v1';
	line?: Line;
}

export interface CallAnswer {
	status: number;
	body: unknown;
}

const BEHIND = ['First', 'Second', 'Timed Out', 'Failed'];

/** An execution whose node waits, in n8n-core's engine; between its steps it is stored as n8n stores it. */
export class SleepingExecution {
	private stored = '';

	private run: IRun | undefined;

	private readonly workflow: Workflow;

	constructor(
		private readonly simulator: Simulator,
		private readonly options: ExecutionOptions,
	) {
		const { parameters, settings, executionOrder = 'v1' } = options;
		const node: INode = { ...actionNode(parameters, keysOf(simulator)), ...settings };
		const other = (name: string, type: string): INode => ({ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} });
		this.workflow = new Workflow({
			id: 'workflow',
			nodes: [other('Start', 'start'), node, ...BEHIND.map((name) => other(name, 'pass'))],
			connections: {
				Start: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] },
				[NODE]: { main: BEHIND.map((name) => [{ node: name, type: NodeConnectionTypes.Main, index: 0 }]) },
			},
			active: false,
			nodeTypes: nodeTypes({ start: pass('start'), pass: pass('pass'), smsPartner: new SmsPartner(), smsPartnerTool: new SmsPartner() }),
			settings: executionOrder === 'v1' ? { executionOrder } : {},
		});
	}

	async start(): Promise<this> {
		const { items = [{}] } = this.options;
		const engine = new WorkflowExecute(this.surroundings(), 'webhook');
		const startNode = this.workflow.getNode('Start');
		const pinData = { Start: items.map((json) => ({ json })) };
		await this.finish(engine.run({ workflow: this.workflow, pinData, ...(startNode && { startNode }) }));
		return this;
	}

	get status(): string | undefined {
		return this.run?.status;
	}

	get waitTill(): Date | undefined {
		return this.run?.waitTill ?? undefined;
	}

	get error() {
		return this.run?.data.resultData.error;
	}

	/** The items of each output of the node's runs. */
	get runs(): INodeExecutionData[][][] {
		const runs = this.run?.data.resultData.runData[NODE] ?? [];
		return runs.map(({ data }) => (data?.['main'] ?? []).map((items) => items ?? []));
	}

	get hints(): string[] {
		return (this.run?.data.resultData.runData[NODE] ?? []).flatMap(({ hints }) => (hints ?? []).map(({ message }) => message));
	}

	/** The nodes behind it that ran, with what each got. */
	get behind(): Record<string, unknown[]> {
		const { runData = {} } = this.run?.data.resultData ?? {};
		const ran = BEHIND.filter((name) => runData[name] !== undefined);
		return Object.fromEntries(ran.map((name) => [name, (runData[name] ?? []).flatMap(({ data }) => (data?.['main']?.[0] ?? []).map(({ json }) => json))]));
	}

	/** What n8n does when the time is up. */
	async limit(): Promise<void> {
		await this.readForLimit()();
	}

	/** The same, with time for other calls between n8n's reading of the execution and its resumption. */
	readForLimit(): () => Promise<void> {
		const data = this.load();
		return async () => await this.resume(data);
	}

	/** What n8n does with a call to the URL of a sleeping execution, up to its resumption. */
	async call(url: string, payload: object, method = 'POST'): Promise<CallAnswer> {
		const { answer, resume } = await this.receive(url, payload, method);
		await resume();
		return answer;
	}

	/** The same, with time for other calls before it resumes. */
	async receive(url: string, payload: object, method = 'POST'): Promise<{ answer: CallAnswer; resume: () => Promise<void>; response: FakeResponse }> {
		const data = this.load();
		const [entry] = data.executionData?.nodeExecutionStack ?? [];
		if (entry === undefined) throw new Error('Nothing sleeps');
		entry.node.disabled = true;
		delete data.waitTill;
		data.resultData.runData[NODE]?.pop();

		const { pathname, search } = new URL(url);
		const description = webhooks.find(({ path }) => pathname.endsWith(`/${path}`));
		if (description === undefined) throw new Error(`n8n knows no ${pathname}`);
		const isGet = method === 'GET';
		const query = isGet ? `${search}&${new URLSearchParams({ ...payload }).toString()}` : search;
		const response = new FakeResponse();
		const request = { method, url: `${pathname}${query}`, headers: { 'content-type': 'application/json' }, body: isGet ? undefined : payload, rawBody: isGet ? undefined : Buffer.from(JSON.stringify(payload)) };
		const surroundings = { ...this.surroundings(), httpRequest: request as unknown as Request, httpResponse: response as unknown as Response };
		const webhookData = { httpMethod: 'POST' as const, node: NODE, path: description.path, webhookDescription: description, workflowId: 'workflow', workflowExecuteAdditionalData: surroundings };
		const context = new WebhookContext(this.workflow, entry.node, surroundings, 'webhook', webhookData, [], data);
		const { workflowData, webhookResponse } = await new SmsPartner().webhook.call(context as IWebhookFunctions);

		const answer = { status: response.statusCode, body: response.body ?? webhookResponse };
		if (workflowData === undefined) return { answer, response, resume: async () => undefined };
		entry.data.main = workflowData;
		if (this.options.line !== '1.x') entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
		const resume = async () => {
			response.answer();
			await this.resume(parse(stringify(data)));
		};
		return { answer, response, resume };
	}

	/** Stored as n8n stores it; a restart of n8n changes nothing about it. */
	private load(): IRunExecutionData {
		if (this.status !== 'waiting') throw new Error(`The execution is ${this.status}, n8n would answer 409`);
		return parse(this.stored);
	}

	private async resume(data: IRunExecutionData): Promise<void> {
		await this.finish(new WorkflowExecute(this.surroundings(), 'webhook', data).processRunExecutionData(this.workflow));
	}

	private async finish(run: PromiseLike<IRun>): Promise<void> {
		this.run = await run;
		this.stored = stringify(this.run.data);
	}

	private surroundings() {
		return additionalData(keysOf(this.simulator));
	}
}

/** As much of an HTTP response as the node uses. */
export class FakeResponse extends EventEmitter {
	statusCode = 200;

	writableEnded = false;

	destroyed = false;

	body: unknown;

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	json(body: unknown): void {
		this.body = body;
	}

	/** n8n has answered. */
	answer(code = 200): void {
		this.statusCode = code;
		this.writableEnded = true;
		this.emit('finish');
	}
}

function pass(name: string): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: 'Passes its items on',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [this.getInputData()];
		},
	};
}
