import { useN8n } from '../../harness/e2eInstance';
import { buildWorkflow } from '../../harness/workflow';
import { startPlatform, type Platform } from '../platform';
import { createActionWorkflow } from './actionWorkflow';
import { openWindow, type EditorWindow } from './chromium';
import { screenshot } from './screenshots';

const n8n = useN8n();
const recipient = '+33639980001';
const optedOut = '+33639980002';
const send = { resource: 'sms', operation: 'send', to: recipient, message: 'Your appointment is tomorrow at 10:30.' };

describe('sending from the editor', () => {
	let window: EditorWindow;
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		platform.simulator.optOut(optedOut);
		const { credentials } = platform;
		const wrongKey = await n8n.createCredential('Wrong', 'smsPartnerApi', { apiKey: 'not-the-right-key', baseUrl: platform.simulator.smsBaseUrl });
		window = await openWindow({ width: 1180, height: 760 });
		await window.editor.open(
			await createActionWorkflow(n8n, [
				{ name: 'Send an SMS', parameters: send, credentials },
				{ name: 'Half a number', parameters: { ...send, to: '0612' }, credentials },
				{ name: 'Opted out', parameters: { ...send, to: optedOut }, credentials },
				{ name: 'Wrong key', parameters: send, credentials: { smsPartnerApi: wrongKey } },
				{ name: 'Three people', parameters: { ...send, to: `+33639980003, 0612, ${optedOut}`, options: { skip: ['optedOut'] } }, credentials },
			]),
		);
	});
	afterAll(async () => {
		await window.close();
		await platform.simulator.stop();
	});
	afterEach(() => expect(window.errors.splice(0)).toEqual([]));

	it('shows what was sent', async () => {
		const details = await window.editor.openDetails('Send an SMS');
		await details.execute();
		expect(platform.simulator.accepted).toHaveLength(1);
		await details.untilOutput(recipient, String(platform.simulator.accepted[0]?.messageId));
		await screenshot('send', async (options) => await details.picture(options));
		await details.close();
	});

	it.each([
		['Half a number', '"0612" is not a possible phone number', 'For France, write it as 0612345678 or +33612345678.'],
		['Opted out', 'STOP', 'This recipient is on your opt-out (STOP) list and must not be texted.'],
		['Wrong key', 'Clé API incorrecte', 'The API key is not accepted.'],
	])('says what went wrong and what to do: %s', async (node, message, description) => {
		const details = await window.editor.openDetails(node);
		await details.execute();
		expect(await details.error()).toEqual({ message: expect.stringContaining(message), description: expect.stringContaining(description) });
		if (node === 'Half a number') await screenshot('error', async (options) => await details.pictureOfError(options));
		await details.close();
	});

	it('goes through although one of three fails and one is skipped, and says so beside the output', async () => {
		const details = await window.editor.openDetails('Three people');
		await details.execute();
		await details.untilOutput('+33639980003', '0612', optedOut);
		expect(await details.hints()).toEqual([expect.stringMatching(/^1 sent, 1 refused, 1 skipped\. 1 SMS billed, [\d.]+ EUR\.$/)]);
		expect(platform.simulator.accepted.at(-1)?.phoneNumber).toBe('+33639980003');
		await details.close();
	});

	it('shows the outputs of what it waits for', async () => {
		const ask = 'Ask for an answer';
		const workflow = buildWorkflow({
			name: 'Wait for the answer',
			nodes: [
				{ name: ask, type: 'n8n-nodes-smspartner.smsPartner', parameters: { ...send, operation: 'sendAndWaitForEvent' }, credentials: platform.credentials },
				...['Confirm', 'Never text again', 'Call them'].map((name) => ({ name, type: 'n8n-nodes-base.noOp' })),
			],
			wires: [[ask, 'Confirm', 0], [ask, 'Never text again', 1], [ask, 'Call them', 2]],
		});
		workflow.nodes.forEach((node, index) => (node.position = index === 0 ? [0, 0] : [360, (index - 2) * 160]));
		await window.editor.open(await n8n.createWorkflow(workflow));
		expect(await window.editor.outputLabels(ask)).toEqual(['Reply', 'STOP', 'Timed Out']);
		await screenshot('send-and-wait', async (options) => await window.editor.pictureOfCanvas(options));
		const details = await window.editor.openDetails(ask);
		await details.choose('waitFor', 'Delivery');
		await details.close();
		expect(await window.editor.outputLabels(ask)).toEqual(['Delivered', 'Not Delivered', 'Timed Out']);
	});
});
