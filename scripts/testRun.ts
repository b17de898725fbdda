import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import once from 'lodash/once';
import pick from 'lodash/pick';

import { tryCommand } from '../test/harness/command';
import type { Line } from '../test/harness/line';
import { localPath, projectRoot } from '../test/harness/paths';
import { packTarball } from '../test/harness/packageTarball';
import { exitOnSignals } from '../test/harness/processGroup';
import { ensureRuntime, type Release } from '../test/harness/runtime';
import { checkOutcome, jestOutcome, sum, type Outcome } from './outcome';

/** Shows what a part prints. */
type Say = (text: string) => void;

interface Part {
	name: string;
	run: (say: Say) => Promise<Outcome>;
	/** The n8n that must be installed before. */
	needs?: Release;
}

/**
 * Everything that `npm test` runs, in this order. What shares a line runs side by side: n8n looks for executions whose
 * wait is over once a minute, so that its tests wait more than they compute.
 */
const steps: Part[][] = [
	[{ name: 'lint', run: async (say) => checkOutcome('lint', await show(say, 'npm', ['run', '--silent', 'lint'])) }],
	[{ name: 'types', run: async (say) => checkOutcome('types', await show(say, 'npm', ['run', '--silent', 'typecheck'])) }],
	[{ name: 'unit', run: async (say) => await jest(say, 'unit') }],
	[{ name: 'integration', run: async (say) => await jest(say, 'integration') }],
	[endToEnd('e2e', '2.x', '2.x')],
	[endToEnd('e2e queue', 'queue', '2.x'), endToEnd('e2e 1.x', '1.x', '1.x')],
];

async function main(): Promise<void> {
	exitOnSignals();
	const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
	const selected = select(values.only);
	const installed = installMeanwhile(selected.flat().flatMap(({ needs }) => needs ?? []));
	const outcomes: Outcome[] = [];
	for (const step of selected) {
		await Promise.all(step.map(async ({ needs }) => needs !== undefined && (await installed.get(needs))));
		outcomes.push(...(await Promise.all(step.map(async (part) => await runPart(part, step.length === 1)))));
	}
	const total = sum(outcomes);
	if (total.failed > 0) console.log(['', '=== failures ===', ...total.failures].join('\n'));
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed === 0 ? 0 : 1;
}

function select(names?: string[]): Part[][] {
	if (names === undefined) return steps;
	const known = steps.flat().map(({ name }) => name);
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined) throw new Error(`--only takes ${known.join(', ')}; not "${unknown}"`);
	return steps.map((step) => step.filter(({ name }) => names.includes(name))).filter((step) => step.length > 0);
}

/** Shows what a part prints as it comes, or as a whole when another part runs beside it. */
async function runPart({ name, run }: Part, isAlone: boolean): Promise<Outcome> {
	const title = `\n=== ${name} ===\n`;
	let kept = '';
	if (isAlone) process.stdout.write(title);
	const outcome = await run((text) => {
		if (isAlone) process.stdout.write(text);
		else kept += text;
	});
	if (!isAlone) process.stdout.write(title + kept);
	console.log(`--- ${name}: ${outcome.passed} passed, ${outcome.failed} failed`);
	return outcome;
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
function endToEnd(name: string, line: Line, needs: Release): Part {
	const run = async (say: Say) => await jest(say, 'e2e', ['--runInBand'], { E2E_LINE: line, E2E_TARBALL: await packedOnce() });
	return { name, needs, run };
}

/** The package as all these tests install it: two builds at once would be in each other's way. */
const packedOnce = once(async () => await packTarball(localPath('package')));

async function jest(say: Say, project: string, options: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
	const part = [project, ...Object.values(pick(env, 'E2E_LINE'))].join(' ');
	const outputFile = localPath('results', `${part}.json`);
	await mkdir(localPath('results'), { recursive: true });
	await rm(outputFile, { force: true });
	const exitCode = await show(say, 'npx', ['jest', '--json', `--outputFile=${outputFile}`, ...options, '--selectProjects', project], env);
	const results = existsSync(outputFile) ? JSON.parse(await readFile(outputFile, 'utf8')) : undefined;
	return jestOutcome(part, exitCode, results);
}

/** Runs a command with its output shown; returns its exit code. */
async function show(say: Say, command: string, args: string[], env: Record<string, string> = {}): Promise<number | null> {
	return (await tryCommand(command, args, { cwd: projectRoot, env, onOutput: say, signalAtExit: 'SIGTERM' })).code;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
