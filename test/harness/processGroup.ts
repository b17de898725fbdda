import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';

const groups = new Map<number, NodeJS.Signals>();

process.on('exit', () => {
	for (const [pid, signal] of groups) signalGroup(pid, signal);
});

/**
 * Starts a command as the leader of its own process group, so that whatever it starts in turn can be ended
 * with it. What still runs when this process exits gets `signalAtExit`: SIGTERM lets it end what it has started
 * in groups of its own, SIGKILL is over at once.
 */
export function spawnGroup(
	command: string,
	args: readonly string[],
	options: SpawnOptions,
	signalAtExit: NodeJS.Signals = 'SIGKILL',
): ChildProcess {
	const child = spawn(command, args, { ...options, detached: true });
	const { pid } = child;
	if (pid !== undefined) {
		groups.set(pid, signalAtExit);
		child.once('exit', () => groups.delete(pid));
	}
	return child;
}

/** Signals every process of the group; a group that is gone already is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// Nothing is left of the group.
	}
}

let leaving = false;

/** Whether a signal has come: what fails from then on fails because everything is being stopped. */
export const isLeaving = (): boolean => leaving;

/**
 * Ctrl-C, a closed terminal and `kill` become an ordinary exit, at which the groups are ended. What `goodbye`
 * does comes first; a second signal does not wait for it.
 */
export function exitOnSignals(goodbye: () => Promise<void> = async () => {}): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		const leave = () => process.exit(128 + constants.signals[signal]);
		process.on(signal, () => {
			if (leaving) leave();
			leaving = true;
			void goodbye().finally(leave);
		});
	}
}
