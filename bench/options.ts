import { cpus } from 'node:os';

/** What a benchmark is told; each reads what it needs. */
export interface BenchOptions {
	/** The package, packed as for publication. */
	tarball: string;
	rounds: number;
	/** Names of expression engines; each benchmark has its own if none is named. */
	engines: string[] | undefined;
	/** Callbacks for the trigger, and how many of them at once. */
	events: number;
	atOnce: number;
	/** SMS, or statuses. */
	items: number;
	/** Of the platform, in milliseconds. */
	latencies: number[];
	/** Numbers of items, of which the last but one is the baseline. */
	sizes: number[];
}

/** Under which conditions the figures came about. */
export function conditions(what: string, { rounds }: Pick<BenchOptions, 'rounds'>): string {
	return `${what}; median of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}).`;
}

export function whole(count: number): string {
	return count.toLocaleString('en');
}
