import express, { type Request, type Response } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'node:querystring';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { publishedTrigger, type StaticDataStore } from './webhookContext';

export interface TriggerServer {
	/** Up to the path of an event: `<url>/reply`. */
	url: string;
	/** The outputs of each execution that was started. */
	executions: INodeExecutionData[][][];
	close(): Promise<void>;
}

export interface ServerOptions {
	/** What is left of a server before; empty if left out. */
	store?: StaticDataStore;
	/** `manual` while the editor listens for a test event. */
	mode?: 'webhook' | 'manual';
	/** What n8n does to create an execution, before it answers; a failure is a 500. */
	createExecution?: () => Promise<void>;
}

/** The trigger behind real HTTP: what n8n's server does between a request and a node's `webhook()`, and after it. */
export async function serveTrigger(parameters: INodeParameters, { store, mode, createExecution = async () => await sleep(10) }: ServerOptions = {}): Promise<TriggerServer> {
	const trigger = publishedTrigger(parameters, store, mode);
	const executions: INodeExecutionData[][][] = [];
	const app = express().set('query parser', 'extended');
	app.use(express.raw({ type: () => true }), async (request: Request, response: Response) => {
		const path = request.path.slice(1);
		const row = trigger.rows.find((each) => each.path === path && each.httpMethod === request.method);
		if (row === undefined) {
			response.status(404).json({ message: 'is not registered' });
			return;
		}
		const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const { result, forgetChanges, saveStaticData } = await trigger.handle(row, Object.assign(request, { rawBody, body: parseBody(request, rawBody) }), response);
		if (result.workflowData !== undefined) {
			forgetChanges();
			await createExecution();
			executions.push(result.workflowData);
		}
		saveStaticData();
		if (result.noWebhookResponse === true) return;
		const { responseData = 'firstEntryJson' } = row.webhookDescription;
		const isOwnAnswer = result.workflowData === undefined || responseData === '';
		response.send(isOwnAnswer ? result.webhookResponse : responseData);
	});

	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const [id = ''] = trigger.rows[0]?.path.split('/') ?? [];
	return {
		url: `http://127.0.0.1:${port}/${id}`,
		executions,
		close: async () => {
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** By content type, as n8n does: a form flat, anything unknown not at all. */
function parseBody(request: Request, rawBody: Buffer): unknown {
	if (rawBody.length === 0) return undefined;
	const text = rawBody.toString();
	if (request.is('application/json')) return JSON.parse(text);
	if (request.is('application/x-www-form-urlencoded')) return parse(text);
	return request.is('text/plain') ? text : undefined;
}
