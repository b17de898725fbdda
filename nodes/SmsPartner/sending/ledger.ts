import type { Outcome } from './kind';

/**
 * What has already gone out, or may have, in one run of the node. With "Retry On Fail" n8n calls the node again with
 * the same input: without this memory it would send every accepted SMS a second time.
 */
export interface Ledger {
	recall(identity: string): Outcome | undefined;
	record(identity: string, outcome: Outcome): void;
}

const ledgers = new WeakMap<object, Map<string, Outcome>>();

/** The ledger of a run, which n8n identifies by one object through all its tries. */
export function ledgerOf(run: object): Ledger {
	const settled = ledgers.get(run) ?? new Map<string, Outcome>();
	ledgers.set(run, settled);
	return {
		recall: (identity) => settled.get(identity),
		record: (identity, outcome) => {
			if (outcome.ok || outcome.failure.kind === 'unknown') settled.set(identity, outcome);
		},
	};
}
