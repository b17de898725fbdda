import axios from 'axios';

import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { pollUntil } from '../harness/poll';

/** A session of the Model Context Protocol with an MCP Server Trigger. */
export interface McpSession {
	call(method: string, params: object): Promise<Record<string, unknown>>;
	/** What a tool answers, as text. */
	useTool(name: string, input: object): Promise<string>;
}

/** Waits until the trigger answers. */
export async function openMcp(url: string, headers: Record<string, string> = {}): Promise<McpSession> {
	const hello = { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
	const session = await pollUntil('the MCP server to answer', async () => {
		const started = await post(url, headers, 'initialize', hello).catch(() => undefined);
		return started !== undefined && 'result' in started.answer ? started.session : undefined;
	});
	const call = async (method: string, params: object) => (await post(url, { ...headers, 'mcp-session-id': session }, method, params)).answer;
	return { call, useTool: async (name, input) => JSON.stringify(await call('tools/call', { name, arguments: input })) };
}

/** The answer comes as JSON or as a single server-sent event. */
async function post(url: string, headers: Record<string, string>, method: string, params: object) {
	const answered = await axios.post(
		url,
		{ jsonrpc: '2.0', id: 1, method, params },
		{ headers: { accept: 'application/json, text/event-stream', ...headers }, validateStatus: null, responseType: 'text' },
	);
	const text = String(answered.data);
	const event = /^data: (.*)$/m.exec(text)?.[1] ?? text;
	const answer: unknown = event === '' ? {} : JSON.parse(event);
	return { answer: isRecord(answer) ? answer : {}, session: String(answered.headers['mcp-session-id']) };
}
