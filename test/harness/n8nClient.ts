import type { AxiosInstance } from 'axios';
import type { DataTableColumnType, DataTableRow, INodeCredentialsDetails, INodeProperties } from 'n8n-workflow';
import pLimit from 'p-limit';

import { readExecution, type Execution, type ExecutionRecord } from './executionRecord';
import { restClient, type N8nSession } from './n8nSession';
import { pollUntil } from './poll';
import type { WorkflowDefinition } from './workflow';

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	workflowId: string;
}

/** A node type or credential type that the instance has loaded. */
export interface TypeSummary {
	/** A node's name carries its package: `n8n-nodes-base.noOp`. */
	name: string;
	displayName: string;
	iconUrl?: string | { light: string; dark: string };
	properties: INodeProperties[];
}

export interface DataTable {
	insert(rows: DataTableRow[]): Promise<void>;
	/** In the order of their insertion, with n8n's own columns. */
	rows(): Promise<DataTableRow[]>;
	remove(): Promise<void>;
}

interface PublicationStatus {
	status: string;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}

const pageSize = 100;

/** Does in n8n what a user does in the editor, through the calls that the editor itself makes. */
export class N8nClient {
	private readonly rest: AxiosInstance;

	constructor(private readonly session: N8nSession) {
		this.rest = restClient(session);
	}

	get url(): string {
		return this.session.url;
	}

	/** Returns what a node's `credentials` entry refers to. */
	async createCredential(name: string, type: string, data: Record<string, string>): Promise<INodeCredentialsDetails> {
		const { data: answer } = await this.rest.post('/rest/credentials', { name, type, data });
		return { id: answer.data.id, name };
	}

	/** Replaces the values of a stored credential. */
	async updateCredential(id: string, name: string, type: string, data: Record<string, string>): Promise<void> {
		await this.rest.patch(`/rest/credentials/${id}`, { name, type, data });
	}

	async credentials(): Promise<Array<{ id: string; name: string; type: string }>> {
		const { data: answer } = await this.rest.get('/rest/credentials');
		return answer.data;
	}

	/** What happens when a new credential is saved in its window: n8n stores it and tests it. */
	async testCredential(type: string, data: Record<string, string>): Promise<CredentialTestResult> {
		const credentials = { ...(await this.createCredential(type, type, data)), type, data };
		const { data: answer } = await this.rest.post('/rest/credentials/test', { credentials });
		return answer.data;
	}

