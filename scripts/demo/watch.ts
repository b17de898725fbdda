import type { Execution } from '../../test/harness/executionRecord';
import type { N8nClient } from '../../test/harness/n8nClient';
import { pollUntil } from '../../test/harness/poll';
import type { Departure } from './lines';

/** What of n8n is needed here. */
export type Executions = Pick<N8nClient, 'executions' | 'endedExecutions' | 'execution'>;

export interface WatchEvents {
	onDeparture(departure: Departure): void;
	onFailure(executionId: string, message: string): void;
}

/** Follows the executions of the workflow behind the trigger, and counts what left by each branch. */
export class BranchWatch {
	private readonly known = new Set<string>();
	private readonly counts = new Map<string, number>();

	constructor(
		private readonly client: Executions,
		private readonly workflowId: string,
		private readonly events: WatchEvents,
		private readonly patienceMs = 30_000,
	) {}

	/** Leaves out what an earlier start has left. */
	async skipEarlier(): Promise<void> {
		for (const { id } of await this.client.executions(this.workflowId)) this.known.add(id);
	}

	count(branch: string): number {
		return this.counts.get(branch) ?? 0;
	}

	/** Reports what has ended since the last look. */
	async look(): Promise<void> {
		for (const { id } of await this.client.endedExecutions(this.workflowId)) {
			if (this.known.has(id)) continue;
			this.known.add(id);
			this.report(await this.client.execution(id));
		}
	}

	/** Waits until `count` items in all have left by the branch; throws when they do not come. */
	async until(branch: string, count: number): Promise<void> {
		await pollUntil(
			`${count} by ${branch}`,
			async () => {
				await this.look();
				return this.count(branch) >= count ? true : undefined;
			},
			{ limitMs: this.patienceMs, everyMs: 250 },
		);
	}

	private report(execution: Execution): void {
		if (execution.error !== undefined) this.events.onFailure(execution.id, execution.error.message);
		for (const departure of departuresOf(execution)) {
			this.counts.set(departure.branch, this.count(departure.branch) + 1);
			this.events.onDeparture(departure);
		}
	}
}

/** Each branch of the example ends in a node that adds the branch's name to its items. */
export function departuresOf(execution: Execution): Departure[] {
	const items = Object.values(execution.nodes).flatMap(({ outputs }) => outputs.flat());
	return items.flatMap(({ json }) => (typeof json['branch'] === 'string' ? [{ branch: json['branch'], json }] : []));
}
