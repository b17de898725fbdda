import { useN8n } from '../harness/e2eInstance';
import { buildWorkflow } from '../harness/workflow';
import { openMcp, type McpSession } from './mcp';
import { startPlatform, type Platform } from './platform';

const n8n = useN8n();
const PATH = 'sms-tools';

describe('the node as a tool of an AI agent', () => {
	let platform: Platform;
	let session: McpSession;

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
		session = await openMcp(`${n8n.url}/mcp/${PATH}`);
	});
	afterAll(async () => platform.simulator.stop());

	const send = async (recipient: string, text: string) => await session.useTool('Send_SMS', { recipient, text });

	it('is offered with the arguments that the model fills in', async () => {
		const { result } = await session.call('tools/list', {});
		expect(result).toEqual({ tools: [expect.objectContaining({ name: 'Send_SMS', inputSchema: expect.objectContaining({ required: ['recipient', 'text'] }) })] });
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
