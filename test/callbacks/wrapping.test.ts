import fc from 'fast-check';

import { unwrap } from '../../nodes/SmsPartner/callbacks/wrapping';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';

const isEvent = ({ msgId }: UnknownRecord) => typeof msgId === 'string';
const eventsIn = (value: unknown) => unwrap(value, isEvent).map(({ event }) => event);
const [a, b] = [{ msgId: 'a' }, { msgId: 'b' }];
const text = JSON.stringify;

describe('unwrap', () => {
	test.each<[string, unknown, UnknownRecord[]]>([
		['an event', a, [a]],
		['a list', [a, b], [a, b]],
		['a list in a list', [[a], [b]], [a, b]],
		['a list with something else in it', [a, { odd: 1 }, 'hello', null, {}], [a, { odd: 1 }, { body: 'hello' }]],
		['JSON', text(a), [a]],
		['JSON in a text of JSON', text(text([a, b])), [a, b]],
		['JSON with raw line breaks', '{"msgId":"a",\n"text":"one\r\ntwo\tthree"}', [{ msgId: 'a', text: 'one\r\ntwo\tthree' }]],
		['a list of JSON', [text(a), text(b)], [a, b]],
		['a list of nothing but JSON', text([text(a), text(b)]), [a, b]],
		['a field', { payload: a }, [a]],
		['JSON in a field', { payload: text(a) }, [a]],
		['a list in a field of a field', { data: { events: [a, b] } }, [a, b]],
		['several fields', { 1: a, 2: b }, [a, b]],
		['an event that is wrapped beside others', { payload: a, version: '2' }, [a]],
		['an event with another in it', { ...a, payload: b }, [{ ...a, payload: b }]],
		['nothing', undefined, []],
		['empty text', ' \r\n', []],
		['an empty record', {}, []],
		['an empty list in JSON', '[]', []],
		['text', 'hello', [{ body: 'hello' }]],
		['text in quotes', '"hello"', [{ body: '"hello"' }]],
		['numbers', [1, 2], [{ body: [1, 2] }]],
		['something else', { survey: { answer: 4 } }, [{ survey: { answer: 4 } }]],
		['a list of something else', [{ odd: 1 }, { odd: 2 }], [{ odd: 1 }, { odd: 2 }]],
		['an event in a field that callbacks have', { status: a, Text: text(b) }, [{ status: a, Text: text(b) }]],
		['broken JSON', '{"msgId":"a"', [{ body: '{"msgId":"a"' }]],
	])('finds the events in %s', (_name, value, events) => {
		expect(eventsIn(value)).toEqual(events);
	});

	test('keeps what stood beside them, up to as much as a wrapping has', () => {
		expect(unwrap({ version: '2', payload: [a, b] }, isEvent)).toEqual([a, b].map((event) => ({ event, beside: { version: '2' } })));
		const much = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`x${index}`, 1]));
		expect(unwrap({ ...much, payload: a }, isEvent)).toEqual([{ event: a, beside: {} }]);
	});

	test('gives up on deeper wrapping without losing anything', () => {
		const deep = { a: { b: { c: { d: { e: { f: a } } } } } };
		expect(eventsIn(deep)).toEqual([deep]);
	});

	test('gives an event for whatever holds anything, and never throws', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
				const isNothing = value === null || /^(?:\s*|\[\]|\{\})$/.test(typeof value === 'string' ? value : text(value));
				const found = unwrap(value, (fields) => Object.keys(fields).length > 1);
				expect(found.length > 0 || isNothing || /^[[\]{},nul]*$/.test(text(value))).toBe(true);
			}),
		);
	});
});
