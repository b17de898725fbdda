import axios from 'axios';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { startDaemon, type Daemon } from './daemon';
import { freePort } from './freePort';
import type { N8nRuntime } from './runtime';

export interface N8nProcessOptions {
	/** n8n keeps its state in `<userFolder>/.n8n`; community packages are in its `nodes`. */
	userFolder: string;
	/** Appended to, restart after restart. */
	logFile: string;
	/** Where it answers; a worker answers questions about its health only. */
	port: number;
	/** Added to (and stronger than) the quiet local defaults. */
	env: Record<string, string>;
}

/** `worker` and `webhook` are parts of an n8n in queue mode, whose `start` is its main process. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

/** Starts one process of n8n and waits until it answers. */
export async function startN8nProcess(runtime: N8nRuntime, command: N8nCommand, options: N8nProcessOptions): Promise<Daemon> {
	const { userFolder, logFile, port, env } = options;
	await mkdir(userFolder, { recursive: true });
	return await startDaemon({
		name: `"n8n ${command}" on port ${port}`,
		command: join(runtime.binFolder, 'node'),
		args: [runtime.n8n, command],
		cwd: userFolder,
		env: {
			...localEnvironment(runtime, userFolder),
			...(command === 'worker'
				? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) }
				: { N8N_PORT: String(port) }),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...env,
		},
		logFile,
		isReady: async () => await answers(`http://127.0.0.1:${port}${command === 'start' ? '/rest/settings' : '/healthz/readiness'}`),
	});
}

/** No setting of a developer's own n8n leaks in, and nothing listens beyond this machine. */
function localEnvironment(runtime: N8nRuntime, userFolder: string): Record<string, string> {
	const inherited = ['HOME', 'TMPDIR', 'LANG', 'TZ'].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(inherited),
		PATH: [runtime.binFolder, process.env['PATH'] ?? ''].join(delimiter),
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		// A machine busy with tests is no lost database, for which n8n answers everything with 503.
		DB_PING_TIMEOUT_MS: '60000',
		...runtime.env,
	};
}

/** n8n 1.x says that it is ready while its editor still gets a page that asks for patience, so the main process is asked for JSON. */
async function answers(url: string): Promise<boolean> {
	return await axios
		.get(url, { timeout: 5_000, validateStatus: null, proxy: false })
		.then(({ status, data }) => status === 200 && typeof data === 'object')
		.catch(() => false);
}
