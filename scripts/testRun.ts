import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { tryCommand } from '../test/harness/command';
import type { Line } from '../test/harness/line';
import { localPath, projectRoot } from '../test/harness/paths';
import { exitOnSignals } from '../test/harness/processGroup';
import { ensureRuntime, type Release } from '../test/harness/runtime';
import { checkOutcome, jestOutcome, sum, type Outcome } from './outcome';

interface Part {
	run: () => Promise<Outcome>;
	/** The n8n that must be installed before. */
	needs?: Release;
}

/** Everything that `npm test` runs, in this order. */
const parts: Record<string, Part> = {
	lint: { run: async () => checkOutcome('lint', await show('npm', ['run', '--silent', 'lint'])) },
	types: { run: async () => checkOutcome('types', await show('npm', ['run', '--silent', 'typecheck'])) },
	unit: { run: async () => await jest('unit') },
	integration: { run: async () => await jest('integration') },
	e2e: { run: async () => await endToEnd('2.x'), needs: '2.x' },
	'e2e queue': { run: async () => await endToEnd('queue'), needs: '2.x' },
	'e2e 1.x': { run: async () => await endToEnd('1.x'), needs: '1.x' },
};

async function main(): Promise<void> {
	exitOnSignals();
	const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
	const selected = selectParts(values.only);
	const installed = installMeanwhile(selected.flatMap(([, { needs }]) => needs ?? []));
	const outcomes: Outcome[] = [];
	for (const [name, { run, needs }] of selected) {
		console.log(`\n=== ${name} ===`);
		if (needs !== undefined) await installed.get(needs);
		const outcome = await run();
		console.log(`--- ${name}: ${outcome.passed} passed, ${outcome.failed} failed`);
		outcomes.push(outcome);
	}
	const total = sum(outcomes);
	if (total.failed > 0) console.log(['', '=== failures ===', ...total.failures].join('\n'));
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed === 0 ? 0 : 1;
}

function selectParts(names: string[] = Object.keys(parts)): Array<[string, Part]> {
	return names.map((name) => {
		const part = parts[name];
		if (part === undefined) throw new Error(`--only takes ${Object.keys(parts).join(', ')}; not "${name}"`);
		return [name, part];
	});
}

/** Installs one n8n after the other while the parts run that do not need it yet; one that fails is tried again, and reported, by the tests. */
function installMeanwhile(releases: Release[]): Map<Release, Promise<void>> {
	const installed = new Map<Release, Promise<void>>();
	let before = Promise.resolve();
	for (const release of new Set(releases)) {
		before = before.then(async () => await ensureRuntime(release)).then(() => {}, () => {});
		installed.set(release, before);
	}
	return installed;
}

/** The same tests in each way to run n8n; `npx jest --selectProjects e2e` with E2E_LINE set does it by hand. */
async function endToEnd(line: Line): Promise<Outcome> {
	return await jest('e2e', ['--runInBand'], { E2E_LINE: line });
}

async function jest(project: string, options: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
	const part = [project, ...Object.values(env)].join(' ');
	const outputFile = localPath('results', `${part}.json`);
	await mkdir(localPath('results'), { recursive: true });
	await rm(outputFile, { force: true });
	const exitCode = await show('npx', ['jest', '--json', `--outputFile=${outputFile}`, ...options, '--selectProjects', project], env);
	const results = existsSync(outputFile) ? JSON.parse(await readFile(outputFile, 'utf8')) : undefined;
	return jestOutcome(part, exitCode, results);
}

/** Runs a command with its output shown as it comes; returns its exit code. */
async function show(command: string, args: string[], env: Record<string, string> = {}): Promise<number | null> {
	const onOutput = (text: string) => process.stdout.write(text);
	return (await tryCommand(command, args, { cwd: projectRoot, env, onOutput, signalAtExit: 'SIGTERM' })).code;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
