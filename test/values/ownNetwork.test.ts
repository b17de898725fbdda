import fc from 'fast-check';
import { BlockList } from 'node:net';

import { isOwnHost } from '../../nodes/SmsPartner/values/ownNetwork';

const own = (host: string) => isOwnHost(new URL(`http://${host}:5678/webhook/1`).hostname);

it.each([
	...['0.0.0.0', '127.0.0.1', '127.1', '0x7f000001', '2130706433', '0177.0.0.1', '10.0.0.2', '192.168.1.7', '169.254.1.1', '172.16.0.1', '172.31.255.255'],
	...['100.64.0.1', '100.127.255.255', '192.0.0.2', '198.18.0.1', '198.19.255.255', '192.168.1.7.', '127.0.0.1.'],
	...['[::]', '[::1]', '[fc00::1]', '[fd12:3456::1]', '[fdff::]', '[fe80::1]', '[febf::1]', '[fec0::1]'],
	...['[::ffff:192.168.1.1]', '[::ffff:c0a8:101]', '[::ffff:127.0.0.1]', '[::ffff:0.0.0.0]', '[::FFFF:10.1.2.3]', '[::192.168.1.1]', '[64:ff9b::10.0.0.1]'],
	...['localhost', 'LOCALHOST', 'localhost.', 'n8n.localhost', 'localhost.localdomain', 'n8n', 'n8n.', 'home.arpa', 'n8n.home.arpa', 'n8n.home.arpa.'],
	...['n8n.local', 'n8n.local.', 'n8n.svc.cluster.local', 'host.docker.internal', 'n8n.lan', 'nas.home', 'n8n.intranet', 'n8n.corp', 'n8n.private'],
])('%s is of the own network', (host) => {
	expect(own(host)).toBe(true);
});

it.each([
	...['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.0', '100.10.0.2', '172.15.255.255', '172.32.0.1', '11.0.0.1', '192.167.1.1', '192.169.1.1', '128.0.0.1', '198.17.0.1', '198.20.0.1'],
	...['[2001:db8::1]', '[2a01:e0a::1]', '[fb00::1]', '[fe00::1]', '[ff02::1]', '[::ffff:8.8.8.8]', '[::ffff:808:808]', '[64:ff9b::8.8.8.8]', '[1::]', '[ffff::c0a8:101]'],
	...['n8n.example.com', 'n8n.example.com.', '10.example.com', '127.0.0.1.example.com', '192.168.1.1.example.com', '0.example', 'fd.example.com', 'fc00.example', 'fe80.example.com'],
	...['localhost.example.com', 'local.example.com', 'lan.example.com', 'home.example.com', 'fritz.box', 'box.com', 'dropbox.com', 'mylan.fr', 'corp.example.com', 'arpa.example', 'my-home.fr', 'internal.io'],
])('%s is open to the internet', (host) => {
	expect(own(host)).toBe(false);
});

describe('every address', () => {
	const ranges = new BlockList();
	for (const [base, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15]] as const) {
		ranges.addSubnet(base, prefix, 'ipv4');
	}
	for (const [base, prefix] of [['::', 127], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10]] as const) ranges.addSubnet(base, prefix, 'ipv6');

	const byte = fc.integer({ min: 0, max: 255 });
	const ipv4 = fc
		.tuple(fc.oneof(byte, fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198)), fc.oneof(byte, fc.constantFrom(0, 16, 18, 31, 64, 127, 168, 254)), fc.oneof(byte, fc.constant(0)), byte)
		.map((bytes) => bytes.join('.'));
	const group = fc.integer({ min: 0, max: 0xffff });
	const first = fc.oneof(group, fc.integer({ min: 0xfb00, max: 0xffff }), fc.constantFrom(0xfc00, 0xfd12, 0xfe80, 0xfebf, 0xfec0, 0x2001));
	const ipv6 = fc.tuple(first, fc.array(fc.oneof(group, fc.constant(0)), { minLength: 7, maxLength: 7 })).map(([head, rest]) => [head, ...rest].map((part) => part.toString(16)).join(':'));

	it('of IPv4 is judged as Node.js does, however it is written', () => {
		const asNumber = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
		const forms: Array<(address: string) => string> = [
			(address) => address,
			(address) => `${address}.`,
			(address) => String(asNumber(address)),
			(address) => `0x${asNumber(address).toString(16)}`,
			(address) => `[::ffff:${address}]`,
			(address) => `[0:0:0:0:0:ffff:${address}]`,
		];
		fc.assert(
			fc.property(ipv4, fc.constantFrom(...forms), (address, form) => {
				expect(own(form(address))).toBe(ranges.check(address, 'ipv4'));
			}),
			{ numRuns: 500 },
		);
	});

	it('of IPv6 too', () => {
		fc.assert(
			fc.property(fc.oneof(ipv6, fc.constantFrom('::', '::1', '0:0:0:0:0:0:0:1')), (address) => {
				expect(own(`[${address}]`)).toBe(ranges.check(address, 'ipv6'));
			}),
			{ numRuns: 500 },
		);
	});
});

it('a name of a host that the internet resolves is never of the own network', () => {
	const label = fc.constantFrom('10', '127', '192', '168', 'fd', 'fc00', 'local', 'localhost', 'lan', 'home', 'box', 'n8n', 'a-b');
	fc.assert(
		fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), fc.constantFrom('com', 'fr', 'example', 'io', 'box', 'com.'), (labels, end) => {
			expect(own([...labels, end].join('.'))).toBe(false);
		}),
		{ numRuns: 200 },
	);
});
