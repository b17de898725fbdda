import { benchmarks } from '../../bench';
import { markdownTable, replaceBlock } from '../../bench/report';
import { textOf } from '../docs/source';

describe('markdownTable', () => {
	it('lines names up to the left and figures to the right', () => {
		expect(markdownTable(['Node', 'Requests'], [['HTTP Request', '10,000'], ['SMS', '20']]).split('\n')).toEqual([
			'| Node         | Requests |',
			'| ------------ | -------: |',
			'| HTTP Request |   10,000 |',
			'| SMS          |       20 |',
		]);
	});
});

describe('replaceBlock', () => {
	const page = 'Before.\n\n<!-- bench:load -->\nold\n<!-- /bench:load -->\n\nAfter.\n';

	it('replaces what stands between the comments, and nothing else', () => {
		const once = replaceBlock(page, 'load', 'costs $1\n');
		expect(once).toBe('Before.\n\n<!-- bench:load -->\n\ncosts $1\n\n<!-- /bench:load -->\n\nAfter.\n');
		expect(replaceBlock(once, 'load', 'costs $1')).toBe(once);
	});

	it('refuses a page without a place for it', () => {
		expect(() => replaceBlock(page, 'sending', 'x')).toThrow('"sending"');
	});
});

it.each(Object.keys(benchmarks))('docs/performance.md has a place for %s', (name) => {
	expect(() => replaceBlock(textOf('docs/performance.md'), name, 'x')).not.toThrow();
});
