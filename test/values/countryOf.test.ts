import { countryOf } from '../../nodes/SmsPartner/values/countryOf';

describe('countryOf', () => {
	it.each([
		['+33612345678', 'FR'],
		['+32470123456', 'BE'],
		['+212620123456', 'MA'],
		['+596696201234', 'MQ'],
		['+4915123456789', 'DE'],
	])('%s is of %s', (phoneNumber, country) => {
		expect(countryOf(phoneNumber)).toBe(country);
	});

	it.each(['+12015550123', '+590690001234', '+262692123456', '+819012345678', '+331', '0612345678', ''])('does not guess for %j', (phoneNumber) => {
		expect(countryOf(phoneNumber)).toBeUndefined();
	});
});
