import fc from 'fast-check';
import { parse, stringify } from 'flatted';
import isEqual from 'lodash/isEqual';
import { readPayloads, type CallbackRequest } from '../../nodes/SmsPartner/callbacks/payload';
import { asN8nGives, encodings, listEncodings, repeatedEncodings } from './support/encodings';
import { hostileRequests } from './support/hostileRequests';
import { itemOf, now } from './support/items';
import { noise } from './support/noise';
import { outcomesOf, urlEvents, type Outcome } from './support/outcome';
import { digits, documentedNames, shuffled, stops, unknownFields, validEvents } from './support/validEvents';

const json = 'application/json';
const everyEncoding = Object.values(encodings);

/** The one outcome of a request, whichever of the URLs it comes to. */
function outcomeOf(request: CallbackRequest): Outcome {
	const [outcome, ...others] = outcomesOf(request);
	if (outcome === undefined || others.length > 0) throw new Error('The URL makes a difference');
	return outcome;
}

const idsOf = (outcomes: Outcome[]) => [...new Set(outcomes.map(({ item }) => item.eventId))];
const eventsOf = (outcomes: Outcome[]) => [...new Set(outcomes.map(({ event }) => event))];

describe('a valid event, at every URL', () => {
	const written = fc
		.tuple(validEvents, unknownFields)
		.chain(([{ event, payload }, more]) => fc.record({ event: fc.constant(event), payload: shuffled(payload, more) }));

	test('leaves by its branch with one id, in every encoding, in any order, whatever stands beside it', () => {
		fc.assert(
			fc.property(written, ({ event, payload }) => {
				const outcomes = everyEncoding.map((encode) => outcomeOf(encode(payload)));
				expect(eventsOf(outcomes)).toEqual([event]);
				expect(idsOf(outcomes)).toHaveLength(1);
			}),
			{ numRuns: 500 },
		);
	});

	test('leaves by its branch with the same id when every field comes twice', () => {
		fc.assert(
			fc.property(written, ({ event, payload }) => {
				const twice = Object.values(repeatedEncodings).map((encode) => outcomeOf(encode(payload)));
				expect(eventsOf(twice)).toEqual([event]);
				expect(idsOf([...twice, outcomeOf({ body: payload })])).toHaveLength(1);
			}),
			{ numRuns: 500 },
		);
	});

	test('keeps the digits of its id, and so its event id, when JSON writes it as a number of any length', () => {
		const ids = digits(0, 40).map((rest) => `1${rest}`);
		fc.assert(
			fc.property(validEvents, ids, fc.constantFrom('message_id', 'msgId'), ({ event, payload }, id, name) => {
				fc.pre(name in payload);
				const { [name]: _, ...rest } = payload;
				const bare = Buffer.from(`{"${name}":${id},${JSON.stringify(rest).slice(1)}`);
				const outcome = outcomeOf(asN8nGives(bare, json));
				expect([outcome.event, outcome.item.messageId]).toEqual([event, id]);
				expect(outcome.item.eventId).toBe(outcomeOf({ body: { ...rest, [name]: id } }).item.eventId);
			}),
		);
	});

	test('keeps its id when it is pushed again at another time', () => {
		fc.assert(
			fc.property(validEvents, fc.integer({ min: 1, max: 86_400_000 }), ({ event, payload }, later) => {
				const again = 'message-timestamp' in payload ? { ...payload, 'message-timestamp': new Date(now.getTime() + later).toISOString() } : payload;
				const items = [payload, again].map((fields, index) => itemOf(fields, { now: new Date(now.getTime() + index * later), zone: 'auto' }));
				expect(items.map((item) => item.event)).toEqual([event, event]);
				expect(items[1]?.eventId).toBe(items[0]?.eventId);
			}),
		);
	});

	test('is not recognised from a part of its JSON', () => {
		fc.assert(
			fc.property(validEvents, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ payload }, share) => {
				const whole = Buffer.from(JSON.stringify(payload));
				const cut = Buffer.from(whole.subarray(0, Math.floor(share * whole.length)));
				expect(outcomeOf(asN8nGives(cut, 'text/plain')).event).toBe('unrecognised');
			}),
		);
	});
});

