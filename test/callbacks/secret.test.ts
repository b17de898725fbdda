import { checkAddress, checkSecret } from '../../nodes/SmsPartner/callbacks/secret';

describe('checkSecret', () => {
	test.each(['', 'a', 'Abc_09-z'])('accepts %j', (secret) => {
		expect(checkSecret(secret, false)).toEqual({ ok: true, value: secret });
	});

	test.each([
		['a', 'a'],
		[42, '42'],
	])('accepts %j of an expression', (secret, value) => {
		expect(checkSecret(secret, true)).toEqual({ ok: true, value });
	});

	test.each(['a b', 'a/b', ':a', 'é', 'a\n', 'a%20', '..', '?a=1', ' ', true, {}, ['a'], 1.5, -0.1])('refuses %j and says what to use', (secret) => {
		for (const isExpression of [true, false]) {
			expect(checkSecret(secret, isExpression)).toMatchObject({
				ok: false,
				message: expect.stringMatching(/"Secret".*letters, digits, "-" and "_".*publish again/),
			});
		}
	});

	test.each(['', null, undefined, 0, false])('refuses %j of an expression: the URLs would have no secret', (secret) => {
		expect(checkSecret(secret, true)).toMatchObject({ ok: false, message: expect.stringMatching(/expression in "Secret".*gives nothing.*publish again/) });
	});

	test('repeats no secret', () => {
		expect(JSON.stringify(checkSecret('open sesame', false))).not.toContain('sesame');
		expect(JSON.stringify(checkAddress('id/reply', 'sesame'))).not.toContain('sesame');
	});
});

describe('checkAddress', () => {
	test.each(['id/reply/abc', '/webhook/id/reply/abc', '/webhook/id/reply/abc/', '/webhook/id/reply/abc?a=1'])('finds the secret in %s', (address) => {
		expect(checkAddress(address, 'abc')).toEqual({ ok: true, value: 'abc' });
	});

	test.each(['id/reply', '/webhook/id/reply?a=/abc', 'id/reply/xabc', 'id/abc/reply', 'id/reply/abc/x', ''])('misses it in %j', (address) => {
		expect(checkAddress(address, 'abc')).toMatchObject({ ok: false, message: expect.stringMatching(/"Secret".*publish again/) });
	});

	test('asks for none where there is none', () => {
		expect(checkAddress('id/reply', '')).toEqual({ ok: true, value: '' });
	});
});
