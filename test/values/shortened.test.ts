import { shortened } from '../../nodes/SmsPartner/values/shortened';

describe('shortened', () => {
	it('leaves what is short, and cuts what is long, but no character in two', () => {
		expect(shortened('x'.repeat(60))).toBe('x'.repeat(60));
		expect(shortened('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
		expect(shortened(`${'x'.repeat(59)}😀 and more`)).toBe(`${'x'.repeat(59)}…`);
	});
});
