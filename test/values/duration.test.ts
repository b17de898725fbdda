import { toSeconds } from '../../nodes/SmsPartner/values/duration';

describe('toSeconds', () => {
	it.each([
		['0:07', 7],
		['0:49', 49],
		['12:05', 725],
		['1:02:03', 3723],
		['90', 90],
		[6.3, 6.3],
		[0, 0],
	])('reads %j', (duration, seconds) => {
		expect(toSeconds(duration)).toBe(seconds);
	});

	it.each(['', 'long', ':07', '1:2:3:4', undefined, null, {}])('reads nothing from %j', (duration) => {
		expect(toSeconds(duration)).toBeUndefined();
	});
});
