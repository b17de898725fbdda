import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { tryCommand } from '../command';
import { startDaemon } from '../daemon';
import { freePort } from '../freePort';

/** A running Redis. */
export interface Redis {
	/** How n8n is told of it. */
	env: Record<string, string>;
	/** Every value that was ever written to it, as text. */
	journal: string;
	stop(): Promise<void>;
}

const host = '127.0.0.1';

/** Starts Debian's Redis on a free port with its data in a new temporary folder, which goes with it. */
export async function startRedis(logFile: string): Promise<Redis> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-redis-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const port = String(await freePort());
	const journal = 'journal.aof';
	// The journal is never rewritten into Redis's own compressed form: tests search it.
	const persistence = ['--save', '', '--appendonly', 'yes', '--appendfilename', journal, '--auto-aof-rewrite-percentage', '0'];
	const daemon = await startDaemon({
		name: 'Redis',
		command: 'redis-server',
		args: ['--bind', host, '--port', port, '--dir', folder, ...persistence],
		cwd: folder,
		env: process.env,
		logFile,
		isReady: async () => (await tryCommand('redis-cli', ['-h', host, '-p', port, 'ping'], { cwd: folder })).stdout.trim() === 'PONG',
	});
	return {
		env: { QUEUE_BULL_REDIS_HOST: host, QUEUE_BULL_REDIS_PORT: port },
		journal: join(folder, 'appendonlydir', `${journal}.1.incr.aof`),
		async stop() {
			await daemon.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
