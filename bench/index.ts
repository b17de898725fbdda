import { benchSending, benchStatuses } from './campaign';
import { benchGrowth } from './growth';
import { benchLoad } from './load';
import type { BenchOptions } from './options';
import { benchTrigger } from './trigger';

/** Every benchmark, by the name of its place in docs/performance.md; each gives its results as Markdown. */
export const benchmarks: Record<string, (options: BenchOptions) => Promise<string>> = {
	trigger: benchTrigger,
	sending: benchSending,
	statuses: benchStatuses,
	growth: benchGrowth,
	load: benchLoad,
};
