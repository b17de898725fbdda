import { scripts } from '../../package.json';
import { filesIn, textOf } from './source';

describe.each(filesIn('.github/workflows', '.yml'))('%s', (path) => {
	const text = textOf(path);

	it('pins every action by its commit and says which version that is', () => {
		const uses = [...text.matchAll(/\buses: (.+)/g)].map(([, action]) => action);
		expect(uses.length).toBeGreaterThan(0);
		expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([]);
	});

	it('runs scripts that exist', () => {
		const names = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
		expect(names.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
	});

	it('may write nothing to the repository', () => {
		expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
		expect(text).not.toMatch(/contents: write|write-all/);
	});
});
