import type { IExecuteFunctions } from 'n8n-workflow';

import type { Failure } from '../api/failure';

/** What became of something that was asked for once: a result, or a failure. */
export interface Settled {
	json?: unknown;
	failure?: Failure;
}

/**
 * What has already gone through, or may have, in one run of the node. With "Retry On Fail" n8n calls the node again
 * with the same input: without this memory it would do everything a second time that went through the first time.
 */
export interface Ledger<T extends Settled> {
	recall(identity: string): T | undefined;
	record(identity: string, outcome: T): void;
}

/** A set of ledgers, one for each run of a node. */
export function ledgers<T extends Settled>(): (context: IExecuteFunctions) => Ledger<T> {
	const ofRun = new WeakMap<object, Map<string, T>>();
	return (context) => {
		const run = runOf(context);
		const settled = ofRun.get(run) ?? new Map<string, T>();
		ofRun.set(run, settled);
		return {
			recall: (identity) => settled.get(identity),
			record: (identity, outcome) => {
				if (outcome.failure === undefined || outcome.failure.kind === 'unknown') settled.set(identity, outcome);
			},
		};
	};
}

/**
 * The object that stays the same through all tries of one run, and belongs to no other. The calls of an AI agent to its
 * tools all share the data of the agent's own run: what tells them apart is their arguments.
 */
export function runOf(context: IExecuteFunctions): object {
	if (!isTool(context)) return context.getExecuteData();
	const [call] = context.getInputData();
	return call?.json ?? {};
}

/**
 * Whether the node is the tool of an AI agent. Agents run their tools in more than one way, and n8n 1 says of none that
 * it is one; but the tool variant of a node is always named like that.
 */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}
