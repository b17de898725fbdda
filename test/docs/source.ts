import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../harness/paths';

/** The files of a folder, those of its folders included, by their paths from the root of the project. */
export function filesIn(folder: string, extension: string): string[] {
	return readdirSync(join(projectRoot, folder), { withFileTypes: true })
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			return entry.isDirectory() ? filesIn(path, extension) : path.endsWith(extension) ? [path] : [];
		})
		.sort();
}

export function textOf(path: string): string {
	return readFileSync(join(projectRoot, path), 'utf8');
}

/** All TypeScript of a folder, as one text. */
export function sourceOf(folder: string): string {
	return filesIn(folder, '.ts').map(textOf).join('\n');
}
