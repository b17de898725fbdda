import { checkLimit } from '../../nodes/SmsPartner/waiting/limit';

const clock = { timezone: 'Europe/Paris', now: new Date('2026-11-21T10:00:00Z') };
const sentAt = new Date('2026-11-21T10:00:07Z');

function ends(values: unknown): string {
	const limit = checkLimit({ values }, clock);
	if (!limit.ok) throw new Error(limit.message);
	return limit.value(sentAt).toISOString();
}

describe('checkLimit', () => {
	it.each([
		['as n8n stores the defaults', {}, '2026-11-21T10:45:07.000Z'],
		['seconds', { limitType: 'afterTimeInterval', resumeAmount: 30, resumeUnit: 'seconds' }, '2026-11-21T10:00:37.000Z'],
		['a half', { resumeAmount: 0.5, resumeUnit: 'minutes' }, '2026-11-21T10:00:37.000Z'],
		['hours, as text', { resumeAmount: '2', resumeUnit: 'hours' }, '2026-11-21T12:00:07.000Z'],
		['days', { resumeAmount: 366, resumeUnit: 'days' }, '2027-11-22T10:00:07.000Z'],
		['a time in the zone of the workflow', { limitType: 'atSpecifiedTime', maxDateAndTime: '2026-11-21T12:30:00' }, '2026-11-21T11:30:00.000Z'],
		['the second of a time that comes twice', { limitType: 'atSpecifiedTime', maxDateAndTime: '2027-10-31T02:30' }, '2027-10-31T01:30:00.000Z'],
		['a time with its offset', { limitType: 'atSpecifiedTime', maxDateAndTime: '2026-11-21T12:30:00Z' }, '2026-11-21T12:30:00.000Z'],
	])('counts from the sending: %s', (_what, values, end) => {
		expect(ends(values)).toBe(end);
	});

	it.each([undefined, null, {}, { values: null }, '', 45])('is 45 minutes for %p, which is what n8n makes of no limit', (input) => {
		const limit = checkLimit(input, clock);
		expect(limit.ok && limit.value(sentAt).toISOString()).toBe('2026-11-21T10:45:07.000Z');
	});

	it.each([
		[{ resumeAmount: 0 }, /is 0 or less/],
		[{ resumeAmount: -5, resumeUnit: 'hours' }, /is 0 or less/],
		[{ resumeAmount: 'soon' }, /cannot be read/],
		[{ resumeAmount: '' }, /cannot be read/],
		[{ resumeAmount: null }, /cannot be read/],
		[{ resumeAmount: undefined }, /cannot be read/],
		[{ resumeUnit: null }, /cannot be read/],
		[{ limitType: undefined, maxDateAndTime: '2026-11-21T12:30:00' }, /cannot be read/],
		[{ resumeAmount: Infinity }, /cannot be read/],
		[{ resumeAmount: [3] }, /cannot be read/],
		[{ resumeUnit: 'weeks' }, /cannot be read/],
		[{ resumeUnit: 'toString' }, /cannot be read/],
		[{ resumeAmount: 367, resumeUnit: 'days' }, /longer than a year/],
		[{ limitType: 'atSpecifiedTime' }, /cannot be read/],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: 'tomorrow' }, /cannot be read/],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-11-21T10:59:00' }, /in the past/],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2027-03-28T02:30' }, /does not exist in Europe\/Paris/],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2028-01-01T00:00:00' }, /longer than a year/],
	])('refuses %j', (values, said) => {
		expect(checkLimit({ values }, clock)).toEqual({ ok: false, message: expect.stringMatching(said), description: expect.stringMatching(/\.$/) });
	});
});
