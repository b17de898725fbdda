import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

import { freePort } from '../freePort';

/** A running load balancer. */
export interface RoundRobin {
	readonly url: string;
	stop(): Promise<void>;
}

export interface Backends {
	main: number;
	/** Ports of the webhook processors. */
	webhooks: [number, ...number[]];
}

const host = '127.0.0.1';

/**
 * The load balancer in front of an n8n in queue mode: production webhooks go to the webhook processors in turn,
 * the sessions of MCP always to the first, as n8n asks for, and everything else to the main process.
 */
export async function startRoundRobin({ main, webhooks }: Backends): Promise<RoundRobin> {
	const agent = new Agent({ keepAlive: true });
	let turn = 0;
	const choose = (path: string): number => {
		if (path.startsWith('/mcp/')) return webhooks[0];
		if (!/^\/(webhook|webhook-waiting|form|form-waiting)\//.test(path)) return main;
		return webhooks[turn++ % webhooks.length] ?? webhooks[0];
	};
	const server = createServer((incoming, answer) => forward(incoming, answer, choose(incoming.url ?? '/'), agent));
	const port = await freePort();
	server.listen(port, host);
	await once(server, 'listening');
	return {
		url: `http://${host}:${port}`,
		async stop() {
			server.close();
			server.closeAllConnections();
			agent.destroy();
			await once(server, 'close');
		},
	};
}

function forward(incoming: IncomingMessage, answer: ServerResponse, port: number, agent: Agent): void {
	const { method, url, headers } = incoming;
	const outgoing = request({ host, port, method, path: url, headers, agent }, (response) => {
		answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
		response.pipe(answer);
		response.once('error', () => answer.destroy());
	});
	outgoing.once('error', () => {
		if (answer.headersSent) answer.destroy();
		else answer.writeHead(502).end('The process behind is not there');
	});
	answer.once('close', () => outgoing.destroy());
	incoming.pipe(outgoing);
}
