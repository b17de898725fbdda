import axios from 'axios';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import { freePort } from '../freePort';
import { startRoundRobin, type RoundRobin } from './roundRobin';

/** Answers with its name and with what it was asked. */
async function startBackend(name: string): Promise<{ server: Server; port: number }> {
	const port = await freePort();
	const server = createServer(async (request, response) => {
		const body = (await request.toArray()).join('');
		response.writeHead(201, { 'x-name': name, 'set-cookie': ['a=1', 'b=2'] }).end(`${name} ${request.method} ${request.url} ${request.headers.host} ${body}`);
	}).listen(port, '127.0.0.1');
	await once(server, 'listening');
	return { server, port };
}

describe('startRoundRobin', () => {
	const servers: Server[] = [];
	let ports: number[];
	let proxy: RoundRobin;
	const post = async (path: string) => await axios.post(`${proxy.url}${path}`, 'body', { validateStatus: null });
	const who = async (...paths: string[]) => {
		const names: string[] = [];
		for (const path of paths) names.push(String((await post(path)).headers['x-name']));
		return names;
	};

	beforeAll(async () => {
		const backends = [await startBackend('main'), await startBackend('first'), await startBackend('second')];
		servers.push(...backends.map(({ server }) => server));
		ports = backends.map(({ port }) => port);
	});
	beforeEach(async () => {
		const [main = 0, first = 0, second = 0] = ports;
		proxy = await startRoundRobin({ main, webhooks: [first, second] });
	});
	afterEach(async () => await proxy.stop());
	afterAll(() => servers.forEach((server) => server.closeAllConnections() ?? server.close()));

	it('gives production webhooks to the processors in turn', async () => {
		expect(await who('/webhook/a', '/webhook/a', '/webhook-waiting/1/reply?signature=x', '/form/b')).toEqual(['first', 'second', 'first', 'second']);
	});

	it('gives everything else to the main process, MCP to the first processor, and keeps the turn', async () => {
		expect(await who('/', '/rest/settings', '/webhook-test/a', '/webhook/a', '/mcp/x', '/mcp/x', '/webhook/a')).toEqual(['main', 'main', 'main', 'first', 'first', 'first', 'second']);
	});

	it('passes on method, path, host, body, status and headers as they are', async () => {
		const { status, data, headers } = await post('/webhook/a?b=c%20d');
		expect([status, data]).toEqual([201, `first POST /webhook/a?b=c%20d ${new URL(proxy.url).host} body`]);
		expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
	});

	it('answers 502 for a process that is not there', async () => {
		const nowhere = await freePort();
		const lonely = await startRoundRobin({ main: nowhere, webhooks: [nowhere] });
		expect((await axios.get(lonely.url, { validateStatus: null })).status).toBe(502);
		await lonely.stop();
	});
});
