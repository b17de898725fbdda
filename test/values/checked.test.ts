import { accept, checkAll, ifGiven, refuse } from '../../nodes/SmsPartner/values/checked';

describe('checkAll', () => {
	it('gives the values by name', () => {
		expect(checkAll({ one: accept(1), two: accept('b') })).toEqual({ ok: true, value: { one: 1, two: 'b' } });
	});

	it('gives the first refusal', () => {
		expect(checkAll({ one: accept(1), two: refuse('two', 'fix two'), three: refuse('three', 'fix three') })).toEqual(refuse('two', 'fix two'));
	});
});

describe('ifGiven', () => {
	it.each([undefined, null, ''])('lets %j pass unchecked', (value) => {
		expect(ifGiven(value, () => refuse('no', 'no'))).toEqual({ ok: true, value: undefined });
	});

	it.each([0, false, ' ', 'x'])('checks %j', (value) => {
		expect(ifGiven(value, (given) => accept([given]))).toEqual({ ok: true, value: [value] });
	});
});
