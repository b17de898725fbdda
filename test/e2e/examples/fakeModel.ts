import { once } from 'node:events';

import express from 'express';

import { isRecord } from '../../../nodes/SmsPartner/values/narrow';
import { freePort } from '../../harness/freePort';

/** What the model says next: a call of a tool, or its last word. */
type Answer = { tool: string; input: object } | { text: string };

/** Stands where a chat model would: it says what the test lays down, in OpenAI's format. */
export interface FakeModel {
	url: string;
	answers: Answer[];
	/** What the tools answered, as the model was told. */
	toolResults: string[];
	stop(): Promise<void>;
}

export async function startFakeModel(): Promise<FakeModel> {
	const answers: Answer[] = [];
	const toolResults: string[] = [];
	const app = express().use(express.json({ limit: '5mb' }));
	app.post('/chat/completions', ({ body }, response) => {
		const last: unknown = body.messages.at(-1);
		if (isRecord(last) && last['role'] === 'tool') toolResults.push(String(last['content']));
		const answer = answers.shift();
		if (answer === undefined) {
			response.status(400).json({ error: { message: 'The test laid down no further answer' } });
			return;
		}
		const called = 'tool' in answer ? [{ id: `call-${answers.length}`, type: 'function', function: { name: answer.tool, arguments: JSON.stringify(answer.input) } }] : undefined;
		const message = { role: 'assistant', content: 'text' in answer ? answer.text : null, ...(called && { tool_calls: called }) };
		const choices = [{ index: 0, message, finish_reason: called ? 'tool_calls' : 'stop' }];
		response.json({ id: 'chat', object: 'chat.completion', created: 0, model: 'fake', choices, usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } });
	});
	const port = await freePort();
	const server = app.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${port}`,
		answers,
		toolResults,
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
