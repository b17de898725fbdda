import axios from 'axios';

import { useN8n } from '../harness/e2eInstance';
import { buildWorkflow } from '../harness/workflow';
import { startPlatform, type Platform } from './platform';

const n8n = useN8n();
const PATH = 'sms-tools';

/** One call of the Model Context Protocol; the answer comes as JSON or as a single server-sent event. */
async function call(method: string, params: object, session?: string) {
	const { data, headers } = await axios.post(
		`${n8n.url}/mcp/${PATH}`,
		{ jsonrpc: '2.0', id: 1, method, params },
		{
			headers: { accept: 'application/json, text/event-stream', ...(session && { 'mcp-session-id': session }) },
			validateStatus: null,
			responseType: 'text',
		},
	);
	const text = String(data);
	const event = /^data: (.*)$/m.exec(text)?.[1] ?? text;
	return { answer: event === '' ? {} : JSON.parse(event), session: String(headers['mcp-session-id']) };
}

describe('the node as a tool of an AI agent', () => {
	let platform: Platform;
	let session: string;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		const workflow = buildWorkflow({
			name: 'Tools',
			nodes: [
				{ name: 'MCP Server Trigger', type: '@n8n/n8n-nodes-langchain.mcpTrigger', typeVersion: 2, parameters: { path: PATH } },
				{
					name: 'Send SMS',
					type: 'n8n-nodes-smspartner.smsPartnerTool',
					credentials: platform.credentials,
					settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
					parameters: {
						resource: 'sms',
						operation: 'send',
						to: "={{ $fromAI('recipient', 'phone number', 'string') }}",
						message: "={{ $fromAI('text', 'what to say', 'string') }}",
					},
				},
			],
			wires: [],
		});
		workflow.connections['Send SMS'] = { ai_tool: [[{ node: 'MCP Server Trigger', type: 'ai_tool', index: 0 }]] };
		await n8n.publish(await n8n.createWorkflow(workflow));
		for (let tries = 0; tries < 40 && !session?.length; tries++) {
			const started = await call('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } }).catch(() => undefined);
			session = started?.answer.result ? started.session : '';
			if (session === '') await new Promise((resolve) => setTimeout(resolve, 250));
		}
	});
	afterAll(async () => platform.simulator.stop());

	const send = async (recipient: string, text: string) => {
		const { answer } = await call('tools/call', { name: 'Send_SMS', arguments: { recipient, text } }, session);
		return JSON.stringify(answer);
	};

	it('is offered with the arguments that the model fills in', async () => {
		const { answer } = await call('tools/list', {}, session);
		expect(answer.result.tools).toEqual([expect.objectContaining({ name: 'Send_SMS', inputSchema: expect.objectContaining({ required: ['recipient', 'text'] }) })]);
	});

	it('sends each SMS the agent asks for, also several to one person, and gives their ids back', async () => {
		expect(await send('+33639980001', 'First')).toContain('messageId');
		expect(await send('+33639980001', 'Second')).toContain('messageId');
		expect(platform.simulator.acceptedFor('+33639980001').map(({ message }) => message)).toEqual(['First', 'Second']);
	});

	it('sends nothing twice when n8n repeats a call whose outcome is unknown, and tells the agent', async () => {
		platform.simulator.faults.add({ kind: 'reset', accept: true });
		expect(await send('+33639980002', 'Once')).toContain('Outcome unknown');
		expect(platform.simulator.acceptedFor('+33639980002')).toHaveLength(1);
	});
});
