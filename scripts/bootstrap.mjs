// Node.js built-ins only: this runs before anything is installed. npm's own pre-scripts are no way to do it,
// because .npmrc switches install scripts off, and those with them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const oldestNode = 20;

/**
 * Installs what is missing, compiles the tools and runs one of them in this process.
 * @param {string} tool name of a TypeScript file in scripts/, without its extension
 */
export function runTool(tool) {
	const [major] = process.versions.node.split('.').map(Number);
	if (major < oldestNode) fail(`Node.js ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
	process.chdir(root);
	installDependencies();
	compileTools();
	require(join(root, '.local', 'tools', 'scripts', tool));
}

/** Runs `npm ci` once per lock file; the marker goes with node_modules when that is deleted. */
function installDependencies() {
	const marker = join(root, 'node_modules', '.installed.sha256');
	const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
	if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
	console.log('Installing the dependencies (npm ci)');
	run('npm', ['ci', '--no-audit', '--no-fund']);
	writeFileSync(marker, wanted);
}

/** Types are checked by `npm test`, not here, so that one mistake in the code does not hide every other result. */
function compileTools() {
	run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.tools.json', '--noCheck']);
}

function run(command, args) {
	const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
	if (error) fail(`${command} could not be started: ${error.message}`);
	if (status !== 0) fail(`"${command} ${args.join(' ')}" failed (${signal ?? status}).`);
}

function fail(message) {
	console.error(message);
	process.exit(1);
}