describe('a list of valid events', () => {
	test.each(Object.entries(listEncodings))('is that many events, each as it is by itself, at every URL: %s', (_name, encode) => {
		const lists = fc.array(validEvents, { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(lists, fc.constantFrom(...urlEvents), (list, urlEvent) => {
				const items = readPayloads(encode(list.map(({ payload }) => payload)), urlEvent).map(({ fields }) => itemOf(fields, {}, urlEvent));
				expect(items.map(({ event }) => event)).toEqual(list.map(({ event }) => event));
				expect(items.map(({ eventId }) => eventId)).toEqual(list.map(({ payload }) => itemOf(payload).eventId));
			}),
			{ numRuns: 100 },
		);
	});
});

describe('a STOP', () => {
	const others = documentedNames.filter((name) => !/^(?:type|text|keyword|phone_number|msisdn|concat.*)$/.test(name));
	const fields = fc.dictionary(fc.constantFrom(...others), fc.constantFrom('delivered', '1', 'NO_ERROR', '+33612345678'));

	test('is not missed among the fields of other events', () => {
		fc.assert(
			fc.property(stops, fields, fc.constantFrom(...everyEncoding), ({ payload }, more, encode) => {
				expect(eventsOf(outcomesOf(encode({ ...more, ...payload })))).toEqual(['stop']);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('noise', () => {
	test.each(Object.entries(noise))('without %s is no reply and no STOP', (_lack, requests) => {
		fc.assert(
			fc.property(requests, (request) => {
				expect(eventsOf(outcomesOf(request))).not.toContain('reply');
				expect(eventsOf(outcomesOf(request))).not.toContain('stop');
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('any request', () => {
	test.each(hostileRequests)('gives plain data that a database takes: $kind, $runs times', ({ runs, request }) => {
		fc.assert(
			fc.property(request, (given) => {
				const faults = outcomesOf(given).flatMap((outcome) => faultsOf(outcome, given));
				if (faults.length > 0) throw new Error(`An item is ${faults.join(', ')}`);
			}),
			{ numRuns: runs },
		);
	});

	test('gives an item that n8n reads from its database as it was', () => {
		fc.assert(
			fc.property(fc.oneof(...hostileRequests.map(({ request }) => request)), (given) => {
				for (const { item } of outcomesOf(given)) expect(isEqual(parse(stringify(item)), item)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

/** An escape makes six bytes of one, and a text stands in `raw` and in a column or two. */
const growth = 20;
const columns = 2_000;

function faultsOf({ event, item }: Outcome, request: CallbackRequest): string[] {
	const stored = JSON.stringify(item);
	const isSms = event === 'reply' || event === 'stop';
	const faults = {
		'not plain data': !isEqual(JSON.parse(stored), item),
		// JSON escapes what is no Unicode: n8n's own columns take that, those of the user's tables do not.
		'refused by PostgreSQL': /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(stored),
		'a trap for whoever copies it': stored.includes('"__proto__":'),
		'far larger than the request': stored.length > columns && stored.length > columns + growth * sizeOf(request),
		'made of noise': isSms && !/(?=[^]*(?:phone|number|msisdn))(?=[^]*(?:text|type|keyword))/i.test(textOf(request)),
	};
	return Object.entries(faults).flatMap(([fault, isFound]) => (isFound ? [fault] : []));
}

function sizeOf({ body, url = '', rawBody }: CallbackRequest): number {
	return (rawBody?.length ?? 0) + written(body).length + url.length;
}

/** All that a request says, without its escapes, and without the NUL of UTF-16. */
function textOf({ body, url = '', rawBody = Buffer.alloc(0) }: CallbackRequest): string {
	const text = Buffer.from(rawBody).toString('latin1') + written(body) + url;
	return text.replace(/\0/g, '').replace(/\\u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_all, unit: string | undefined, byte: string | undefined) =>
		String.fromCharCode(parseInt(unit ?? byte ?? '', 16)),
	);
}

function written(value: unknown): string {
	return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? '');
}
