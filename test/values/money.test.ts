import { checkAmount, euros } from '../../nodes/SmsPartner/values/money';

describe('euros', () => {
	it.each([
		[0.1 + 0.2, 0.3],
		[1 / 3, 0.333333],
		[0.045 * 3, 0.135],
	])('writes %d as %d', (amount, written) => {
		expect(euros(amount)).toBe(written);
	});
});

describe('checkAmount', () => {
	it.each([
		[10, 10],
		['12.50', 12.5],
		[0.1 + 0.2, 0.3],
	])('takes %j', (input, amount) => {
		expect(checkAmount(input, 'Amount')).toEqual({ ok: true, value: amount });
	});

	it.each([0, -1, '', '12,50', 'ten', Infinity, NaN, 1e-9, undefined, null, true, {}])('refuses %j', (input) => {
		expect(checkAmount(input, 'Amount')).toMatchObject({ ok: false, message: '"Amount" must be a number above 0' });
	});
});
