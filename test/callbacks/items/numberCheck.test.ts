import { readFixture } from '../support/fixtures';
import { itemOf, nowInParis } from '../support/items';

const check = { ...readFixture('webhook.hlr.json'), phone: '+33612345678' };

describe('a number check', () => {
	test('tells whether a phone can be reached', () => {
		expect(itemOf(check)).toEqual({
			event: 'numberCheck',
			eventId: expect.any(String),
			phoneNumber: '+33612345678',
			messageId: '1234-12344-1234-1234',
			receivedAt: '2018-03-05T11:34:52.355+01:00',
			reachable: true,
			ported: true,
			networkCode: '20815',
			errorName: 'NO_ERROR',
			errorDescription: 'No Error',
		});
	});

	test.each([
		[{ errorName: 'EC_ABSENT_SUBSCRIBER', errorGrpId: 27 }, false],
		[{ errorName: 'EC_ABSENT_SUBSCRIBER', errorGrpId: 0 }, false],
		[{ errorName: 'EC_UNKNOWN_ERROR', errorGrpId: 255 }, null],
		[{ errorName: undefined, errorGrpId: '0' }, true],
		[{ errorName: undefined, errorGrpId: 1 }, false],
		[{ errorName: undefined, errorGrpId: 255 }, null],
		[{ errorName: undefined, errorGrpId: undefined }, null],
	])('%j is reachable: %s', (change, reachable) => {
		expect(itemOf({ ...check, ...change }).reachable).toBe(reachable);
	});

	test('says null where the platform says nothing', () => {
		expect(itemOf({ phone: '+33612345678', mccMnc: 20815 })).toMatchObject({
			messageId: null,
			receivedAt: nowInParis,
			ported: null,
			networkCode: '20815',
			errorName: null,
			errorDescription: null,
		});
	});

	test('has an id for each check', () => {
		const others = [{ messageId: 'other' }, { phone: '+33612345679' }, { errorName: 'EC_CALL_BARRED' }];
		expect(new Set([{}, ...others].map((change) => itemOf({ ...check, ...change }).eventId)).size).toBe(4);
	});
});
