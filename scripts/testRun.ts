import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { tryCommand } from '../test/harness/command';
import type { Line } from '../test/harness/line';
import { localPath, projectRoot } from '../test/harness/paths';
import { exitOnSignals } from '../test/harness/processGroup';
import { checkOutcome, jestOutcome, sum, type Outcome } from './outcome';

/** Everything that `npm test` runs, in this order. */
const parts: Record<string, () => Promise<Outcome>> = {
	lint: async () => checkOutcome('lint', await show('npm', ['run', '--silent', 'lint'])),
	types: async () => checkOutcome('types', await show('npm', ['run', '--silent', 'typecheck'])),
	unit: async () => await jest('unit'),
	integration: async () => await jest('integration'),
	e2e: async () => await endToEnd('2.x'),
	'e2e 1.x': async () => await endToEnd('1.x'),
	'e2e queue': async () => await endToEnd('queue'),
};

async function main(): Promise<void> {
	exitOnSignals();
	const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
	const outcomes: Outcome[] = [];
	for (const [part, run] of selectParts(values.only)) {
		console.log(`\n=== ${part} ===`);
		const outcome = await run();
		console.log(`--- ${part}: ${outcome.passed} passed, ${outcome.failed} failed`);
		outcomes.push(outcome);
	}
	const total = sum(outcomes);
	if (total.failed > 0) console.log(['', '=== failures ===', ...total.failures].join('\n'));
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed === 0 ? 0 : 1;
}

function selectParts(names: string[] = Object.keys(parts)): Array<[string, () => Promise<Outcome>]> {
	return names.map((name) => {
		const run = parts[name];
		if (run === undefined) throw new Error(`--only takes ${Object.keys(parts).join(', ')}; not "${name}"`);
		return [name, run];
	});
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
