import { checkVirtualNumber } from '../../nodes/SmsPartner/values/virtualNumber';

describe('checkVirtualNumber', () => {
	it.each([
		['+33 6 44 00 00 00', 'FR', '33644000000'],
		['0644000000', 'FR', '33644000000'],
		['0470123456', 'BE', '32470123456'],
	])('reads %j of %s', (input, country, number) => {
		expect(checkVirtualNumber(input, country)).toEqual({ ok: true, value: number });
	});

	it.each(['', undefined, 'abc', '12'])('refuses %j and names the field', (input) => {
		expect(checkVirtualNumber(input, 'FR')).toMatchObject({ ok: false, message: expect.stringMatching(/^Virtual Number: /), description: expect.stringContaining('+33644000000') });
	});
});
