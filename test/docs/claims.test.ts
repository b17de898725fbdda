import { isKnownCommand, labelsOf, piecesOf } from './claims';
import { readPage } from './markdown';

describe('isKnownCommand', () => {
	it.each([
		['npm start -- --once', true],
		['npm run lint', true],
		['npm run lintt', false],
		['npm tset', false],
		['npm test -- --only "e2e queue"', true],
		['npm test -- --only "e2e cluster"', false],
		['UPDATE_DOCS=1 npx jest test/docs --selectProjects unit', true],
		['npx jest test/nowhere --selectProjects unit', false],
		['npx prettier', false],
		['{ "a": 1 }', true],
	])('%s: %s', (command, known) => expect(isKnownCommand(command)).toBe(known));
});

describe('labelsOf', () => {
	it.each([
		['Opt-Out > Check', ['Opt-Out', 'Check']],
		['Operation: Send and Wait for Event', ['Operation', 'Send and Wait for Event']],
		['Nothing is sent twice.', []],
		['Start a workflow', []],
		['and', []],
	])('%s', (text, labels) => expect(labelsOf(text)).toEqual(labels));
});

describe('piecesOf', () => {
	it.each([
		['messageId', ['messageId']],
		['LIST_INCOMPLETE', ['LIST_INCOMPLETE']],
		['… is not a possible phone number', ['is not a possible phone number']],
		['Hello {firstName}, come in.', []],
		['delivered', []],
		['WEBHOOK_URL', []],
	])('%s', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));
});

describe('readPage', () => {
	const page = readPage('# What `a` is?\n\n[b](c.md#d) **E** ![f](g.png) `[h](i.md)`\n\n## Same\n## Same\n\n```sh\n# no heading [j](k.md)\nnpm test\n```\n');

	it('reads headings as GitHub names them, fenced blocks left out', () => {
		expect(page.anchors).toEqual(['what-a-is', 'same', 'same-1']);
	});

	it('reads links and pictures, code left out', () => {
		expect(page.links).toEqual(['c.md#d', 'g.png']);
	});

	it('reads what is bold, in backticks and in fences', () => {
		expect(page).toMatchObject({ bold: ['E'], code: ['a', '[h](i.md)'], blocks: [{ language: 'sh', text: '# no heading [j](k.md)\nnpm test\n' }] });
	});
});
