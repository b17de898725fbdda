import axios from 'axios';
import { mkdir, open, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './freePort';
import { signalGroup, spawnGroup } from './processGroup';
import { ensureRuntime, type N8nRuntime } from './runtime';

export interface N8nOptions {
	/** n8n keeps its state in `<userFolder>/.n8n`; community packages are in its `nodes`. */
	userFolder: string;
	/** Appended to, restart after restart. */
	logFile: string;
	/** A free one if left out; kept across restarts. */
	port?: number;
	/** Added to (and stronger than) the quiet local defaults. */
	env?: Record<string, string>;
}

/** A running n8n on 127.0.0.1. */
export interface N8n {
	readonly url: string;
	readonly logFile: string;
	/** Lets it end by itself, then makes sure that none of its processes is left. */
	stop(): Promise<void>;
	/** SIGKILL to all its processes, as a crash would have it. */
	kill(): Promise<void>;
	/** Starts it again on the same port and state; stops it first if it runs. */
	restart(): Promise<void>;
}

const startLimitMs = 180_000;
const stopLimitMs = 20_000;

/** Starts n8n (installing it first if need be) and waits until it answers. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const runtime = await ensureRuntime();
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const env = {
		...localEnvironment(runtime, options.userFolder),
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		...options.env,
	};

	const launch = () => launchProcess(runtime, options, env, url);
	let running = await launch();
	return {
		url,
		logFile: options.logFile,
		stop: async () => await running.stop(),
		kill: async () => await running.kill(),
		restart: async () => {
			await running.stop();
			running = await launch();
		},
	};
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
	};
}

interface RunningProcess {
	stop(): Promise<void>;
	kill(): Promise<void>;
}

async function launchProcess(
	runtime: N8nRuntime,
	{ userFolder, logFile }: N8nOptions,
	env: Record<string, string>,
	url: string,
): Promise<RunningProcess> {
	await mkdir(userFolder, { recursive: true });
	await mkdir(dirname(logFile), { recursive: true });
	const log = await open(logFile, 'a');
	const child = spawnGroup(join(runtime.binFolder, 'node'), [runtime.n8n, 'start'], {
		cwd: userFolder,
		env,
		stdio: ['ignore', log.fd, log.fd],
	});
	await log.close();
	const exited = new Promise<void>((resolve, reject) => {
		child.once('exit', () => resolve());
		child.once('error', reject);
	});
	const { pid } = child;
	if (pid === undefined) {
		await exited;
		throw new Error('n8n could not be started');
	}

	const kill = async () => {
		signalGroup(pid, 'SIGKILL');
		await exited;
	};
	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([exited, sleep(stopLimitMs, undefined, { ref: false })]);
		await kill();
	};

	const givingUp = new AbortController();
	void exited.finally(() => givingUp.abort());
	if (!(await isReady(url, givingUp.signal))) {
		await kill();
		const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`n8n did not become ready at ${url}. The end of ${logFile}:\n${tail}`);
	}
	return { stop, kill };
}

async function isReady(url: string, givingUp: AbortSignal): Promise<boolean> {
	const deadline = Date.now() + startLimitMs;
	while (Date.now() < deadline && !givingUp.aborted) {
		const status = await axios
			.get(`${url}/healthz/readiness`, { timeout: 5_000, validateStatus: null, proxy: false })
			.then((response) => response.status)
			.catch(() => 0);
		if (status === 200) return true;
		await sleep(250);
	}
	return false;
}
