import axios from 'axios';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { freePort } from './freePort';
import type { N8n } from './n8n';

/** What a test may do to the n8n that jest's main process has started. */
export type Controlled = Pick<N8n, 'kill' | 'restart' | 'dump'>;

export interface RemoteControl {
	readonly url: string;
	stop(): Promise<void>;
}

/** Takes orders from test files, which do not share memory with the process that started n8n. */
export async function serveControl(n8n: Controlled): Promise<RemoteControl> {
	const orders: Record<string, () => Promise<unknown>> = {
		'/kill': async () => await n8n.kill(),
		'/restart': async () => await n8n.restart(),
		'/dump': async () => await n8n.dump(),
	};
	const server = createServer((request, response) => {
		const order = orders[request.url ?? ''] ?? (async () => await Promise.reject(new Error(`No such order: ${request.url}`)));
		order().then(
			(result) => response.end(JSON.stringify(result ?? null)),
			(error: unknown) => response.writeHead(500).end(String(error)),
		);
	});
	const port = await freePort();
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${port}`,
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** The other end of {@link serveControl}. */
export function remoteControl(url: string): Controlled {
	const give = async (order: string): Promise<unknown> => {
		const { status, data } = await axios.post(`${url}/${order}`, undefined, { proxy: false, validateStatus: null });
		if (status !== 200) throw new Error(String(data));
		return data;
	};
	return {
		kill: async () => void (await give('kill')),
		restart: async () => void (await give('restart')),
		async dump() {
			const files = await give('dump');
			return Array.isArray(files) ? files.map(String) : [];
		},
	};
}
