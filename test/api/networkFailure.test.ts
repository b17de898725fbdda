import { connect, createServer } from 'node:net';

import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { networkFailure } from '../../nodes/SmsPartner/api/networkFailure';

const write: Endpoint = { api: 'sms', method: 'POST', path: '/send', effect: 'write', codes: {} };

/** An error as n8n throws it: the network's, wrapped, with the request inside. */
function thrown(facts: object): Error {
	const network = Object.assign(new Error('connect to secret-key-123'), facts, { config: { data: 'secret-key-123' } });
	return new Error('wrapped secret-key-123', { cause: new Error('axios', { cause: network }) });
}

describe('networkFailure', () => {
	it.each([
		{ code: 'ECONNREFUSED' },
		{ code: 'ENOTFOUND' },
		{ code: 'EAI_AGAIN' },
		{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
		{ code: 'ETIMEDOUT', syscall: 'connect' },
		{ code: 'EHOSTUNREACH', syscall: 'connect' },
		{ code: 'ECONNRESET', syscall: 'connect' },
		{ code: 'ECONNRESET', host: 'api.example.com', port: 443, localAddress: undefined, path: null },
		{ code: 'ECONNRESET', syscall: 'read', request: { socket: { secureConnecting: true } } },
		{ code: 'EPIPE', request: { socket: { secureConnecting: true } } },
		{ code: 'ETIMEDOUT', errors: [{ code: 'ETIMEDOUT', syscall: 'connect' }, { code: 'ECONNREFUSED', syscall: 'connect' }] },
		{ code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED', syscall: 'connect' }, { code: 'ENETUNREACH', syscall: 'connect' }] },
	])('is certain that nothing arrived after %j', (facts) => {
		expect(networkFailure(write, thrown(facts))).toMatchObject({ kind: 'unreachable', code: facts.code });
	});

	it.each([
		{ code: 'ECONNRESET' },
		{ code: 'ECONNABORTED' },
		{ code: 'ETIMEDOUT' },
		{ code: 'EHOSTUNREACH', syscall: 'read' },
		{ code: 'ECONNRESET', port: 443 },
		{ code: 'ECONNRESET', syscall: 'read', host: 'api.example.com', port: 443, localAddress: undefined },
		{ code: 'ECONNRESET', syscall: 'read', request: { socket: { secureConnecting: false } } },
		{ code: 'ECONNABORTED', request: { socket: { secureConnecting: true } } },
		{ code: 'ERR_CANCELED', request: { socket: { secureConnecting: true } } },
		{ code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED', syscall: 'connect' }, { code: 'ECONNRESET', syscall: 'read' }] },
		{ code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED', syscall: 'connect' }, {}] },
		{ code: 'EPIPE' },
		{ code: 'ERR_CANCELED' },
		{ code: 'SOMETHING_NEW' },
		{},
	])('is not certain after %j', (facts) => {
		expect(networkFailure(write, thrown(facts))).toMatchObject({ kind: 'unknown' });
	});

	it('is certain of a host whose several addresses all refuse, as Node says it', async () => {
		const closed = createServer();
		await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
		const address = closed.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		await new Promise((resolve) => closed.close(resolve));
		const refused = await new Promise<unknown>((resolve) => {
			const addresses = [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }];
			connect({ host: 'two.example', port, autoSelectFamily: true, lookup: (_host, _options, found) => found(null, addresses) }).on('error', resolve);
		});
		expect(refused).toMatchObject({ code: 'ECONNREFUSED', errors: [expect.anything(), expect.anything()] });
		expect(networkFailure(write, new Error('wrapped', { cause: refused }))).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED' });
	});

	it('survives what is no error at all', () => {
		expect(networkFailure(write, undefined)).toMatchObject({ kind: 'unknown' });
	});

	it('takes nothing over but the code: no text, no request, no key', () => {
		for (const facts of [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }]) {
			expect(JSON.stringify(networkFailure(write, thrown(facts)))).not.toContain('secret');
		}
	});

	it('a look-up that got no answer can be tried again', () => {
		expect(networkFailure({ ...write, effect: 'read' }, thrown({ code: 'ECONNRESET' }))).toMatchObject({ kind: 'unreadable' });
	});
});
