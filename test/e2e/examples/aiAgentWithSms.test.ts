import { randomUUID } from 'node:crypto';

import axios from 'axios';

import { useN8n } from '../../harness/e2eInstance';
import { openMcp } from '../mcp';
import { startPlatform, type Platform } from '../platform';
import { importExample, type Example } from './example';
import { startFakeModel, type FakeModel } from './fakeModel';

const n8n = useN8n();
const TOKEN = 'front-desk-token-5d1f7a';

describe('example: AI agent with SMS', () => {
	let platform: Platform;
	let model: FakeModel;
	let example: Example;
	const path = randomUUID();

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		model = await startFakeModel();
		const bearer = await n8n.createCredential('Front desk', 'httpBearerAuth', { token: TOKEN });
		const openAi = await n8n.createCredential('Model', 'openAiApi', { apiKey: 'none', url: model.url });
		example = (await importExample(n8n, platform, '09-ai-agent-with-sms.json')).with(({ name, parameters }) => {
			if (name === 'Model') return { credentials: { openAiApi: openAi } };
			return name === 'For agents outside n8n' ? { parameters: { ...parameters, path }, credentials: { httpBearerAuth: bearer } } : {};
		});
	});
	beforeEach(() => platform.simulator.reset());
	afterAll(async () => {
		await model.stop();
		await platform.simulator.stop();
	});

	it('gives agents three tools: look up an opt-out, send once, see whether it arrived', async () => {
		const { simulator } = platform;
		await example.publish();
		const url = `${n8n.url}/mcp/${path}`;
		const { call, useTool } = await openMcp(url, { authorization: `Bearer ${TOKEN}` });
		expect((await axios.post(url, {}, { validateStatus: null })).status).toBe(403);

		const { result } = await call('tools/list', {});
		expect(result).toEqual({
			tools: expect.arrayContaining([
				expect.objectContaining({ name: 'Send_SMS', description: expect.stringContaining('cannot be taken back'), inputSchema: expect.objectContaining({ required: ['phoneNumber', 'text'] }) }),
				expect.objectContaining({ name: 'Check_opt-out', inputSchema: expect.objectContaining({ required: ['phoneNumber'] }) }),
				expect.objectContaining({ name: 'Get_SMS_status', inputSchema: expect.objectContaining({ required: ['messageId', 'phoneNumber'] }) }),
			]),
		});

		simulator.optOut('+33639980002');
		expect(await useTool('Check_opt-out', { phoneNumber: '+33639980002' })).toMatch(/optedOut\W+true/);
		expect(await useTool('Check_opt-out', { phoneNumber: '+33639980001' })).toMatch(/optedOut\W+false/);
		const text = 'Your glasses are ready. Optique des Halles';
		expect(await useTool('Send_SMS', { phoneNumber: '+33639980001', text })).toContain('messageId');
		const [{ messageId, message } = { messageId: '', message: '' }] = simulator.accepted;
		expect([simulator.accepted.length, message]).toEqual([1, text]);
		simulator.setStatus('+33639980001', 'delivered');
		expect(await useTool('Get_SMS_status', { messageId, phoneNumber: '+33639980001' })).toContain('delivered');
		expect(await useTool('Send_SMS', { phoneNumber: '+33639980002', text })).toMatch(/opt/i);
		expect(simulator.accepted).toHaveLength(1);
	});

	it('lets the agent of the chat use them', async () => {
		const { simulator } = platform;
		const text = 'Mrs. Lambert, your glasses are ready. Optique des Halles';
		model.answers.push(
			{ tool: 'Check_opt-out', input: { phoneNumber: '+33639980003' } },
			{ tool: 'Send_SMS', input: { phoneNumber: '+33639980003', text } },
			{ text: 'Mrs. Lambert has been told.' },
		);
		const chatInput = 'Tell Mrs. Lambert on 06 39 98 00 03 that her glasses are ready.';
		const id = await n8n.createWorkflow({ ...example.workflow, pinData: { Chat: [{ json: { chatInput, sessionId: '1', action: 'sendMessage' } }] } });
		const { status, nodes } = await n8n.run(id, 'Chat');
		expect([status, nodes['Front desk assistant']?.outputs[0]?.[0]?.json]).toEqual(['success', { output: 'Mrs. Lambert has been told.' }]);
		expect(simulator.accepted.map(({ phoneNumber, message, tag }) => [phoneNumber, message, tag])).toEqual([['+33639980003', text, 'front-desk']]);
		expect(model.toolResults).toEqual([expect.stringMatching(/optedOut\W+false/), expect.stringContaining('messageId')]);
	});
});
