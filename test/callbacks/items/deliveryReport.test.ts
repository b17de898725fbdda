import { readFixture } from '../support/fixtures';
import { itemOf, nowInParis } from '../support/items';

const report = { ...readFixture('webhook.dlr.json'), phone: '+33612345678', tag: 'spring' };

describe('a delivery report', () => {
	test('is one recipient of a sending', () => {
		expect(itemOf(report)).toEqual({
			event: 'deliveryReport',
			eventId: expect.any(String),
			phoneNumber: '+33612345678',
			messageId: '11111111',
			receivedAt: nowInParis,
			status: 'delivered',
			isFinal: true,
			doneAt: '2025-12-03T14:28:05+01:00',
			cost: 0.049,
			currency: 'EUR',
			tag: 'spring',
		});
	});

	test.each([
		['delivered', 'delivered', true],
		['Not delivered', 'notDelivered', true],
		['waiting', 'waiting', false],
		['ko', 'notSent', true],
		['lost', 'unknown', false],
		['delivered'.repeat(1000), 'unknown', false],
	])('%s is %s', (word, status, isFinal) => {
		expect(itemOf({ ...report, status: word })).toMatchObject({ status, isFinal });
	});

	test('says null where the platform says nothing', () => {
		expect(itemOf({ msgId: 1, status: 'waiting', tag: '', cost: null })).toMatchObject({
			phoneNumber: null,
			messageId: '1',
			doneAt: null,
			cost: null,
			currency: null,
			tag: null,
		});
	});

	test('has another id for another status, recipient or message, and for nothing else', () => {
		const others = [{ status: 'waiting' }, { status: 'lost' }, { status: 'odd' }, { phone: '+33612345679' }, { msgId: '2' }];
		expect(new Set([{}, ...others].map((change) => itemOf({ ...report, ...change }).eventId)).size).toBe(6);
		const same = [{ msgId: 11111111 }, { phone: ' 33612345678' }, { status: 'Delivered' }, { date: 1 }, { cost: '0' }];
		expect(new Set([{}, ...same].map((change) => itemOf({ ...report, ...change }).eventId)).size).toBe(1);
	});
});
