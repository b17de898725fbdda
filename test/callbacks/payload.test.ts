import fc from 'fast-check';
import { readPayloads, type CallbackRequest, type Payload } from '../../nodes/SmsPartner/callbacks/payload';
import { encodings } from './support/encodings';

const json = 'application/json';

/** The one event of a request. */
function readPayload(request: CallbackRequest): Payload {
	const [payload, ...others] = readPayloads(request);
	if (payload === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} events`);
	return payload;
}

describe('readPayloads', () => {
	const payload = { type: 'response', phone_number: '+33612345678', text: 'Ça va & merci = oui', message_id: '123' };

	test.each(Object.entries(encodings))('reads %s', (_name, encode) => {
		expect(readPayload(encode(payload))).toEqual({ fields: payload, raw: payload });
	});

	test.each(Object.entries(encodings))('reads nested fields from %s', (_name, encode) => {
		const nested = { campaignId: 'a', additionnal_status: 'VOICE_ANSWERED', audioFileComplementaire: { status: 'Deposit' } };
		expect(readPayload(encode(nested)).fields).toEqual(nested);
	});

	test('keeps integers that a number cannot hold', () => {
		const text = '{"message_id":12345678901234567890,"type":"stop"}';
		const request = { body: JSON.parse(text), rawBody: Buffer.from(text), contentType: json };
		expect(readPayload(request).fields).toEqual({ message_id: '12345678901234567890', type: 'stop' });
	});

	test('reads the body alone where it holds anything, and keeps the query in the raw payload', () => {
		const request = { body: { a: 'body', b: '1' }, url: '/reply?a=query&c=2', contentType: json };
		expect(readPayload(request)).toEqual({ fields: { a: 'body', b: '1' }, raw: { a: 'body', b: '1', c: '2' } });
	});

	test.each([undefined, null, '', ' \r\n', {}, [], '[]', '{}'])('reads the query where the body is %j', (body) => {
		expect(readPayload({ body, url: '/reply?a=1' }).fields).toEqual({ a: '1' });
	});

	test.each([
		['type=stop&type=stop', 'stop'],
		['type[]=stop', 'stop'],
		['Type=stop', 'stop'],
		['type=response&type=stop', ['response', 'stop']],
		['=&type=stop', 'stop'],
	])('reads the type of %s', (text, type) => {
		expect(readPayload({ rawBody: Buffer.from(text) }).fields.type).toEqual(type);
	});

	test('makes a list of a repeated form field', () => {
		expect(readPayload({ rawBody: Buffer.from('a=1&a=2&b=3') }).fields).toEqual({ a: ['1', '2'], b: '3' });
	});

	test.each([
		['nothing at all', {}, {}],
		['an empty body', { body: {}, url: '/reply', rawBody: Buffer.alloc(0) }, {}],
		['a plain text', { body: 'hello', contentType: 'text/plain' }, { body: 'hello' }],
		['a plain text without a content type', { rawBody: Buffer.from('hello') }, { body: 'hello' }],
		['broken JSON', { rawBody: Buffer.from('{"a":"&type=stop&b=') }, { body: '{"a":"&type=stop&b=' }],
		['a list of no fields', { body: [1, 'x'] }, { body: [1, 'x'] }],
		['multipart without fields', { body: {}, contentType: 'multipart/form-data' }, {}],
		['XML', { body: { xml: { a: '1' } }, rawBody: Buffer.from('<xml><a>1</a></xml>') }, { xml: { a: '1' } }],
	])('reads %s', (_name, request, expected) => {
		expect(readPayload(request).fields).toEqual(expected);
	});

	test('does not take a field named data for multipart', () => {
		expect(readPayload({ body: { data: { type: 'stop' } }, contentType: json }).fields).toEqual({ data: { type: 'stop' } });
	});

	test('has null for a number that JSON cannot write', () => {
		const text = '{"cost":1e999,"a":[-1e999]}';
		expect(readPayload({ body: JSON.parse(text), rawBody: Buffer.from(text), contentType: json }).fields).toEqual({
			cost: null,
			a: [null],
		});
	});

	test('keeps half an emoji, whose other half may be in the next part of an SMS', () => {
		const text = '{"text":"Merci \\ud83d"}';
		expect(readPayload({ body: JSON.parse(text), rawBody: Buffer.from(text), contentType: json }).fields.text).toBe('Merci \ud83d');
	});

	test('leaves out what an operator signs with, at any depth', () => {
		const secrets = { 'api-key': 'k', nonce: 'n', Sig: 's', timestamp: '1' };
		const event = { msisdn: '33612345678', text: 'Oui', 'message-timestamp': '2026-03-09 16:00:30' };
		const expected = [{ fields: event, raw: event }];
		expect(readPayloads({ body: { ...event, ...secrets }, contentType: json })).toEqual(expected);
		expect(readPayloads({ url: `/reply?${new URLSearchParams({ ...secrets, ...event }).toString()}` })).toEqual(expected);
		expect(readPayloads({ body: { payload: JSON.stringify({ ...event, ...secrets }), ...secrets } })).toEqual(expected);
		expect(JSON.stringify(readPayloads({ body: { survey: [{ ...secrets, answer: 4 }] } }))).not.toMatch(/"(?:k|n|s|1)"/);
	});

	test('reads what stands beside the events of a list or a wrapping into the raw payload of each', () => {
		const [first, second] = ['1', '2'].map((msgId) => ({ msgId, status: 'delivered' }));
		const request = { body: { id: 5, events: [first, second] }, url: '/reply?customer=42', contentType: json };
		expect(readPayloads(request)).toEqual([
			{ fields: first, raw: { customer: '42', id: 5, ...first } },
			{ fields: second, raw: { customer: '42', id: 5, ...second } },
		]);
	});

	test('leaves out the parameters that are of the URL itself', () => {
		expect(readPayloads({ url: '/reply?wait=x&text=Oui' }, 'reply', ['wait'])).toEqual([{ fields: { text: 'Oui' }, raw: { text: 'Oui' } }]);
	});

	test('finds a text that opts out with a word of the user in a wrapping, as it finds a STOP', () => {
		const request = (text: string) => ({ body: { data: { phone_number: '+33612345678', text } }, contentType: json });
		const fieldsOf = (text: string, words: string[]) => readPayloads(request(text), 'deliveryReport', [], words).map(({ fields }) => fields.text);
		expect([fieldsOf('Stop', []), fieldsOf('Arrêt', [' arret ']), fieldsOf('Oui', [' arret '])]).toEqual([['Stop'], ['Arrêt'], [undefined]]);
	});

	test('reads a list of thousands of events, and nothing of one that is longer than any platform collects', () => {
		const list = (length: number) => Array.from({ length }, (_, index) => ({ msgId: String(index), status: 'delivered' }));
		expect(readPayloads({ rawBody: Buffer.from(JSON.stringify(list(3_000))), contentType: json }).map(({ fields }) => fields)).toEqual(list(3_000));
		const [whole, ...others] = readPayloads({ rawBody: Buffer.from(JSON.stringify(list(5_001))), contentType: json });
		expect([Object.keys(whole?.fields ?? {}), others]).toEqual([['body'], []]);
	});

	test('drops __proto__ at any depth', () => {
		const text = '{"a":{"__proto__":{"b":1},"c":2},"__proto__":{"type":"stop"}}';
		const read = readPayload({ body: JSON.parse(text), rawBody: Buffer.from(text), contentType: json }).fields;
		expect(JSON.stringify(read)).toBe('{"a":{"c":2}}');
		expect(read.type).toBeUndefined();
	});

	test('cuts off absurd depth, so that the result can be stored', () => {
		const text = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
		expect(() => JSON.stringify(readPayloads({ rawBody: Buffer.from(text) }))).not.toThrow();
	});

	test('gives plain data for anything, and never throws', () => {
		const contentTypes = fc.constantFrom(undefined, '', json, 'text/plain', 'multipart/form-data', 'charset=latin1');
		const request = fc.record({
			body: fc.anything({ withBigInt: true, withNullPrototype: true }),
			url: fc.option(fc.string(), { nil: undefined }),
			rawBody: fc.option(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from), fc.string().map(Buffer.from)), {
				nil: undefined,
			}),
			contentType: contentTypes,
		});
		fc.assert(fc.property(request, (given) => expect(() => JSON.stringify(readPayloads(given))).not.toThrow()));
	});
});
