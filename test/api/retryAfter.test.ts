import { retryAfterMs } from '../../nodes/SmsPartner/api/retryAfter';

const now = new Date('2026-11-21T10:00:00Z');

describe('retryAfterMs', () => {
	it.each([
		['2', 2000],
		['0', 0],
		['-5', 0],
		['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
		['Sat, 21 Nov 2026 09:00:00 GMT', 0],
		['1e10', 1e13],
		['1e308', undefined],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
		[7, undefined],
	])('reads %j as %j', (header, milliseconds) => {
		expect(retryAfterMs(header, now)).toBe(milliseconds);
	});
});
