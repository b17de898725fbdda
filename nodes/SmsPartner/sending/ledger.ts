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

/** A set of ledgers, one for each run, which n8n identifies by one object through all its tries. */
export function ledgers<T extends Settled>(): (run: object) => Ledger<T> {
	const ofRun = new WeakMap<object, Map<string, T>>();
	return (run) => {
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
