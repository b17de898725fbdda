import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { benchmarks } from '../bench';
import type { BenchOptions } from '../bench/options';
import { writeBlock } from '../bench/report';
import { packTarball } from '../test/harness/packageTarball';
import { localPath, projectRoot } from '../test/harness/paths';
import { exitOnSignals } from '../test/harness/processGroup';

const page = join(projectRoot, 'docs', 'performance.md');

async function main(): Promise<void> {
	exitOnSignals();
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true, default: Object.keys(benchmarks) },
			write: { type: 'boolean', default: false },
			rounds: { type: 'string', default: '3' },
			engine: { type: 'string', multiple: true },
			events: { type: 'string', default: '300' },
			'at-once': { type: 'string', default: '50' },
			items: { type: 'string', default: '10000' },
			latency: { type: 'string', multiple: true, default: ['0', '50', '200'] },
			size: { type: 'string', multiple: true, default: ['100', '1000', '10000', '100000'] },
		},
	});
	const selected = values.only.map((name) => ({ name, run: benchmark(name) }));
	const options: BenchOptions = {
		tarball: await packTarball(localPath('bench', 'package')),
		rounds: Number(values.rounds),
		engines: values.engine,
		events: Number(values.events),
		atOnce: Number(values['at-once']),
		items: Number(values.items),
		latencies: values.latency.map(Number),
		sizes: values.size.map(Number),
	};
	for (const { name, run } of selected) {
		console.log(`\n=== ${name} ===`);
		const results = await run(options);
		console.log(`\n${results}`);
		await writeFile(localPath('bench', `${name}.md`), `${results}\n`);
		if (values.write) await writeBlock(page, name, results);
	}
}

function benchmark(name: string): (options: BenchOptions) => Promise<string> {
	const run = benchmarks[name];
	if (run === undefined) throw new Error(`--only takes ${Object.keys(benchmarks).join(', ')}; not "${name}"`);
	return run;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
