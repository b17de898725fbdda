import 'reflect-metadata';

import { randomUUID } from 'node:crypto';

import type { Request, Response } from 'express';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IHookFunctions,
	type INode,
	type INodeParameters,
	type INodeTypes,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { webhooks } from '../../../nodes/SmsPartner/callbacks/description';
import { SmsPartnerTrigger } from '../../../nodes/SmsPartner/SmsPartnerTrigger.node';

const webhookId = 'b6d1f1a4-0000-4000-8000-000000000000';
const trigger = new SmsPartnerTrigger();

/** A trigger in a published workflow: its registered rows, and what n8n-core's own contexts make of hooks and requests. */
export interface PublishedTrigger {
	rows: IWebhookData[];
	/** The value of a field of the description, as n8n evaluates it. */
	evaluate(field: string | boolean | undefined): unknown;
	/** What n8n does for each row when the workflow is published. */
	checkExists(row: IWebhookData): Promise<boolean>;
	handle(row: IWebhookData, request: Request, response: Response): Promise<HandledRequest>;
}

export interface HandledRequest {
	result: IWebhookResponseData;
	/** n8n forgets changes of the static data when it prepares an execution. */
	forgetChanges(): void;
	/** n8n does this between creating the execution and answering. */
	saveStaticData(): void;
}

/** The part of n8n's database that outlives a request: the static data of the workflow, as JSON. */
export interface StaticDataStore {
	json: string;
	writes: number;
}

export function emptyStore(): StaticDataStore {
	return { json: '{}', writes: 0 };
}

export function publishedTrigger(parameters: INodeParameters, store = emptyStore(), mode: 'webhook' | 'manual' = 'webhook'): PublishedTrigger {
	const node: INode = {
		id: randomUUID(),
		name: 'SMS Partner Trigger',
		type: 'smsPartnerTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters,
	};
	const load = () => new Workflow({ id: 'workflow', nodes: [node], connections: {}, active: true, nodeTypes, staticData: JSON.parse(store.json) });
	const workflow = load();
	const evaluate = (field: string | boolean | undefined): unknown =>
		workflow.expression.getSimpleParameterValue(node, field, 'internal', {});
	const methods = (value: string): string[] => String(evaluate(value)).split(',');
	const rows = webhooks.flatMap((webhookDescription) =>
		methods(webhookDescription.httpMethod).map((httpMethod) => ({
			httpMethod: httpMethod === 'GET' ? ('GET' as const) : ('POST' as const),
			node: node.name,
			path: `${webhookId}/${String(evaluate(webhookDescription.path))}`,
			webhookDescription,
			workflowId: 'workflow',
			workflowExecuteAdditionalData: surroundings(),
		})),
	);
	return {
		rows,
		evaluate,
		async checkExists(row) {
			const context = new HookContext(workflow, node, surroundings(), 'trigger', 'activate', row);
			const hooks = trigger.webhookMethods[row.webhookDescription.name];
			if (hooks === undefined) throw new Error(`No hooks for ${row.webhookDescription.name}`);
			return await hooks.checkExists.call(context as IHookFunctions);
		},
		async handle(row, httpRequest, httpResponse) {
			const data = surroundings({ httpRequest, httpResponse });
			const loaded = load();
			const context = new WebhookContext(loaded, node, data, mode, row, [], null);
			const result = await trigger.webhook.call(context as IWebhookFunctions);
			return {
				result,
				forgetChanges: () => {
					loaded.staticData['__dataChanged'] = false;
				},
				saveStaticData: () => {
					if (mode === 'manual' || loaded.staticData['__dataChanged'] !== true) return;
					store.json = JSON.stringify(loaded.staticData);
					store.writes += 1;
				},
			};
		},
	};
}

const nodeTypes: INodeTypes = {
	getByName: () => trigger,
	getByNameAndVersion: () => trigger,
	getKnownTypes: () => ({}),
};

/** The parts of n8n's surroundings that a webhook touches; the rest is n8n's server. */
function surroundings(request: Partial<IWorkflowExecuteAdditionalData> = {}): IWorkflowExecuteAdditionalData {
	const known: Partial<IWorkflowExecuteAdditionalData> = {
		restApiUrl: 'http://127.0.0.1:5678/rest',
		webhookBaseUrl: 'http://127.0.0.1:5678/webhook',
		webhookTestBaseUrl: 'http://127.0.0.1:5678/webhook-test',
		variables: { smsSecret: 'from-a-variable' },
		...request,
	};
	return known as IWorkflowExecuteAdditionalData;
}
