import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { signalGroup, spawnGroup } from './processGroup';

export interface DaemonOptions {
	/** Said when it cannot be started. */
	name: string;
	command: string;
	args: readonly string[];
	cwd: string;
	/** The whole environment: nothing is inherited. */
	env: NodeJS.ProcessEnv;
	/** Appended to. */
	logFile: string;
	isReady: () => Promise<boolean>;
	/** What makes it end by itself; SIGTERM if left out. */
	stopSignal?: NodeJS.Signals;
	/** What it gets if this process exits before it; SIGKILL if left out. */
	signalAtExit?: NodeJS.Signals;
}

/** A running background process. */
export interface Daemon {
	/** Lets it end by itself, then makes sure that nothing of its process group is left. */
	stop(): Promise<void>;
	/** SIGKILL to its whole process group, as a crash would have it. */
	kill(): Promise<void>;
}

const startLimitMs = 180_000;
const stopLimitMs = 20_000;

/** Starts a process with its output in a log, and waits until it is ready; throws with the end of the log if it never is. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
	const { name, logFile, isReady, stopSignal = 'SIGTERM' } = options;
	await mkdir(dirname(logFile), { recursive: true });
	const log = await open(logFile, 'a');
	const child = spawnGroup(
		options.command,
		options.args,
		{ cwd: options.cwd, env: options.env, stdio: ['ignore', log.fd, log.fd] },
		options.signalAtExit,
	);
	const exited = new Promise<void>((resolve, reject) => {
		child.once('exit', () => resolve());
		child.once('error', (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
	});
	const { pid } = child;
	if (pid === undefined) await exited;
	await log.close();
	if (pid === undefined) throw new Error(`${name} could not be started`);

	const kill = async () => {
		signalGroup(pid, 'SIGKILL');
		await exited;
	};
	const stop = async () => {
		child.kill(stopSignal);
		await Promise.race([exited, sleep(stopLimitMs, undefined, { ref: false })]);
		await kill();
	};

	const givingUp = new AbortController();
	void exited.finally(() => givingUp.abort());
	if (!(await becomesReady(isReady, givingUp.signal))) {
		await kill();
		const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`${name} did not become ready. The end of ${logFile}:\n${tail}`);
	}
	return { stop, kill };
}

async function becomesReady(isReady: () => Promise<boolean>, givingUp: AbortSignal): Promise<boolean> {
	const deadline = Date.now() + startLimitMs;
	while (Date.now() < deadline && !givingUp.aborted) {
		if (await isReady()) return true;
		await sleep(250);
	}
	return false;
}
