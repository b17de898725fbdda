import { readFixture } from '../support/fixtures';
import { itemOf, nowInParis } from '../support/items';

const reply = { type: 'response', phone_number: '+33612345678', text: 'Oui, merci', message_id: 1111111 };
const longReply = {
	...readFixture('webhook.vn-reply.concat-1.json'),
	msisdn: '33612345678',
	to: '33644630000',
};

describe('an SMS to a short code', () => {
	test('is a reply to a message of yours', () => {
		expect(itemOf(reply)).toEqual({
			event: 'reply',
			eventId: expect.any(String),
			phoneNumber: '+33612345678',
			messageId: '1111111',
			receivedAt: nowInParis,
			text: 'Oui, merci',
			keyword: 'Oui',
			channel: 'shortCode',
			to: null,
			parts: 1,
			part: 1,
			complete: true,
			source: null,
			mayBeOptOut: false,
		});
	});

	test('is a STOP with the same columns', () => {
		const stop = itemOf({ ...reply, type: 'stop', text: 'Stop' });
		expect(stop).toMatchObject({ event: 'stop', keyword: 'Stop', source: 'platform' });
		expect(Object.keys(stop)).toEqual(Object.keys(itemOf(reply)));
		expect(itemOf({ ...reply, text: 'Stop' })).toMatchObject({ event: 'stop', source: 'keyword' });
	});

	test('keeps what it cannot read, and says null where there is nothing', () => {
		expect(itemOf({ type: 'stop', phone_number: '+336...' })).toMatchObject({
			phoneNumber: '+336...',
			messageId: null,
			text: null,
			keyword: null,
		});
	});

	test('has another id for another text, sender or message', () => {
		const others = [{ text: 'Non' }, { phone_number: '+33612345679' }, { message_id: 2 }];
		const ids = [{}, ...others].map((change) => itemOf({ ...reply, ...change }).eventId);
		expect(new Set(ids).size).toBe(4);
	});

	test('is marked where it may opt out in other words; a STOP is none that may be', () => {
		expect(itemOf({ ...reply, text: 'Arrêtez svp' })).toMatchObject({ event: 'reply', source: null, mayBeOptOut: true });
		expect(itemOf({ ...reply, text: 'faut-il dire stop ?' })).toMatchObject({ event: 'reply', mayBeOptOut: true });
		expect(itemOf({ ...reply, text: 'Arrêtez, stop' })).toMatchObject({ event: 'stop', source: 'keyword', mayBeOptOut: false });
		expect(itemOf({ ...reply, type: 'stop', text: 'Arrêtez' })).toMatchObject({ event: 'stop', source: 'platform', mayBeOptOut: false });
	});

	test('has one id, whether the platform or its text says STOP', () => {
		const text = 'Stop';
		expect(itemOf({ ...reply, text }).eventId).toBe(itemOf({ ...reply, text, type: 'stop' }).eventId);
	});
});

describe('an SMS to a virtual number', () => {
	test.each([
		['687751234', '+687751234'],
		['376312345', '+376312345'],
		['508551234', '+508551234'],
		['681821234', '+681821234'],
		['33692123456', '+262692123456'],
	])('from %s is from %s, to a number likewise', (msisdn, expected) => {
		const payload = { ...readFixture('webhook.vn-reply.json'), msisdn, to: msisdn, text: 'STOP' };
		expect(itemOf(payload)).toMatchObject({ event: 'stop', phoneNumber: expected, to: expected });
	});

	test('is a message of its own, with its own time', () => {
		const payload = { ...readFixture('webhook.vn-reply.json'), msisdn: '33612345678', to: '33644630000' };
		expect(itemOf(payload)).toEqual({
			event: 'reply',
			eventId: expect.any(String),
			phoneNumber: '+33612345678',
			messageId: '1235-1234-1233-4665',
			receivedAt: '2016-03-10T09:51:46+01:00',
			text: 'Test',
			keyword: 'Test',
			channel: 'virtualNumber',
			to: '+33644630000',
			parts: 1,
			part: 1,
			complete: true,
			source: null,
			mayBeOptOut: false,
		});
		expect(itemOf(payload, { zone: 'UTC' }).receivedAt).toBe('2016-03-10T09:51:46Z');
	});

	test('has one id, whatever the time of the push; without an id of its own the time tells', () => {
		const payload = { ...readFixture('webhook.vn-reply.json'), msisdn: '33612345678', to: '33644630000' };
		const later = { 'message-timestamp': '2016-03-10 09:56:46' };
		expect(itemOf({ ...payload, ...later }).eventId).toBe(itemOf(payload).eventId);
		expect(itemOf({ ...payload, messageId: 'another' }).eventId).not.toBe(itemOf(payload).eventId);
		const withoutId = { ...payload, messageId: '' };
		expect(itemOf({ ...withoutId, ...later }).eventId).not.toBe(itemOf(withoutId).eventId);
	});

	test('comes part by part', () => {
		expect(itemOf(longReply)).toMatchObject({
			text: '   Message long....',
			keyword: 'MESSAGELONG',
			parts: 2,
			part: 1,
			complete: false,
		});
	});

	test('has an id for each part', () => {
		const parts = ['1', '2'].map((part) => ({ ...longReply, 'concat-part': part }));
		expect(itemOf(parts[0] ?? {}).eventId).not.toBe(itemOf(parts[1] ?? {}).eventId);
		expect(itemOf(parts[1] ?? {}).eventId).toBe(itemOf({ ...longReply, 'concat-part': 2 }).eventId);
	});

	test.each(['x', '-1', '1.5', '', null])('is one part when the platform counts %j', (count) => {
		expect(itemOf({ ...longReply, 'concat-total': count, 'concat-part': count })).toMatchObject({
			parts: 1,
			part: 1,
			complete: true,
		});
	});
});
