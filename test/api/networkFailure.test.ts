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
	])('is certain that nothing arrived after %j', (facts) => {
		expect(networkFailure(write, thrown(facts))).toMatchObject({ kind: 'unreachable', code: facts.code });
	});

	it.each([
		{ code: 'ECONNRESET' },
		{ code: 'ECONNABORTED' },
		{ code: 'ETIMEDOUT' },
		{ code: 'EHOSTUNREACH', syscall: 'read' },
		{ code: 'EPIPE' },
		{ code: 'ERR_CANCELED' },
		{ code: 'SOMETHING_NEW' },
		{},
	])('is not certain after %j', (facts) => {
		expect(networkFailure(write, thrown(facts))).toMatchObject({ kind: 'unknown' });
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
