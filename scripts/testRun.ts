import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { tryCommand } from '../test/harness/command';
import { localPath, projectRoot } from '../test/harness/paths';
import { exitOnSignals } from '../test/harness/processGroup';
import { checkOutcome, jestOutcome, sum, type Outcome } from './outcome';

/** Everything that `npm test` runs, in this order. */
const parts: Record<string, () => Promise<Outcome>> = {
	lint: async () => checkOutcome('lint', await show('npm', ['run', '--silent', 'lint'])),
	types: async () => checkOutcome('types', await show('npm', ['run', '--silent', 'typecheck'])),
	unit: async () => await jest('unit'),
	integration: async () => await jest('integration'),
	e2e: async () => await jest('e2e', '--runInBand'),
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

async function jest(project: string, ...options: string[]): Promise<Outcome> {
	const outputFile = localPath('results', `${project}.json`);
	await mkdir(localPath('results'), { recursive: true });
	await rm(outputFile, { force: true });
	const exitCode = await show('npx', ['jest', '--json', `--outputFile=${outputFile}`, ...options, '--selectProjects', project]);
	const results = existsSync(outputFile) ? JSON.parse(await readFile(outputFile, 'utf8')) : undefined;
	return jestOutcome(project, exitCode, results);
}

/** Runs a command with its output shown as it comes; returns its exit code. */
async function show(command: string, args: string[]): Promise<number | null> {
	const onOutput = (text: string) => process.stdout.write(text);
	return (await tryCommand(command, args, { cwd: projectRoot, onOutput, signalAtExit: 'SIGTERM' })).code;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
