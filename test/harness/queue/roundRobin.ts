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
const withoutReuse = new Agent({ keepAlive: false });

/**
 * The load balancer in front of an n8n in queue mode: production webhooks go to the webhook processors in turn,
 * the sessions of MCP always to the first, as n8n asks for, and everything else to the main process.
 */
export async function startRoundRobin({ main, webhooks }: Backends): Promise<RoundRobin> {
	let turn = 0;
	const choose = (path: string): number => {
		if (path.startsWith('/mcp/')) return webhooks[0];
		if (!/^\/(webhook|webhook-waiting|form|form-waiting)\//.test(path)) return main;
		return webhooks[turn++ % webhooks.length] ?? webhooks[0];
	};
	const server = createServer((incoming, answer) => forward(incoming, answer, choose(incoming.url ?? '/')));
	const port = await freePort();
	server.listen(port, host);
	await once(server, 'listening');
	return {
		url: `http://${host}:${port}`,
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** Each request gets a connection of its own, on both sides: n8n may be about to close one that is idle. */
function forward(incoming: IncomingMessage, answer: ServerResponse, port: number): void {
	const { method, url, headers } = incoming;
	const outgoing = request({ host, port, method, path: url, headers, agent: withoutReuse }, (response) => {
		answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
		response.pipe(answer);
		response.on('error', () => answer.destroy());
	});
	outgoing.on('error', ({ message }) => {
		if (answer.headersSent) answer.destroy();
		else answer.writeHead(502).end(message);
	});
	answer.once('close', () => outgoing.destroy());
	incoming.pipe(outgoing);
}