	/** A Data Table of the user's own project, with these columns. */
	async createDataTable(name: string, columns: Record<string, DataTableColumnType>): Promise<DataTable> {
		const { data: project } = await this.rest.get('/rest/projects/personal');
		const tables = `/rest/projects/${project.data.id}/data-tables`;
		const { data: answer } = await this.rest.post(tables, { name, columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })) });
		const table = `${tables}/${answer.data.id}`;
		return {
			insert: async (rows) => void (await this.rest.post(`${table}/insert`, { data: rows })),
			rows: async () => {
				const { data: found } = await this.rest.get(`${table}/rows`, { params: { sortBy: 'id:asc' } });
				return found.data.data;
			},
			remove: async () => void (await this.rest.delete(table)),
		};
	}

	async workflows(): Promise<Array<{ id: string; name: string }>> {
		const { data: answer } = await this.rest.get('/rest/workflows');
		return answer.data;
	}

	/** The newest version, which is not always the published one. */
	async workflow(id: string): Promise<WorkflowDefinition & { versionId: string }> {
		const { data: answer } = await this.rest.get(`/rest/workflows/${id}`);
		return answer.data;
	}

	/** Returns the new workflow's id. n8n 1.x insists on hearing that it is not active yet. */
	async createWorkflow(workflow: WorkflowDefinition): Promise<string> {
		const { data: answer } = await this.rest.post('/rest/workflows', { active: false, ...workflow });
		return answer.data.id;
	}

	async updateWorkflow(id: string, workflow: WorkflowDefinition): Promise<void> {
		await this.rest.patch(`/rest/workflows/${id}?forceSave=true`, workflow);
	}

	/**
	 * Publishes the newest version and waits until it is in service and every given webhook URL answers. Throws with
	 * what n8n shows the user when a trigger of the workflow refuses.
	 */
	async publish(workflowId: string, webhookUrls: string[] = []): Promise<void> {
		const { versionId } = await this.workflow(workflowId);
		await this.rest.post(`/rest/workflows/${workflowId}/activate`, { versionId });
		await this.untilInService(workflowId);
		await this.untilWebhooks(webhookUrls, 'be registered', (methods) => methods.length > 0);
	}

	/** The reverse of {@link publish}. */
	async unpublish(workflowId: string, webhookUrls: string[] = []): Promise<void> {
		await this.rest.post(`/rest/workflows/${workflowId}/deactivate`, {});
		await this.untilWebhooks(webhookUrls, 'be gone', (methods) => methods.length === 0);
	}

	/** Methods for which a production webhook is registered; asking starts no execution. */
	async registeredMethods(webhookUrl: string): Promise<string[]> {
		const { headers } = await this.rest.request({ method: 'OPTIONS', url: webhookUrl, headers: { Origin: this.url } });
		const methods = String(headers['access-control-allow-methods'] ?? '').split(', ');
		return methods.filter((method) => method !== 'OPTIONS' && method !== '');
	}

	/**
	 * Starts a workflow by hand from its trigger, which needs pinned items unless it is a Manual Trigger; returns the id
	 * of the execution. n8n 1.x runs the workflow that it is sent, 2.x the one that it has stored.
	 */
	async start(workflowId: string, trigger: string): Promise<string> {
		const body = { workflowData: await this.workflow(workflowId), triggerToStartFrom: { name: trigger } };
		const { data: answer } = await this.rest.post(`/rest/workflows/${workflowId}/run`, body);
		const id: unknown = answer.data.executionId;
		if (typeof id !== 'string') throw new Error(`"${trigger}" waits for a call: give it pinned items to run by hand`);
		return id;
	}

	/** Runs a workflow by hand to its end; see {@link start}. */
	async run(workflowId: string, trigger: string): Promise<Execution> {
		const id = await this.start(workflowId, trigger);
		return await pollUntil(`execution ${id} to end`, async () => {
			const record = await this.executionRecord(id);
			return isUnderWay(record) ? undefined : readExecution(record);
		});
	}

	/**
	 * All executions of a workflow, or of the instance; oldest first. n8n's own pages go by id but are sorted by start,
	 * and may so leave out what ran side by side: these go by start, until one brings nothing new.
	 */
	async executions(workflowId?: string): Promise<ExecutionSummary[]> {
		const found = new Map<string, ExecutionSummary>();
		let startedBefore: string | undefined;
		for (let known = -1; found.size > known; ) {
			known = found.size;
			const params = { filter: JSON.stringify({ workflowId, startedBefore }), limit: pageSize };
			const { data: answer } = await this.rest.get('/rest/executions', { params });
			const page: Array<ExecutionSummary & { startedAt: string | null }> = answer.data.results;
			for (const { id, status, workflowId: of } of page) found.set(id, { id, status, workflowId: of });
			startedBefore = page.at(-1)?.startedAt ?? undefined;
		}
		return [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** How many executions of a workflow have ended; undefined while one is under way. */
	async endedIfIdle(workflowId: string): Promise<number | undefined> {
		const count = async (filter: object): Promise<number> => {
			const params = { filter: JSON.stringify({ workflowId, ...filter }), limit: 1 };
			const { data: answer } = await this.rest.get('/rest/executions', { params });
			return answer.data.count;
		};
		const underWay = await count({ status: ['new', 'running'] });
		return underWay === 0 ? await count({}) : undefined;
	}

	/** Those of {@link executions} whose record is complete. */
	async endedExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		return (await this.executions(workflowId)).filter((execution) => !isUnderWay(execution));
	}

	async execution(id: string): Promise<Execution> {
		return readExecution(await this.executionRecord(id));
	}

	/**
	 * Waits until the workflow has at least `count` executions and none is under way, then returns them all,
	 * oldest first. To prove that something started none, send what does start one after it and wait for that.
	 */
	async waitForExecutions(workflowId: string, count: number): Promise<Execution[]> {
		const summaries = await pollUntil(`${count} executions of workflow ${workflowId}`, async () => {
			const executions = await this.executions(workflowId);
			return executions.length >= count && !executions.some(isUnderWay) ? executions : undefined;
		});
		const fewAtOnce = pLimit(8);
		return await Promise.all(summaries.map(async ({ id }) => await fewAtOnce(async () => await this.execution(id))));
	}

	async nodeTypes(): Promise<TypeSummary[]> {
		const { data } = await this.rest.get('/types/nodes.json');
		return data;
	}

	async credentialTypes(): Promise<TypeSummary[]> {
		const { data } = await this.rest.get('/types/credentials.json');
		return data;
	}

	private async executionRecord(id: string): Promise<ExecutionRecord> {
		const { data: answer } = await this.rest.get(`/rest/executions/${id}`);
		return answer.data;
	}

	/** n8n 2.x publishes after its answer, 1.x before. */
	private async untilInService(workflowId: string): Promise<void> {
		if (this.session.version.startsWith('1.')) return;
		const triggers = await pollUntil(`workflow ${workflowId} to be in service`, async () => {
			const { data: answer } = await this.rest.get(`/rest/workflows/${workflowId}/publication-status`);
			const { status, triggers }: PublicationStatus = answer.data;
			return status === 'in_progress' ? undefined : triggers;
		});
		const refusals = triggers.flatMap(({ status, errorMessage }) => (status === 'failed' ? [errorMessage] : []));
		if (refusals.length > 0) throw new Error(`n8n did not publish workflow ${workflowId}: ${refusals.join(', ')}`);
	}

	private async untilWebhooks(urls: string[], what: string, accept: (methods: string[]) => boolean): Promise<void> {
		for (const url of urls) {
			await pollUntil(`${url} to ${what}`, async () => (accept(await this.registeredMethods(url)) ? true : undefined));
		}
	}
}

/** Its run data is not complete yet. */
const isUnderWay = ({ status }: { status: string }): boolean => ['new', 'running', 'unknown'].includes(status);
