import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';

import type { Daemon } from '../daemon';
import { freePort } from '../freePort';
import type { N8n, N8nOptions } from '../n8n';
import { startN8nProcess, type N8nCommand } from '../n8nProcess';
import { ensureRuntime } from '../runtime';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import { startRoundRobin } from './roundRobin';

interface Running {
	/** The main process and the webhook processors. */
	front: Daemon[];
	/** The worker. */
	background: Daemon;
}

/**
 * Starts n8n in queue mode: a main process, a worker and two webhook processors with one user folder, one
 * PostgreSQL and one Redis, behind one URL. A restart or a kill is one of all processes of n8n.
 */
export async function startCluster({ userFolder, logFile, env = {} }: N8nOptions): Promise<N8n> {
	const runtime = await ensureRuntime('2.x');
	const folder = dirname(logFile);
	const [postgres, redis] = await Promise.all([startPostgres(join(folder, 'postgres.log')), startRedis(join(folder, 'redis.log'))]);
	const [main, worker, first, second] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
	const proxy = await startRoundRobin({ main, webhooks: [first, second] });
	const shared = {
		...postgres.env,
		...redis.env,
		EXECUTIONS_MODE: 'queue',
		// The default engine takes an isolate for every callback, and has its run in one process: here it would cost minutes.
		N8N_EXPRESSION_ENGINE: 'legacy',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_WEBHOOK_URL: proxy.url,
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		...env,
	};

	const start = async (command: N8nCommand, port: number) => await startN8nProcess(runtime, command, { userFolder, logFile, port, env: shared });
	/** The main process sets up the database, so it comes first; the worker ends what the others wait for, so it stops last. */
	const launch = async (): Promise<Running> => {
		const front = [await start('start', main)];
		const [background, ...webhooks] = await Promise.all([start('worker', worker), start('webhook', first), start('webhook', second)]);
		return { front: [...front, ...webhooks], background };
	};
	let running = await launch();
	const stopProcesses = async () => {
		await Promise.all(running.front.map(async (daemon) => await daemon.stop()));
		await running.background.stop();
	};
	return {
		url: proxy.url,
		logFile,
		async kill() {
			await Promise.all([...running.front, running.background].map(async (daemon) => await daemon.kill()));
		},
		async stop() {
			await stopProcesses();
			await Promise.all([proxy.stop(), redis.stop(), postgres.stop()]);
		},
		async restart() {
			await stopProcesses();
			running = await launch();
		},
		async dump() {
			const file = join(folder, 'database.sql');
			await postgres.dump(file);
			return [file, redis.journal];
		},
	};
}
