import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { useN8n } from '../../harness/e2eInstance';
import { ALL_EVENTS, BRANCHES, PATHS, TRIGGER, triggerWorkflow } from '../publishTrigger';
import { openWindow, type EditorWindow } from './chromium';
import type { NodeDetails } from './nodeDetails';
import { screenshot } from './screenshots';

const n8n = useN8n();
const report = { msgId: 124, phone: '+33639980001', status: 'delivered', date: '1795280400', cost: '0.045', currency: 'EUR' };

/** The trigger above, the nodes behind its branches below one another to its right. */
async function createWorkflow(name: string, parameters: INodeParameters = {}): Promise<string> {
	const workflow = triggerWorkflow(name, parameters);
	workflow.nodes.forEach((node, index) => (node.position = index === 0 ? [0, 0] : [420, (index - 3) * 160]));
	return await n8n.createWorkflow(workflow);
}

describe('the trigger in the editor', () => {
	let window: EditorWindow;
	let details: NodeDetails;

	beforeAll(async () => {
		window = await openWindow();
	});
	afterAll(async () => await window.close());
	afterEach(() => expect(window.errors.splice(0)).toEqual([]));

	it('has its six branches on the canvas', async () => {
		await window.editor.open(await createWorkflow('SMS Partner events', { events: ALL_EVENTS }));
		expect(await window.editor.outputLabels(TRIGGER)).toEqual(BRANCHES);
		await screenshot('trigger', async (options) => await window.editor.pictureOfCanvas(options));
	});

	it.each(['Test URL', 'Production URL'] as const)('shows the %s of each selected event', async (kind) => {
		details ??= await window.editor.openDetails(TRIGGER);
		const urls = await details.webhookUrls(kind);
		expect(urls.map((url) => url.replace(/[0-9a-f-]{36}/, 'id'))).toEqual(PATHS.map((path) => `${n8n.url}/webhook${kind === 'Test URL' ? '-test' : ''}/id/${path}`));
	});

	it('says what to do with them, and asks for what it needs', async () => {
		const labels = ['Events to Receive', ...BRANCHES, 'Long Replies', 'Secret', 'Options'];
		const lines = await details.lines(labels);
		expect(lines).toEqual(expect.arrayContaining(labels));
		expect(lines.filter((line) => /=\{\{|undefined/.test(line))).toEqual([]);
	});

	it('shows a test event under the branch of its kind', async () => {
		const url = (await details.webhookUrls('Test URL')).find((shown) => shown.endsWith('/delivery-report'));
		await details.listen();
		const { status } = await axios.post(String(url), report, { validateStatus: null });
		expect(status).toBe(200);
		await details.ended();
		expect(await details.branches()).toEqual(BRANCHES.map((branch) => `${branch} Branch${branch === 'Delivery' ? ' (1 item)' : ''}`));
		await details.openBranch('Delivery');
		await details.untilOutput('deliveryReport', 'delivered', '+33639980001');
	});

	it('shows no URL of an event that is not selected, and the secret as the last part of the others', async () => {
		await window.editor.open(await createWorkflow('Two events', { events: ['reply', 'deliveryReport'], secret: 'k3y' }));
		const urls = await (await window.editor.openDetails(TRIGGER)).webhookUrls('Production URL');
		expect(urls.map((url) => url.split('/').slice(-2))).toEqual([['reply', 'k3y'], ['delivery-report', 'k3y']]);
		expect(await window.editor.outputLabels(TRIGGER)).toEqual(BRANCHES);
	});
});
