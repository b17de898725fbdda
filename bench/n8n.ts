import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../test/harness/command';
import { startN8n, type N8n } from '../test/harness/n8n';
import { N8nClient } from '../test/harness/n8nClient';
import { signIn } from '../test/harness/n8nSession';
import { installPackages } from '../test/harness/packageTarball';
import { localPath, projectRoot } from '../test/harness/paths';

export interface BenchN8n extends Pick<N8n, 'restart'> {
	client: N8nClient;
	userFolder: string;
}

/** How n8n evaluates expressions, and the variables that say so. */
const engines: Record<string, Record<string, string>> = {
	default: {},
	lazy: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	legacy: { N8N_EXPRESSION_ENGINE: 'legacy' },
};

/** Nodes that only the benchmarks need, each a package of its own. */
const ownPackages = ['doNothing', 'ends'];

/** Runs `work` in an n8n of its own, which has the packed package and the nodes of this folder. */
export async function withN8n<T>(tarball: string, engine: string, work: (n8n: BenchN8n) => Promise<T>): Promise<T> {
	const env = engines[engine];
	if (env === undefined) throw new Error(`--engine takes ${Object.keys(engines).join(', ')}; not "${engine}"`);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	try {
		for (const name of ownPackages) {
			await runCommand('npm', ['pack', '--pack-destination', userFolder], { cwd: join(projectRoot, 'bench', name) });
		}
		const packed = (await readdir(userFolder)).map((name) => join(userFolder, name));
		await installPackages([tarball, ...packed], userFolder);
		const n8n = await startN8n({ userFolder, logFile: localPath('bench', `${engine}.log`), env });
		try {
			const session = await signIn(n8n.url, { email: 'bench@example.com', password: 'Local-bench-1' });
			return await work({ client: new N8nClient(session), restart: async () => await n8n.restart(), userFolder });
		} finally {
			await n8n.stop();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}
