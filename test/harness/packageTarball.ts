import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand } from './command';
import { projectRoot } from './paths';

/** Builds the package and packs it as for publication, into a folder of its own; returns the tarball's path. */
export async function packTarball(folder: string): Promise<string> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await runCommand('npm', ['run', 'build'], { cwd: projectRoot });
	await runCommand('npm', ['pack', '--pack-destination', folder], { cwd: projectRoot });
	const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
	return join(folder, tarball);
}

/** {@link installPackages} of one. */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	await installPackages([tarball], userFolder);
}

/**
 * Installs tarballs where an n8n instance keeps its community packages. Like n8n itself it leaves out
 * development and peer dependencies: n8n-workflow comes from the instance.
 */
export async function installPackages(tarballs: string[], userFolder: string): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	await writeFile(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }, null, 2),
	);
	await runCommand(
		'npm',
		['install', ...tarballs, '--omit=dev', '--omit=peer', '--ignore-scripts', '--package-lock=false', '--no-audit', '--no-fund'],
		{ cwd: folder },
	);
}
