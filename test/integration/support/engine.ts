import 'reflect-metadata';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Expression,
	isExpression,
	NodeConnectionTypes,
	Workflow,
	type ExecutionError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';

import { SmsPartner } from '../../../nodes/SmsPartner/SmsPartner.node';
import { TestCredentials, type CredentialValues } from './credentials';

export const NODE = 'SMS Partner';

export interface RunOptions {
	parameters: INodeParameters;
	items: IDataObject[];
	credentials: CredentialValues;
	/** Settings of the node, such as `onError` and `retryOnFail`. */
	settings?: Partial<INode>;
	timezone?: string;
}

export interface NodeRun {
	/** Items of the node's own output, and of its error output where it has one. */
	items: INodeExecutionData[];
	errorItems: INodeExecutionData[];
	error: ExecutionError | undefined;
	hints: NodeExecutionHint[];
	/** How many n8n expressions were evaluated during the whole run. */
	expressions: number;
}

/** Gives the run its input items. */
function startNode(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['trigger'],
			version: 1,
			description: 'Gives the input items',
			defaults: {},
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [items.map((json) => ({ json }))];
		},
	};
}

export function nodeTypes(known: Record<string, INodeType>): INodeTypes {
	const get = (name: string): INodeType => {
		const type = known[name];
		if (!type) throw new Error(`Unknown node type ${name}`);
		return type;
	};
	return { getByName: get, getByNameAndVersion: get, getKnownTypes: () => ({}) };
}

export function actionNode(parameters: INodeParameters, credentials: CredentialValues): INode {
	return {
		id: 'node',
		name: NODE,
		type: 'smsPartner',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(Object.keys(credentials).map((type) => [type, { id: type, name: type }])),
	};
}

/** Runs the action node inside n8n-core's own workflow engine: its contexts, its retries, its error output. */
export async function runNode(options: RunOptions): Promise<NodeRun> {
	const node: INode = { ...actionNode(options.parameters, options.credentials), ...options.settings };
	const start: INode = { id: 'start', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [start, node],
		connections: { Start: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypes({ start: startNode(options.items), smsPartner: new SmsPartner() }),
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'Europe/Paris' },
	});
	const resolved = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	const execution = new WorkflowExecute(additionalData(options.credentials), 'trigger');
	const { data } = await execution.run({ workflow, startNode: start });
	const expressions = resolved.mock.calls.filter(([value]) => isExpression(value)).length;
	resolved.mockRestore();
	const [taskData] = data.resultData.runData[NODE] ?? [];
	const [items, errorItems] = taskData?.data?.main ?? [];
	return {
		items: items ?? [],
		errorItems: errorItems ?? [],
		error: taskData?.error,
		hints: taskData?.hints ?? [],
		expressions,
	};
}

/** The parts of n8n's surroundings that an execution touches; the rest is n8n's server. */
export function additionalData(credentials: CredentialValues): IWorkflowExecuteAdditionalData {
	const now = new Date();
	const workflow = { id: 'workflow', name: 'Test', active: false, activeVersionId: null, isArchived: false, nodes: [], connections: {}, createdAt: now, updatedAt: now };
	const surroundings = {
		credentialsHelper: new TestCredentials(credentials),
		hooks: new ExecutionLifecycleHooks('trigger', '1', workflow),
		executionId: '1',
		variables: {},
		restApiUrl: 'http://127.0.0.1:5678',
		instanceBaseUrl: 'http://127.0.0.1:5678',
		webhookBaseUrl: 'http://127.0.0.1:5678',
		webhookTestBaseUrl: 'http://127.0.0.1:5678',
		webhookWaitingBaseUrl: 'http://127.0.0.1:5678',
		formWaitingBaseUrl: 'http://127.0.0.1:5678',
	};
	return surroundings as unknown as IWorkflowExecuteAdditionalData;
}
