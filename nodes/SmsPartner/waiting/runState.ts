import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isRecord } from '../values/narrow';
import { restoreWait, type Wait } from './wait';

/** In the metadata of a stack entry: the wait whose time limit it stands for, or how the node was woken. */
const MARK = 'smsPartnerWait';

/** An execution that sleeps in this node. */
export interface Sleep {
	wait: Wait;
	/** Lets n8n run the node when it resumes, so that it can choose the output. */
	wakeWith(output: number): void;
}

/**
 * The nodes that n8n is going to run, of which the first sleeps. n8n's contexts hold them without saying so in their
 * types, and n8n has no other way to leave by a chosen output: at the time limit it passes the input of the sleeping
 * node to the first output, and n8n 1 does the same with what webhook() gives.
 */
export function stackOf(context: IExecuteFunctions | IWebhookFunctions): unknown[] | undefined {
	const run: unknown = Reflect.get(context, 'runExecutionData');
	const state = isRecord(run) ? run.executionData : undefined;
	return isRecord(state) && Array.isArray(state.nodeExecutionStack) ? state.nodeExecutionStack : undefined;
}

/**
 * Puts the execution to sleep. n8n puts its entry first on the stack and, at the time limit, passes it over: it has no
 * input to pass on. The entry behind it is run then. Each has a node of its own, since n8n disables the first one.
 */
export async function fallAsleep(context: IExecuteFunctions, stack: unknown[], wait: Wait): Promise<void> {
	const entry = context.getExecuteData();
	stack.unshift({ ...entry, node: { ...entry.node }, metadata: { ...entry.metadata, [MARK]: wait } });
	entry.node = { ...entry.node };
	entry.data = { main: [] };
	await context.putExecutionToWait(new Date(wait.until));
}

/** "Always Output Data" would add an empty item to the first output, where it looks like an answer. */
export function outputNothingByDefault(context: IExecuteFunctions): void {
	const entry = context.getExecuteData();
	entry.node = { ...entry.node, alwaysOutputData: false };
}

/** The sleep that a call found, with what is awaited. */
export function sleepOf(context: IWebhookFunctions): Sleep | undefined {
	const stack = stackOf(context);
	const [sleeping, atLimit]: unknown[] = stack ?? [];
	const wait = restoreWait(markOf(atLimit));
	if (stack === undefined || wait === undefined || !isRecord(sleeping) || !isRecord(sleeping.node)) return undefined;
	const { node, metadata } = sleeping;
	return {
		wait,
		wakeWith: (output) => {
			stack.splice(1, 1);
			node.disabled = false;
			sleeping.metadata = { ...(isRecord(metadata) && metadata), [MARK]: { output, nonce: wait.nonce } };
		},
	};
}

/** Why the node runs: to go on by an output, at the time limit of a wait, or for the first time. */
export type Occasion = { kind: 'woken'; output: number; nonce: string } | { kind: 'limit'; wait: Wait } | { kind: 'first' };

export function occasionOf(context: IExecuteFunctions): Occasion {
	const mark = markOf(context.getExecuteData());
	if (isRecord(mark) && typeof mark.output === 'number' && typeof mark.nonce === 'string') {
		return { kind: 'woken', output: mark.output, nonce: mark.nonce };
	}
	const wait = restoreWait(mark);
	return wait === undefined ? { kind: 'first' } : { kind: 'limit', wait };
}

function markOf(entry: unknown): unknown {
	return isRecord(entry) && isRecord(entry.metadata) ? entry.metadata[MARK] : undefined;
}
