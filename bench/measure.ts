import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import axios from 'axios';
import sortBy from 'lodash/sortBy';

import { startPlatform, type Platform } from '../test/e2e/platform';
import { pollUntil } from '../test/harness/poll';
import { buildWorkflow, type NodeSketch, type Wire } from '../test/harness/workflow';
import type { Candidate, Job } from './candidates';
import { withN8n, type BenchN8n } from './n8n';

/** One line of a table. */
export interface Cell {
	candidate: string;
	items: number;
	/** Of the platform. */
	latencyMs: number;
}

/** What End has measured in one round, and the platform has counted. */
interface Round {
	milliseconds: number;
	/** What the whole process held when Begin started, and the most it held since. */
	bytesAtStart: number;
	peakBytes: number;
	items: number;
	failed: number;
	requests: number;
}

export interface Measured extends Cell, Round {}

interface Bench {
	tarball: string;
	engine: string;
	rounds: number;
	job: Job;
}

const warmUpItems = 100;

/**
 * Every cell in an n8n that was started for it alone, so that its memory is its own, after a few items that only warm up.
 * The cells take turns, so that what else the machine does hits all alike. n8n stores nothing of these executions, which
 * would cost more than some of what is measured. What is not asked of the platform is measured without latency only.
 */
export async function measureCells({ tarball, engine, rounds, job }: Bench, cellsOf: (candidates: Candidate[]) => Cell[]): Promise<Measured[]> {
	return await withN8n(tarball, engine, async (n8n) => {
		const platform = await startPlatform(n8n.client, { balance: 1e6 });
		try {
			const candidates = job.candidates(platform);
			const urls = new Map<string, string>();
			for (const [index, candidate] of candidates.entries()) urls.set(candidate.name, await publish(n8n, candidate, `bench-${index}`));
			const once = new Set(candidates.flatMap(({ name, once }) => (once === true ? [name] : [])));
			const cells = cellsOf(candidates).map((cell) => ({ cell, measured: new Array<Round>() }));
			for (let round = 0; round < rounds; round += 1) {
				for (const { cell, measured } of cells) {
					if (round > 0 && once.has(cell.candidate)) continue;
					const result = await measureCell(n8n, platform, job, cell, urls.get(cell.candidate) ?? '');
					measured.push(result);
					console.log(`${engine} engine, ${cell.items} items, ${cell.latencyMs} ms: ${cell.candidate}: ${Math.round(result.milliseconds)} ms, ${Math.round(result.peakBytes / 1e6)} MB`);
				}
			}
			return cells.map(({ cell, measured }) => ({ ...cell, ...median(measured) }));
		} finally {
			await platform.simulator.stop();
		}
	});
}

/** Webhook, Begin, the candidate, End; returns the URL that runs it. */
async function publish({ client }: BenchN8n, { name, node }: Candidate, path: string): Promise<string> {
	const nodes: NodeSketch[] = [
		{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} } },
		{ name: 'Begin', type: 'n8n-nodes-benchends.begin' },
		...(node === undefined ? [] : [{ ...node, name }]),
		{ name: 'End', type: 'n8n-nodes-benchends.end' },
	];
	const wires = nodes.slice(1).map(({ name: to }, index): Wire => [nodes[index]?.name ?? '', to]);
	const settings = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'all' };
	const url = `${client.url}/webhook/${path}`;
	await client.publish(await client.createWorkflow({ ...buildWorkflow({ name, nodes, wires }), settings }), [url]);
	return url;
}

async function measureCell(n8n: BenchN8n, platform: Platform, job: Job, { items, latencyMs }: Cell, url: string): Promise<Round> {
	const { simulator } = platform;
	const file = join(n8n.userFolder, 'items.json');
	/** To a platform that knows of nothing before: what warmed up must not be found in its lists. */
	const give = async (count: number) => {
		simulator.reset();
		await writeFile(file, JSON.stringify(await job.items(platform, count)));
	};
	await n8n.restart();
	await pollUntil(`${url} to answer`, async () => ((await n8n.client.registeredMethods(url)).length > 0 ? true : undefined));

	await give(warmUpItems);
	await call(url, file);
	await give(items);
	if (latencyMs > 0) simulator.faults.add({ kind: 'latency', ms: latencyMs }, { times: Infinity });
	const before = simulator.requests.length;
	const measured = await call(url, file);
	if (measured.items !== items) throw new Error(`${items} items went in and ${measured.items} came out`);
	return { ...measured, requests: simulator.requests.length - before };
}

async function call(url: string, file: string): Promise<Omit<Round, 'requests'>> {
	const { data, status } = await axios.post(url, { file }, { proxy: false, validateStatus: null });
	if (status !== 200) throw new Error(`n8n answered with ${status}: ${JSON.stringify(data)}`);
	return data;
}

/** The median of each figure, but the worst of what may not happen at all. */
function median(rounds: Round[]): Round {
	const middle = (figure: keyof Round): number => sortBy(rounds.map((round) => round[figure]))[Math.floor(rounds.length / 2)] ?? NaN;
	return {
		milliseconds: middle('milliseconds'),
		bytesAtStart: middle('bytesAtStart'),
		peakBytes: middle('peakBytes'),
		items: middle('items'),
		failed: Math.max(...rounds.map(({ failed }) => failed)),
		requests: middle('requests'),
	};
}
