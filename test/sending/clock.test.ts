import type { IExecuteFunctions } from 'n8n-workflow';

import { clockOf } from '../../nodes/SmsPartner/sending/clock';

/** As much of n8n's context as the clock reads. */
function contextOf(run: object): IExecuteFunctions {
	const context = { getNode: () => ({ type: 'smsPartner' }), getExecuteData: () => run, getTimezone: () => 'Europe/Paris' };
	return context as unknown as IExecuteFunctions;
}

describe('clockOf', () => {
	beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') }));
	afterEach(() => jest.useRealTimers());

	it('stands still through the tries of one run, and not beyond it', () => {
		const run = {};
		const first = clockOf(contextOf(run));
		jest.setSystemTime(new Date('2026-11-21T10:05:00Z'));
		expect(first).toEqual({ timezone: 'Europe/Paris', now: new Date('2026-11-21T10:00:00Z') });
		expect(clockOf(contextOf(run))).toEqual(first);
		expect(clockOf(contextOf({})).now).toEqual(new Date('2026-11-21T10:05:00Z'));
	});
});
