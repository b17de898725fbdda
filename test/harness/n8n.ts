import { freePort } from './freePort';
import { startN8nProcess } from './n8nProcess';
import { ensureRuntime, type Release } from './runtime';

export interface N8nOptions {
	/** n8n keeps its state in `<userFolder>/.n8n`; community packages are in its `nodes`. */
	userFolder: string;
	/** Appended to, restart after restart. */
	logFile: string;
	/** Added to (and stronger than) the quiet local defaults. */
	env?: Record<string, string>;
}

/** A running n8n on 127.0.0.1, of one process or of several. */
export interface N8n {
	/** The same after a restart. */
	readonly url: string;
	readonly logFile: string;
	/** Lets it end by itself, then makes sure that none of its processes is left. */
	stop(): Promise<void>;
	/** SIGKILL to all its processes, as a crash would have it. */
	kill(): Promise<void>;
	/** Starts it again on the same port and state; stops it first if it runs. */
	restart(): Promise<void>;
	/** Writes out what it has stored outside the user folder; returns the files. */
	dump(): Promise<string[]>;
}

/** Starts n8n (installing it first if need be) as one process with SQLite, and waits until it answers. */
export async function startN8n(options: N8nOptions, release: Release = '2.x'): Promise<N8n> {
	const runtime = await ensureRuntime(release);
	const port = await freePort();
	const launch = async () => await startN8nProcess(runtime, 'start', { env: {}, ...options, port });
	let running = await launch();
	return {
		url: `http://127.0.0.1:${port}`,
		logFile: options.logFile,
		stop: async () => await running.stop(),
		kill: async () => await running.kill(),
		restart: async () => {
			await running.stop();
			running = await launch();
		},
		dump: async () => [],
	};
}
