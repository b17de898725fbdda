import { EDIT_FIELDS, HTTP_REQUEST, sending, statuses, type Candidate, type Job } from './candidates';
import { measureCells, type Cell, type Measured } from './measure';
import { conditions, whole, type BenchOptions } from './options';
import { markdownTable, megabytes, ratio, seconds } from './report';

const engines = ['default', 'legacy'];
const heads = ['Node', 'Latency', 'Requests', 'Failed', 'Seconds', 'of HTTP Request', 'of Edit Fields', 'Peak MB', 'of HTTP Request'];

export const benchSending = async (options: BenchOptions): Promise<string> => await compare(sending, options);

export const benchStatuses = async (options: BenchOptions): Promise<string> => await compare(statuses, options);

/** One job by every candidate, at each latency of the platform, in each engine. */
async function compare(job: Job, options: BenchOptions): Promise<string> {
	const { tarball, rounds, items } = options;
	const parts = [conditions(`${whole(items)} ${job.title}`, options)];
	for (const engine of options.engines ?? engines) {
		const measured = await measureCells({ tarball, engine, rounds, job }, (candidates) => cellsOf(candidates, options));
		parts.push(`Expression engine: ${engine}`, markdownTable(heads, measured.map((one) => row(one, measured))));
	}
	return parts.join('\n\n');
}

function cellsOf(candidates: Candidate[], { items, latencies }: BenchOptions): Cell[] {
	const cell = ({ name }: Candidate, latencyMs: number): Cell => ({ candidate: name, items, latencyMs });
	const asking = candidates.filter(({ asksPlatform }) => asksPlatform);
	const middle = latencies[Math.floor(latencies.length / 2)];
	return [
		...candidates.filter(({ asksPlatform }) => !asksPlatform).map((candidate) => cell(candidate, 0)),
		...latencies.flatMap((latencyMs) => asking.filter(({ once }) => !once || latencyMs === middle).map((candidate) => cell(candidate, latencyMs))),
	];
}

function row(one: Measured, all: Measured[]): string[] {
	const httpRequest = one.requests === 0 ? undefined : all.find(({ candidate, latencyMs }) => candidate === HTTP_REQUEST && latencyMs === one.latencyMs);
	const editFields = all.find(({ candidate }) => candidate === EDIT_FIELDS);
	const { candidate, latencyMs, requests, failed, milliseconds, peakBytes } = one;
	return [
		candidate,
		requests === 0 ? '' : `${latencyMs} ms`,
		whole(requests),
		whole(failed),
		seconds(milliseconds),
		ratio(milliseconds, httpRequest?.milliseconds),
		ratio(milliseconds, editFields?.milliseconds),
		megabytes(peakBytes),
		ratio(peakBytes, httpRequest?.peakBytes),
	];
}
