import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { runNode } from './support/engine';
import { goOn, people, sendParameters } from './support/parameters';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n';

/** What becomes of an SMS, and how often the platform was called, when each connection to it goes like this. */
async function sendTo(scheme: 'http' | 'https', connected: (socket: Socket) => void) {
	const sockets: Socket[] = [];
	const server = createServer((socket) => {
		sockets.push(socket.on('error', () => undefined));
		connected(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const baseUrl = `${scheme}://127.0.0.1:${portOf(server)}/v1`;
	const { items } = await runNode({
		parameters: { ...sendParameters, options: { timeout: 1 } },
		items: people(1),
		settings: goOn,
		credentials: { smsPartnerApi: { apiKey: 'the-secret-key', baseUrl } },
	});
	// Nothing stays open.
	await Promise.all(sockets.map(async (socket) => socket.closed || (await new Promise((resolve) => socket.on('close', resolve).resume()))));
	server.close();
	return { json: items[0]?.json, connections: sockets.length };
}

function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}

/** A byte every tenth of a second, for ever. */
function drip(socket: Socket, text: string): void {
	const timer = setInterval(() => socket.write(text), 100);
	socket.on('close', () => clearInterval(timer));
}

describe('sms.send and a connection', () => {
	it.each<[string, (socket: Socket) => void]>([
		['dripping the headers of its answer', (socket) => socket.once('data', () => {
			socket.write('HTTP/1.1 200 OK\r\nX-Drip: ');
			drip(socket, 'a');
		})],
		['dripping the body of its answer', (socket) => socket.once('data', () => {
			socket.write(HEAD);
			drip(socket, ' ');
		})],
		['saying nothing', (socket) => socket.resume()],
	])('%s: the time is up all the same, for an outcome that is unknown', async (_what, connected) => {
		expect(await sendTo('http', connected)).toMatchObject({ json: { error: expect.stringMatching(/^Outcome unknown: the platform did not answer in time/) }, connections: 1 });
	});

	it.each<[string, (socket: Socket) => void]>([
		['ended', (socket) => socket.once('data', () => socket.end())],
		['reset', (socket) => socket.once('data', () => socket.resetAndDestroy())],
		['reset at once', (socket) => socket.resetAndDestroy()],
	])('%s while it is being encrypted: nothing was sent, so that it is tried again', async (_what, connected) => {
		const { json, connections } = await sendTo('https', connected);
		expect(json).toMatchObject({ error: expect.stringContaining('The platform could not be reached'), code: 'ECONNRESET', description: expect.stringContaining('Nothing was sent') });
		expect(connections).toBe(3);
	});

	it.each<[string, (socket: Socket) => void]>([
		['ended', (socket) => socket.once('data', () => socket.end())],
		['reset', (socket) => socket.once('data', () => socket.resetAndDestroy())],
	])('%s after the request: it may have been sent, and is not sent again', async (_what, connected) => {
		expect(await sendTo('http', connected)).toMatchObject({ json: { error: expect.stringMatching(/^Outcome unknown: the platform closed/) }, connections: 1 });
	});
});
