import { readPart, restorePart } from '../../../nodes/SmsPartner/callbacks/longReplies/part';
import { readFixture } from '../support/fixtures';
import { partPayload, samplePart } from './sample';

const read = (fields: Record<string, unknown>) => readPart({ fields, raw: fields }, new Date(0));

describe('readPart', () => {
	test('reads both parts of the documented message as parts of one', () => {
		const [first, second] = [1, 2].map((part) => read(readFixture(`webhook.vn-reply.concat-${part}.json`)));
		expect(first).toMatchObject({ part: 1, total: 2, arrivedAt: 0 });
		expect(second).toMatchObject({ part: 2, total: 2, reference: first?.reference });
		expect((second?.sentAt ?? 0) - (first?.sentAt ?? 0)).toBe(1_000);
	});

	test.each([
		['a reply in one SMS', readFixture('webhook.vn-reply.json')],
		['a short code reply', readFixture('webhook.response.json')],
		['one part of one', partPayload({ 'concat-total': '1' })],
		['a part beyond the total', partPayload({ 'concat-part': '3' })],
		['part zero', partPayload({ 'concat-part': '0' })],
		['half a part', partPayload({ 'concat-part': '1.5' })],
		['more parts than an SMS can have', partPayload({ 'concat-total': '256' })],
		['no part number', partPayload({ 'concat-part': undefined })],
		['concat that says no', partPayload({ concat: 'false' })],
		['no sender', partPayload({ msisdn: '' })],
		['no text', partPayload({ text: ['One', 'Two'] })],
		['more text than an SMS can hold', partPayload({ text: 'x'.repeat(30_000) })],
	])('takes %s for none', (_, payload) => {
		expect(read(payload)).toBeUndefined();
	});

	test('gives a repeated delivery the same id, as text or as numbers, and anything else another', () => {
		const { id } = samplePart();
		expect(samplePart({ 'concat-ref': 171, 'concat-total': 2, 'concat-part': 1 }, 5_000).id).toBe(id);
		const others = [{ 'concat-part': '2' }, { 'concat-ref': '172' }, { msisdn: '33612345679' }, { to: '33755112234' }, { text: 'Uno ' }, { messageId: 'a1b3' }];
		expect(new Set([id, ...others.map((fields) => samplePart(fields).id)]).size).toBe(others.length + 1);
	});

	test('gives a part that is pushed again with another time the same id, unless nothing but the time tells it from another', () => {
		const later = { 'message-timestamp': '2026-03-09 16:05:31' };
		expect(samplePart(later).id).toBe(samplePart().id);
		expect(samplePart({ ...later, messageId: ' ' }).id).not.toBe(samplePart({ messageId: '' }).id);
	});

	test('keeps an empty part: the message would never be whole without it', () => {
		expect(read(partPayload({ text: '' }))).toBeDefined();
	});
});

describe('restorePart', () => {
	test('gives back what was kept as JSON', () => {
		const part = samplePart({ note: { nested: ['é'] } }, 1_234);
		expect(restorePart(JSON.parse(JSON.stringify(part)))).toEqual(part);
	});

	test.each([undefined, null, 'x', {}, { ...samplePart(), payload: undefined }, { ...samplePart(), part: 'one' }, { ...samplePart(), arrivedAt: null }])(
		'refuses what is no part: %p',
		(value) => {
			expect(restorePart(value)).toBeUndefined();
		},
	);
});
