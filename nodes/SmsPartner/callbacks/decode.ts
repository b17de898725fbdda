/** One character in UTF-8, of more than one byte; each byte is written as one character here. */
const wide =
	'[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}|\\xed[\\x80-\\x9f][\\x80-\\xbf]|' +
	'\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}';
/** Runs are limited: a search for one of any length overflows. */
const utf8Runs = new RegExp(`(?:${wide}){1,500}`, 'g');
const otherRuns = new RegExp(`(?:${wide}){1,500}|[\\x80-\\xff]`, 'g');

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** What Latin-1 is called by whoever writes it. */
const usual = 'windows-1252';
/** Its characters from 0x80 to 0x9f, where Latin-1 has none. Some versions of Node.js decode it as Latin-1. */
const beyondLatin1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes as text in which each byte is one character. */
export function binaryOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * The text of bytes, each as one character: UTF-8, and what is not valid UTF-8 in the declared charset, or else in
 * windows-1252. Where most of it is not valid, the little that is has come about by chance, such as a capital É before an
 * ellipsis.
 */
export function decode(binary: string, charset?: string): string {
	if (!/[\x80-\xff]/.test(binary)) return binary;
	try {
		return utf8.decode(Buffer.from(binary, 'latin1'));
	} catch {
		const read = readerOf(charset);
		const valid = binary.match(utf8Runs)?.join('').replace(/[\x80-\xbf]/g, '') ?? '';
		const others = binary.replace(utf8Runs, '').replace(/[^\x80-\xff]/g, '');
		if (others.length > valid.length) return read(binary);
		return binary.replace(otherRuns, (bytes) => (bytes.length > 1 ? utf8.decode(Buffer.from(bytes, 'latin1')) : read(bytes)));
	}
}

/**
 * The same bytes without a byte order mark, and as UTF-8 where they are UTF-16: with such a mark, or without one where
 * the beginning shows it, as that of JSON and of a form always does. NUL is in no other text.
 */
export function toUtf8(bytes: Uint8Array): Uint8Array {
	const encoding = utf16Of(bytes);
	if (encoding !== undefined) return Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8');
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function utf16Of([a, b, c, d]: Uint8Array): string | undefined {
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	if (a && c && b === 0 && d === 0) return 'utf-16le';
	return a === 0 && c === 0 && b && d ? 'utf-16be' : undefined;
}

/** A charset that is none, and one that these bytes cannot be in, are no declaration. */
function readerOf(charset: string | undefined): (binary: string) => string {
	try {
		const decoder = new TextDecoder((charset ?? usual).trim());
		if (decoder.encoding !== usual && !decoder.encoding.startsWith('utf-')) return (binary) => decoder.decode(Buffer.from(binary, 'latin1'));
	} catch {
		// Not a charset.
	}
	return (binary) => binary.replace(/[\x80-\x9f]/g, (byte) => beyondLatin1.charAt(byte.charCodeAt(0) - 0x80));
}
