/** What the internet does not route: private, shared, loopback, link-local and test networks (IANA's special-purpose registries). */
const RANGES = [
	...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'],
	...['fc00::/7', 'fe80::/10', 'fec0::/10'],
].map(toRange);

/** Where IPv6 holds an IPv4 address, in its last 32 bits: `::` and `::1` among them, mapped ones, and those of NAT64. */
const EMBEDDING = ['::/96', '::ffff:0:0/96', '64:ff9b::/96'].map(toRange);

/** Names that are resolved at home or in a company, and nowhere else (RFC 6762, RFC 8375). */
const NAMES = /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|lan|home|home\.arpa)$/;

interface Range {
	/** Bits of an address: 32 or 128. */
	size: number;
	prefix: string;
}

/** Whether only the own network can reach a host that is written as `URL` writes it. */
export function isOwnHost(hostname: string): boolean {
	const host = hostname.replace(/\.+$/, '');
	if (host.startsWith('[')) return isOwnAddress(bitsOf(host.slice(1, -1)));
	return /^\d+(?:\.\d+){3}$/.test(host) ? isOwnAddress(bitsOf(host)) : !host.includes('.') || NAMES.test(host);
}

function isOwnAddress(bits: string): boolean {
	const embedded = EMBEDDING.some((range) => isIn(range, bits)) ? bits.slice(-32) : bits;
	return RANGES.some((range) => isIn(range, embedded));
}

function isIn({ size, prefix }: Range, bits: string): boolean {
	return bits.length === size && bits.startsWith(prefix);
}

function toRange(written: string): Range {
	const [address = '', length] = written.split('/');
	const bits = bitsOf(address);
	return { size: bits.length, prefix: bits.slice(0, Number(length)) };
}

function bitsOf(address: string): string {
	if (!address.includes(':')) return binary(address.split('.'), 10, 8);
	const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
	const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
	return binary([...before, ...zeros, ...after], 16, 16);
}

function binary(parts: readonly string[], radix: number, width: number): string {
	return parts.map((part) => Number.parseInt(part, radix).toString(2).padStart(width, '0')).join('');
}
