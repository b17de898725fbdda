import { OWN_NODE, sending } from './candidates';
import { measureCells, type Measured } from './measure';
import { conditions, whole, type BenchOptions } from './options';
import { markdownTable, megabytes, ratio, seconds } from './report';

const heads = ['Items', 'Requests', 'Failed', 'Seconds', 'Added MB', 'Time per item', 'Memory per item'];

/** Time and memory of this node over ever more items; per item, against the last size but one. */
export async function benchGrowth(options: BenchOptions): Promise<string> {
	const { tarball, rounds, sizes } = options;
	const parts = [conditions('Personalised SMS from input fields, at 0 ms of latency', options)];
	for (const engine of options.engines ?? ['default']) {
		const measured = await measureCells({ tarball, engine, rounds, job: sending }, () => sizes.map((items) => ({ candidate: OWN_NODE, items, latencyMs: 0 })));
		const baseline = measured.at(-2) ?? measured.at(-1);
		if (baseline !== undefined) parts.push(`Expression engine: ${engine}`, markdownTable(heads, measured.map((one) => row(one, baseline))));
	}
	return parts.join('\n\n');
}

const added = ({ peakBytes, bytesAtStart }: Measured): number => peakBytes - bytesAtStart;

function row(one: Measured, baseline: Measured): string[] {
	const { items, requests, failed, milliseconds } = one;
	return [
		whole(items),
		whole(requests),
		whole(failed),
		seconds(milliseconds),
		megabytes(added(one)),
		ratio(milliseconds / items, baseline.milliseconds / baseline.items),
		ratio(added(one) / items, added(baseline) / baseline.items),
	];
}
