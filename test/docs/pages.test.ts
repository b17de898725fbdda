import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { parseJson } from '../../nodes/SmsPartner/values/json';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { projectRoot } from '../harness/paths';
import { isKnownCommand, labelsOf, piecesOf } from './claims';
import { n8nLabels, nodeLabels } from './labels';
import { readPage } from './markdown';
import { eventColumns, outputNames } from './outputNames';
import { filesIn, sourceOf, textOf } from './source';

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesIn('docs', '.md'), ...filesIn('examples', '.md'), ...filesIn('.github', '.md')].map((path) => ({ path, ...readPage(textOf(path)) }));
/** Pages that tell users what to click. */
const guides = pages.filter(({ path }) => path === 'README.md' || (path.startsWith('docs/') && !/architecture|performance/.test(path)));
const source = `${sourceOf('nodes')}\n${sourceOf('credentials')}`;

describe.each(pages)('$path', ({ path, links, blocks, code }) => {
	it('links to what exists', () => {
		const inner = links.filter((link) => !/^(?:https?|mailto):/.test(link));
		expect(inner.filter((link) => !leadsSomewhere(path, link))).toEqual([]);
	});

	it('names commands that exist', () => {
		const commands = [...code, ...blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'))];
		expect(commands.filter((command) => !isKnownCommand(command))).toEqual([]);
	});

	it('shows JSON that can be read', () => {
		const broken = blocks.filter(({ language, text }) => language === 'json' && !parseJson(text).ok);
		expect(broken).toEqual([]);
	});
});

describe.each(guides)('$path', ({ bold, blocks, code }) => {
	it('names fields, choices and outputs as the editor does', () => {
		const known = new Set([...nodeLabels(), ...n8nLabels]);
		const labels = bold.flatMap(labelsOf);
		expect(labels.filter((label) => !known.has(label))).toEqual([]);
	});

	it('shows items with the fields that the nodes give', () => {
		const known = outputNames();
		const columns = eventColumns();
		const items = blocks.filter(({ language }) => language === 'json').map(({ text }): unknown => JSON.parse(text));
		for (const item of items.flat()) {
			if (!isRecord(item)) continue;
			const names = Object.keys(item);
			expect(names.filter((name) => !known.has(name))).toEqual([]);
			if ('description' in item) expect(source).toContain(item.description);
			if ('event' in item) expect(names.filter((name) => !['raw', 'sentMessageId'].includes(name))).toEqual(columns.get(item.event));
		}
	});

	it('writes names, codes and messages as the source does', () => {
		expect(code.filter((text) => !piecesOf(text).every((piece) => source.includes(piece)))).toEqual([]);
	});
});

it('of all this, only the README is published', () => {
	expect(JSON.parse(textOf('package.json')).files).toEqual(['dist']);
});

function leadsSomewhere(from: string, link: string): boolean {
	const [target = '', anchor] = link.split('#');
	const path = target === '' ? from : normalize(join(dirname(from), target));
	if (!existsSync(join(projectRoot, path))) return false;
	return anchor === undefined || readPage(textOf(path)).anchors.includes(anchor);
}
