import { checkVirtualNumber } from '../../nodes/SmsPartner/values/virtualNumber';

describe('checkVirtualNumber', () => {
	it.each([
		['+33 6 44 00 00 00', 'FR', '33644000000'],
		['0644000000', 'FR', '33644000000'],
		['0470123456', 'BE', '32470123456'],
		// Of a range that is not known here: the platform knows its own numbers.
		['+33 7 00 00 00 01', 'FR', '33700000001'],
		['33700000001', 'FR', '33700000001'],
	])('reads %j of %s', (input, country, number) => {
		expect(checkVirtualNumber(input, country)).toEqual({ ok: true, value: number });
	});

	it.each(['', undefined, 'abc', '12', '0700000001', '+3370000000'])('refuses %j and names the field', (input) => {
		expect(checkVirtualNumber(input, 'FR')).toMatchObject({ ok: false, message: expect.stringMatching(/^Virtual Number: /), description: expect.stringContaining('+33644000000') });
	});
});
