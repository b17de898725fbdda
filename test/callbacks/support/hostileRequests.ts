import fc from 'fast-check';
import type { CallbackRequest } from '../../../nodes/SmsPartner/callbacks/payload';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';
import { asN8nGives, encodings } from './encodings';
import { documentedNames, validEvents } from './validEvents';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

const contentTypes = fc.constantFrom(
	...[undefined, '', json, 'application/json; charset=latin1', 'APPLICATION/JSON;charset=utf-16le', 'application/xml'],
	...[form, `${form}; charset=windows-1252`, 'text/plain', 'text/plain; charset="', 'multipart/form-data; boundary=x'],
	...[';', '\0', 'charset=charset=latin1', 'a'.repeat(1_000)],
);

const odd = fc.constantFrom(
	...['\0', '\ud83d', '\udc00\ud800', '\u202eSTOP', '\ufeff', '%', '%zz', '%u0053', '+', '&', '=', '[', ']', '{', '\\', '"'],
	...['STOP', 'S.T.O.P', 'stop', 'response', 'text', '+33612345678', '0612345678', '\xe9', 'İ', 'ﷺ', '\u0301', '1'.repeat(40)],
	...['1e999', '-0', '0x10', 'NaN', '9007199254740993', '2026-01-01 10:00:00', '1764768485', 'true', 'null', ' \r\n\t'],
);
const oddText = fc.oneof(
	{ weight: 12, arbitrary: odd },
	{ weight: 4, arbitrary: fc.tuple(odd, odd, odd).map((parts) => parts.join('')) },
	{ weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
	{ weight: 2, arbitrary: fc.uint16Array({ maxLength: 6 }).map((units) => String.fromCharCode(...units)) },
	{ weight: 1, arbitrary: fc.tuple(odd, fc.nat({ max: 2_000 })).map(([text, length]) => text.repeat(length / text.length)) },
);

const treacherous = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'length', '0', '', 'timezone'];
const name = fc.oneof(fc.constantFrom(...documentedNames), fc.constantFrom(...treacherous), oddText);

const scalar = fc.oneof(oddText, fc.double(), fc.integer(), fc.constantFrom(2 ** 53 + 2, -0, 1e21, null, true, false));
export const { value: oddValue } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		scalar,
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(name, tie('value'), { maxKeys: 3 }),
	),
}));
const oddPayload: fc.Arbitrary<UnknownRecord> = fc.dictionary(name, oddValue, { maxKeys: 5 });

/** Deep, and closed or not. */
const deep = fc
	.record({ open: fc.constantFrom('[', '{"a":', '[{"text":'), depth: fc.nat({ max: 1_000 }), isClosed: fc.boolean() })
	.map(({ open, depth, isClosed }) => open.repeat(depth) + (isClosed ? '1' + closing(open).repeat(depth) : ''));

function closing(open: string): string {
	return [...open].reverse().join('').replace(/[^[{]/g, '').replace('[', ']').replace('{', '}');
}

/** JSON with numbers, names and text that `JSON.stringify` would not write. */
const jsonText = fc.oneof(
	oddPayload.map((payload) => JSON.stringify(payload)),
	fc.tuple(fc.constantFrom(...documentedNames), fc.constantFrom('1e400', '-0', '1'.repeat(300), '"\\ud83d"', '"\\u0000"', '01')).map(
		([field, value]) => `{"${field}":${value},"${field}":${value}}`,
	),
	deep,
);

const bracketKey = fc
	.tuple(name, fc.array(fc.oneof(fc.constantFrom('[]', '[0]', '[1]', '[', ']', '[[', '[a]', '[__proto__]'), name.map((key) => `[${key}]`)), { maxLength: 4 }))
	.map(([head, rest]) => head + rest.join(''));
const pair = fc.tuple(fc.oneof(name, bracketKey), fc.oneof(oddText, fc.constant('')));
const formText = fc
	.tuple(fc.array(pair, { maxLength: 6 }), fc.constantFrom('encoded', 'raw'))
	.map(([pairs, how]) => (how === 'raw' ? pairs.map((each) => each.join('=')).join('&') : new URLSearchParams(pairs).toString()));

const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 50 }).map((octets) => Buffer.from(octets)),
	oddText.map((text) => Buffer.from(text, 'utf16le')),
	oddText.map((text) => Buffer.from(text)),
);

function requests(contents: fc.Arbitrary<Buffer>): fc.Arbitrary<CallbackRequest> {
	return fc.tuple(contents, contentTypes).map(([rawBody, contentType]) => asN8nGives(rawBody, contentType));
}

const documentedRequest = fc
	.tuple(validEvents, fc.constantFrom(...Object.values(encodings)))
	.map(([{ payload }, encode]) => encode(payload));

/** The bytes of a documented callback, cut short, with a piece missing, or with other bytes in it. */
const damagedBytes = fc
	.record({
		request: documentedRequest,
		how: fc.constantFrom('cut', 'splice', 'replace'),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		piece: anyBytes,
	})
	.map(({ request: { rawBody = Buffer.from('type=stop'), contentType }, how, at, piece }) => {
		const place = Math.floor(at * rawBody.length);
		const head = rawBody.subarray(0, place);
		const after = how === 'replace' ? rawBody.subarray(place + piece.length) : rawBody.subarray(place + 1);
		return asN8nGives(how === 'cut' ? Buffer.from(head) : Buffer.concat([head, piece, after]), contentType);
	});

/** Some fields of a documented callback gone, odd or under an odd name, and odd ones beside them. */
const damagedPayload = fc
	.record({
		valid: validEvents,
		changes: fc.array(fc.tuple(fc.constantFrom(...documentedNames), fc.option(oddValue)), { maxLength: 3 }),
		more: fc.dictionary(name, oddValue, { maxKeys: 2 }),
	})
	.map(({ valid, changes, more }): UnknownRecord => ({ ...valid.payload, ...Object.fromEntries(changes), ...more }));


/** Without half characters, which only JSON can hold. */
export function wellFormed(payload: UnknownRecord): UnknownRecord {
	return JSON.parse(JSON.stringify(payload).replace(/\\ud[89a-f]../g, '?'));
}

/** Requests that no platform would send, by what is wrong with them, and how many of 20,000 to try: more of the cheap ones. */
export const hostileRequests: ReadonlyArray<{ kind: string; runs: number; request: fc.Arbitrary<CallbackRequest> }> = [
	{ kind: 'any bytes', runs: 5_000, request: requests(anyBytes) },
	{ kind: 'odd JSON', runs: 4_000, request: requests(jsonText.map((text) => Buffer.from(text))) },
	{ kind: 'odd forms', runs: 4_000, request: requests(formText.map((text) => Buffer.from(text))) },
	{ kind: 'damaged bytes', runs: 3_000, request: damagedBytes },
	{
		kind: 'damaged payloads',
		runs: 2_000,
		request: fc
			.tuple(damagedPayload, fc.constantFrom(...Object.values(encodings)))
			.map(([payload, encode]) => encode(wellFormed(payload))),
	},
	{
		kind: 'anything in place of what n8n reads',
		runs: 2_000,
		request: fc.record({
			body: fc.oneof(oddPayload, oddValue, fc.record({ data: oddValue, files: oddValue }), fc.bigInt()),
			url: fc.option(fc.oneof(oddText, formText).map((query) => `/webhook/id/reply?${query}`), { nil: undefined }),
			rawBody: fc.option(anyBytes, { nil: undefined }),
			contentType: contentTypes,
		}),
	},
];
