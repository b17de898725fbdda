import { readExample } from '../../../scripts/demo/examples';
import { useN8n } from '../../harness/e2eInstance';
import { buildWorkflow } from '../../harness/workflow';
import { startPlatform, type Platform } from '../platform';
import { openWindow, type EditorWindow } from './chromium';
import { everyForm, type Form } from './everyForm';
import { guardLabels, guardsOf, skipsOf } from './guards';

const n8n = useN8n();
const TYPE = 'n8n-nodes-smspartner.smsPartner';
/** What a user must never see. */
const mistake = /=\{\{|undefined|\[object |\bNaN\b|Error fetching/;
const columns = 12;

describe('every operation in the editor', () => {
	let window: EditorWindow;
	let platform: Platform;
	let forms: Array<Form & { name: string }>;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		const properties = (await n8n.nodeTypes()).find(({ name }) => name === TYPE)?.properties ?? [];
		const examples = (await readExample('03-every-operation.json')).nodes.filter(({ type }) => type === TYPE);
		forms = examples.flatMap((node) => everyForm(node, properties).map((form, index) => ({ ...form, name: `${node.name} (${index})` })));
		const workflow = buildWorkflow({
			name: 'Every operation',
			nodes: forms.map(({ name, parameters }, index) => ({
				...{ name, parameters, type: TYPE, credentials: platform.credentials },
				settings: { position: [(index % columns) * 200, Math.floor(index / columns) * 200] },
			})),
			wires: [],
		});
		window = await openWindow();
		await window.editor.open(await n8n.createWorkflow(workflow));
	}, 120_000);
	afterAll(async () => {
		await window.close();
		await platform.simulator.stop();
	});

	it('is on the canvas with its name and what it does', async () => {
		const texts = await window.editor.canvasTexts();
		expect(texts).toHaveLength(forms.length);
		expect(texts.filter((text) => mistake.test(text))).toEqual([]);
		expect(window.errors).toEqual([]);
	});

	it('shows its fields and those of all its options, in words', async () => {
		for (const { name, labels, parameters } of forms) {
			const details = await window.editor.openDetails(name);
			const lines = await details.lines(labels);
			expect([name, guardLabels.filter((label) => lines.includes(label))]).toEqual([name, guardsOf(parameters)]);
			const mistakes = mistake.exec(`${lines.join('\n')}\n${await details.contents()}`);
			await details.close();
			expect([name, labels.filter((label) => !lines.includes(label))]).toEqual([name, []]);
			expect([name, mistakes]).toEqual([name, null]);
			expect([name, window.errors]).toEqual([name, []]);
		}
	}, 360_000);

	it('offers to skip just those whom the operation can skip', async () => {
		const sends = forms.filter(({ name, parameters }) => name.endsWith(' (0)') && skipsOf(parameters).length > 0);
		expect(sends).toHaveLength(5);
		for (const { name, parameters } of sends) {
			const details = await window.editor.openDetails(name);
			expect([name, await details.choices('skip')]).toEqual([name, skipsOf(parameters)]);
			await details.close();
		}
	});
});
