import fc from 'fast-check';
import { readPayloads } from '../../nodes/SmsPartner/callbacks/payload';
import { encodings } from './support/encodings';
import { fixtures, readFixture } from './support/fixtures';
import { itemOf, now, nowInParis } from './support/items';

const everyDelivery = fixtures.flatMap(({ name }) => Object.keys(encodings).map((encoding) => ({ name, encoding })));

describe('normalise', () => {
	test.each(everyDelivery)('$name gives the same item from $encoding', ({ name, encoding }) => {
		const request = encodings[encoding]?.(readFixture(name));
		const items = readPayloads(request ?? {}).map(({ fields }) => itemOf(fields));
		expect(items).toEqual([itemOf(readFixture(name))]);
	});

	test.each(fixtures)('$name begins with the columns of every event', ({ name, event }) => {
		const item = itemOf(readFixture(name));
		expect(Object.keys(item).slice(0, 5)).toEqual(['event', 'eventId', 'phoneNumber', 'messageId', 'receivedAt']);
		expect(item.event).toBe(event);
		expect(item.eventId).toMatch(/^[0-9a-f]{32}$/);
	});

	test('every fixture has an id of its own', () => {
		const ids = fixtures.map(({ name }) => itemOf(readFixture(name)).eventId);
		expect(new Set(ids).size).toBe(fixtures.length);
	});

	test.each(fixtures)('the id of $name does not depend on when or where it arrives', ({ name, event }) => {
		const payload = readFixture(name);
		const later = itemOf(payload, { now: new Date('2027-01-01T00:00:00Z'), zone: 'UTC', includeRaw: true }, event);
		expect(later.eventId).toBe(itemOf(payload).eventId);
	});

	test('adds the payload where asked', () => {
		const payload = readFixture('webhook.dlr.json');
		expect(itemOf(payload, { includeRaw: true }).raw).toEqual(payload);
		expect(itemOf(payload)).not.toHaveProperty('raw');
	});

	test('always keeps the payload of what is not recognised', () => {
		const payload = { type: 'survey', answer: '4' };
		expect(itemOf(payload)).toEqual({
			event: 'unrecognised',
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
			phoneNumber: null,
			messageId: null,
			receivedAt: nowInParis,
			raw: payload,
		});
		expect(itemOf({ ...payload, answer: '5' }).eventId).not.toBe(itemOf(payload).eventId);
	});

	test('holds no character that PostgreSQL refuses, in whatever field', () => {
		const payload = { type: 'response', phone_number: '+33612345678', text: 'Oui\0 \ud83d', message_id: '\0', '\udc00': ['\0😀'] };
		const item = itemOf(payload, { includeRaw: true });
		expect(item).toMatchObject({ text: 'Oui\ufffd \ufffd', messageId: '\ufffd', raw: { '\ufffd': ['\ufffd😀'] } });
		expect(item.eventId).not.toBe(itemOf({ ...payload, text: 'Oui\ufffd \ufffd' }).eventId);
	});

	test('gives the time in UTC where the time zone is none', () => {
		expect(itemOf({}, { zone: 'Nowhere' }).receivedAt).toBe(now.toISOString());
	});

	test('never throws, and its items can be stored', () => {
		const names = [...new Set(fixtures.flatMap(({ name }) => Object.keys(readFixture(name))))];
		const field = fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.constantFrom('stop', '+33612345678', 'delivered'));
		const body = fc.dictionary(fc.constantFrom(...names), field, { noNullPrototype: true });
		fc.assert(
			fc.property(body, (given) => {
				for (const { fields } of readPayloads({ body: given })) {
					expect(() => JSON.stringify(itemOf(fields, { includeRaw: true }))).not.toThrow();
				}
			}),
		);
	});

	test.each(fixtures)('takes no notice of absurdly long values in $name', ({ name, event }) => {
		const long = '1\u0301\u0327.'.repeat(50_000);
		for (const key of Object.keys(readFixture(name)).filter((field) => field !== 'type')) {
			expect(itemOf({ ...readFixture(name), [key]: `0${long}` }).event).toBe(event);
		}
	});
});
