import { inOwnNetwork, unreachable } from '../../nodes/SmsPartner/values/callbackUrl';

describe('inOwnNetwork', () => {
	it.each([
		['http://localhost:5678/webhook-waiting/1', true],
		['http://127.0.0.1:5678/webhook-waiting/1', true],
		['http://[::1]:5678/webhook-waiting/1', true],
		['http://192.168.1.7:5678/webhook-waiting/1', true],
		['http://10.0.0.2/', true],
		['http://172.16.0.1/', true],
		['http://n8n:5678/', true],
		['http://host.docker.internal:5678/', true],
		['http://[fd12:3456::1]:5678/', true],
		['http://[fe80::1]/', true],
		['http://[2001:db8::1]/', false],
		['http://172.32.0.1/', false],
		['http://100.10.0.2/', false],
		['http://0.0.0.0:5678/', true],
		['http://[::]:5678/', true],
		['http://[::ffff:192.168.1.1]/', true],
		['http://100.64.0.1/', true],
		['http://localhost.:5678/', true],
		['https://fritz.box/webhook/1', true],
		['http://n8n.fritz.box.:5678/', true],
		['https://dropbox.com/', false],
		['https://box.example.com/', false],
		['https://10.example.com/', false],
		['https://localhost.example.com/webhook-waiting/1', false],
		['https://n8n.example.com/', false],
	])('%s: %p', (url, expected) => {
		expect(inOwnNetwork(url)).toBe(expected);
	});
});

describe('unreachable', () => {
	it.each([
		['https://n8n.example.com/webhook-test/1b/reply', 'testUrl'],
		['http://localhost:5678/webhook-test/1b/reply', 'testUrl'],
		['http://localhost:5678/webhook/1b/reply', 'ownNetwork'],
		['https://n8n.example.com/webhook/1b/reply', undefined],
		['https://n8n.example.com/webhook/webhook-test', undefined],
	])('%s: %p', (url, expected) => {
		expect(unreachable(url)).toBe(expected);
	});
});
