import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import sortBy from 'lodash/sortBy';

import { n8n as published, name as packageName } from '../package.json';
import { runCommand } from '../test/harness/command';
import { installPackage } from '../test/harness/packageTarball';
import { projectRoot } from '../test/harness/paths';
import { ensureRuntime, type N8nRuntime } from '../test/harness/runtime';
import { whole, type BenchOptions } from './options';
import { markdownTable, ratio } from './report';

interface Loaded {
	milliseconds: number;
	bytes: number;
}

const processes = 9;
const twilio = ['nodes/Twilio/Twilio.node.js', 'nodes/Twilio/TwilioTrigger.node.js', 'credentials/TwilioApi.credentials.js'];

/** What it costs n8n to load the files of this package and those of the built-in Twilio nodes; and what is to be installed. */
export async function benchLoad({ tarball }: BenchOptions): Promise<string> {
	const runtime = await ensureRuntime('2.x');
	const modules = dirname(dirname(dirname(runtime.n8n)));
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	try {
		await installPackage(tarball, userFolder);
		const installed = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
		const baseline = await loadInTurns(runtime, modules, {
			'built-in Twilio': twilio.map((file) => join(modules, 'n8n-nodes-base', 'dist', file)),
			[packageName]: [...published.nodes, ...published.credentials].map((file) => join(installed, file)),
		});
		return report(baseline, (await stat(tarball)).size);
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

/** Each in fresh processes, one after the other. */
async function loadInTurns(runtime: N8nRuntime, modules: string, files: Record<string, string[]>): Promise<Map<string, Loaded>> {
	const loaded = new Map(Object.keys(files).map((name) => [name, new Array<Loaded>()]));
	for (let round = 0; round < processes; round += 1) {
		for (const [name, paths] of Object.entries(files)) loaded.get(name)?.push(await load(runtime, modules, paths));
	}
	return new Map([...loaded].map(([name, all]) => [name, { milliseconds: middle(all, 'milliseconds'), bytes: middle(all, 'bytes') }]));
}

/** As in n8n, modules that a package does not bring along come from n8n's own. */
async function load({ binFolder }: N8nRuntime, modules: string, files: string[]): Promise<Loaded> {
	const args = ['--expose-gc', join(projectRoot, 'bench', 'load', 'load.js'), ...files];
	return JSON.parse(await runCommand(join(binFolder, 'node'), args, { cwd: modules, env: { NODE_PATH: modules } }));
}

function middle(all: Loaded[], figure: keyof Loaded): number {
	return sortBy(all.map((one) => one[figure]))[Math.floor(all.length / 2)] ?? NaN;
}

function report(loaded: Map<string, Loaded>, tarballBytes: number): string {
	const baseline = loaded.get('built-in Twilio');
	const rows = [...loaded].map(([name, { milliseconds, bytes }]) => [
		name,
		milliseconds.toFixed(1),
		ratio(milliseconds, baseline?.milliseconds),
		whole(Math.round(bytes / 1000)),
		ratio(bytes, baseline?.bytes),
	]);
	return [
		`Median of ${processes} processes each.`,
		markdownTable(['Nodes and credentials', 'Milliseconds', 'of Twilio', 'kB held', 'of Twilio'], rows),
		`The packed package has ${(tarballBytes / 1000).toFixed(1)} kB.`,
	].join('\n\n');
}
