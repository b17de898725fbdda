import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder upwards that holds the lock file: the same from the sources and from `.local/tools`. */
function findProjectRoot(from: string): string {
	if (existsSync(join(from, 'package-lock.json'))) return from;
	const parent = dirname(from);
	if (parent === from) throw new Error('package-lock.json was not found in any folder above the tools');
	return findProjectRoot(parent);
}

export const projectRoot = findProjectRoot(__dirname);

/** A path in `.local`, the one folder (ignored by git) in which tests and demo leave anything. */
export const localPath = (...parts: string[]): string => join(projectRoot, '.local', ...parts);
