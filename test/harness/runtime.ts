import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { claimFolder } from './claim';
import { runCommand } from './command';
import { localPath, projectRoot } from './paths';

/** An installed n8n and the Node.js it runs on, whatever Node.js the machine has. */
export interface N8nRuntime {
	/** First in PATH when n8n runs: its task runners are started as plain `node`. */
	binFolder: string;
	/** The script that `node` runs. */
	n8n: string;
}

const folderName = 'n8n-runtime';
const definition = join(projectRoot, 'test', folderName);
const folder = localPath(folderName);
const marker = join(folder, 'installed.sha256');
const runtime: N8nRuntime = {
	binFolder: join(folder, 'node_modules', '.bin'),
	n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
};

/** Installs the n8n of test/n8n-runtime into .local once per lock file, telling how far it is. */
export async function ensureRuntime(say: (line: string) => void = console.log): Promise<N8nRuntime> {
	const wanted = await lockHash();
	if ((await installedHash()) === wanted) return runtime;

	const release = claimFolder(folderName);
	try {
		say('Installing a real n8n into .local/n8n-runtime (once; 3 to 5 minutes, about 2.5 GB)');
		await rm(marker, { force: true });
		await mkdir(folder, { recursive: true });
		for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
			await copyFile(join(definition, file), join(folder, file));
		}
		await withProgress(say, async () => {
			await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
			const rebuild = ['rebuild', '--ignore-scripts=false', 'node', 'sqlite3'];
			await runCommand('npm', rebuild, { cwd: folder, env: headersOfThisNode() });
		});
		await writeFile(marker, wanted);
	} finally {
		release();
	}
	return runtime;
}

/** Where sqlite3 is compiled, for want of a ready-made build, the headers that came with Node.js spare a download. */
function headersOfThisNode(): Record<string, string> {
	const prefix = dirname(dirname(process.execPath));
	return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

async function lockHash(): Promise<string> {
	return createHash('sha256').update(await readFile(join(definition, 'package-lock.json'))).digest('hex');
}

async function installedHash(): Promise<string | undefined> {
	return existsSync(marker) ? (await readFile(marker, 'utf8')).trim() : undefined;
}

/** The disk's own counter says at once what walking through 200,000 files would find out slowly. */
async function withProgress(say: (line: string) => void, work: () => Promise<void>): Promise<void> {
	const startedAt = Date.now();
	const freeAtStart = await freeGigabytes();
	const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const report = async () => {
		const written = Math.max(0, freeAtStart - (await freeGigabytes()));
		say(`  ${elapsed()}: ${written.toFixed(1)} GB written`);
	};
	const timer = setInterval(() => void report(), 15_000);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	say(`  n8n is installed (${elapsed()})`);
}

async function freeGigabytes(): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return (bavail * bsize) / 1e9;
}
