import { useN8n } from '../../harness/e2eInstance';
import { startPlatform, SMS_KEY, VOICE_KEY, type Platform } from '../platform';
import { openWindow, type EditorWindow } from './chromium';
import { createActionWorkflow } from './actionWorkflow';

const n8n = useN8n();

describe('the window of a credential', () => {
	let window: EditorWindow;
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		const { credentials } = platform;
		const nodes = ['account', 'voice'].map((resource) => ({ name: resource, parameters: { resource, operation: 'getBalance' }, credentials }));
		window = await openWindow();
		await window.editor.open(await createActionWorkflow(n8n, nodes));
	});
	afterAll(async () => {
		await window.close();
		await platform.simulator.stop();
	});
	afterEach(() => expect(window.errors.splice(0)).toEqual([]));

	it.each([
		['account', SMS_KEY, () => platform.simulator.smsBaseUrl],
		['voice', VOICE_KEY, () => platform.simulator.voiceBaseUrl],
	])('says why a wrong key is not accepted, and accepts the right one: %s', async (node, key, baseUrl) => {
		const details = await window.editor.openDetails(node);
		const created = await details.newCredential();
		await created.fill('apiKey', 'not-the-right-key');
		await created.fill('baseUrl', baseUrl());
		const refusal = await created.saveRefused();
		expect(refusal).toContain('The API key is not accepted');
		expect(refusal).toContain('paste the key from the API menu');
		await created.fill('apiKey', key);
		await created.saveAccepted();
		const opened = await details.editCredential();
		expect(await opened.success()).toContain('Connection tested successfully');
		await opened.close();
		await details.close();
	});
});
