import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { claimFolder } from './claim';
import { runCommand } from './command';
import { localPath, projectRoot } from './paths';

/** An installed n8n and the Node.js it runs on. */
export interface N8nRuntime {
	/** Holds `node`; first in PATH when n8n runs, because its task runners are started as plain `node`. */
	binFolder: string;
	/** The script that `node` runs. */
	n8n: string;
	/** What this n8n needs in its environment. */
	env: Record<string, string>;
}

interface Definition {
	/** In test/ what to install, in .local the installation. */
	folderName: string;
	/** Packages whose install scripts are needed. */
	withScripts: string[];
	cost: string;
	/** Where `node` is, seen from the installation. */
	binFolder: (folder: string) => string;
	env: Record<string, string>;
}

const definitions = {
	/** Brings its own Node.js along, whatever Node.js the machine has. */
	'2.x': {
		folderName: 'n8n-runtime',
		withScripts: ['node', 'sqlite3'],
		cost: '3 to 5 minutes, about 2.5 GB',
		binFolder: (folder) => join(folder, 'node_modules', '.bin'),
		env: {},
	},
	/**
	 * Runs on the Node.js of this process; the isolates of the default expression engine need a newer one than 20.
	 * Without a pool it would write the end of an execution and its data one after the other, so that a test could
	 * read new status with old data; its log recommends the pool, which 2.x always has.
	 */
	'1.x': {
		folderName: 'n8n-runtime-1x',
		withScripts: ['sqlite3'],
		cost: '2 to 4 minutes, about 1.5 GB',
		binFolder: () => dirname(process.execPath),
		env: { N8N_EXPRESSION_ENGINE: 'legacy', DB_SQLITE_POOL_SIZE: '3' },
	},
} satisfies Record<string, Definition>;

/** The lines of n8n that can be installed here. */
export type Release = keyof typeof definitions;

/** Installs an n8n of test/n8n-runtime* into .local once per lock file, telling how far it is. */
export async function ensureRuntime(release: Release, say: (line: string) => void = console.log): Promise<N8nRuntime> {
	const definition = definitions[release];
	const folder = localPath(definition.folderName);
	const marker = join(folder, 'installed.sha256');
	const wanted = await lockHash(definition);
	if ((await installedHash(marker)) !== wanted) {
		const unclaim = claimFolder(definition.folderName);
		try {
			await rm(marker, { force: true });
			await install(definition, folder, say);
			await writeFile(marker, wanted);
		} finally {
			unclaim();
		}
	}
	return {
		binFolder: definition.binFolder(folder),
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		env: definition.env,
	};
}

async function install({ folderName, withScripts, cost }: Definition, folder: string, say: (line: string) => void): Promise<void> {
	say(`Installing a real n8n into .local/${folderName} (once; ${cost})`);
	await mkdir(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
		await copyFile(join(projectRoot, 'test', folderName, file), join(folder, file));
	}
	await withProgress(folder, say, async () => {
		await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
		const rebuild = ['rebuild', '--ignore-scripts=false', ...withScripts];
		await runCommand('npm', rebuild, { cwd: folder, env: headersOfThisNode() });
	});
}

/** Where sqlite3 is compiled, for want of a ready-made build, the headers that came with Node.js spare a download. */
function headersOfThisNode(): Record<string, string> {
	const prefix = dirname(dirname(process.execPath));
	return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

async function lockHash({ folderName }: Definition): Promise<string> {
	const lockFile = join(projectRoot, 'test', folderName, 'package-lock.json');
	return createHash('sha256').update(await readFile(lockFile)).digest('hex');
}

async function installedHash(marker: string): Promise<string | undefined> {
	return existsSync(marker) ? (await readFile(marker, 'utf8')).trim() : undefined;
}

/** The disk's own counter says at once what walking through 200,000 files would find out slowly. */
async function withProgress(folder: string, say: (line: string) => void, work: () => Promise<void>): Promise<void> {
	const startedAt = Date.now();
	const freeAtStart = await freeGigabytes(folder);
	const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const report = async () => {
		const written = Math.max(0, freeAtStart - (await freeGigabytes(folder)));
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

async function freeGigabytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return (bavail * bsize) / 1e9;
}
