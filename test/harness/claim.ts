import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import { localPath } from './paths';

/**
 * Makes this process the only user of a folder in `.local` until it ends (or calls the returned release),
 * so that two runs at once never share one n8n database or one installation. Throws when another has it.
 */
export function claimFolder(name: string): () => void {
	const lockFile = localPath(`${name}.pid`);
	mkdirSync(localPath(), { recursive: true });
	const owner = readOwner(lockFile);
	if (owner !== undefined && owner !== process.pid && isRunning(owner)) {
		throw new Error(
			`.local/${name} is in use by process ${owner}. Wait for it or end it; if it is something else, delete .local/${basename(lockFile)}.`,
		);
	}
	writeFileSync(lockFile, String(process.pid));
	const release = () => rmSync(lockFile, { force: true });
	process.once('exit', release);
	return () => {
		process.off('exit', release);
		release();
	};
}

function readOwner(lockFile: string): number | undefined {
	try {
		const pid = Number(readFileSync(lockFile, 'utf8'));
		return Number.isInteger(pid) && pid > 0 ? pid : undefined;
	} catch {
		return undefined;
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Another user's process may not be signalled, but it is there.
		return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
	}
}
