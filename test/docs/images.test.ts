import { statSync } from 'node:fs';
import { join } from 'node:path';

import { imageFolder, screenshots } from '../e2e/browser/screenshots';
import { projectRoot } from '../harness/paths';
import { readPage } from './markdown';
import { filesIn, sourceOf, textOf } from './source';

const maxBytes = 60_000;
const made = screenshots.map((name) => `${imageFolder}/${name}.png`).sort();

describe('the pictures of README and docs', () => {
	it('are those that the tests in the browser make, all of them', () => {
		const tests = sourceOf('test/e2e/browser');
		expect(screenshots.filter((name) => !tests.includes(`screenshot('${name}'`))).toEqual([]);
		expect(filesIn(imageFolder, '')).toEqual(made);
	});

	it('are shown, each once, by a path of the repository', () => {
		const shown = ['README.md', ...filesIn('docs', '.md')].flatMap((path) =>
			readPage(textOf(path)).images.map((link) => join(path, '..', link)),
		);
		expect(shown.sort()).toEqual(made);
	});

	it('are small', () => {
		expect(made.filter((path) => statSync(join(projectRoot, path)).size > maxBytes)).toEqual([]);
	});
});
