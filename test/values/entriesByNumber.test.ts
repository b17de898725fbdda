import { allByNumber, entriesByNumber } from '../../nodes/SmsPartner/values/entriesByNumber';

const NUMBERS = ['+33612345678', '+212620123456'];

describe('entriesByNumber', () => {
	it('finds each by its number, in any order and spelling', () => {
		const [a, b] = [{ phoneNumber: '+212620123456' }, { phoneNumber: '0612345678' }];
		expect(entriesByNumber(NUMBERS, [a, b])).toEqual([b, a]);
	});

	it('looks into several fields', () => {
		const [a, b] = [{ request: ' +212620123456', phoneNumber: null }, { request: 'x', phoneNumber: '33612345678' }];
		expect(entriesByNumber(NUMBERS, [a, b], ['request', 'phoneNumber'])).toEqual([b, a]);
	});

	it.each(['phone', 'number', 'msisdn'])('knows the number under the name "%s" too', (name) => {
		const [a, b] = [{ [name]: '+212620123456' }, { [name]: 33612345678 }];
		expect(entriesByNumber(NUMBERS, [a, b])).toEqual([b, a]);
	});

	it('goes by the order when no number can be recognised', () => {
		const entries = [{ phoneNumber: '+336XXXXXXXX' }, { phoneNumber: null }];
		expect(entriesByNumber(NUMBERS, entries)).toEqual(entries);
	});

	it.each([
		[[], [undefined, undefined]],
		[[{ phoneNumber: '+33699999991' }, { phone: '0699999992' }], [undefined, undefined]],
		[[{ phoneNumber: '+33699999991' }, { phoneNumber: '+336XXXXXXXX' }], [undefined, undefined]],
		[[{ phoneNumber: 'x' }], [undefined, undefined]],
		[[{ phoneNumber: '+33612345678' }, { phoneNumber: 'x' }], [{ phoneNumber: '+33612345678' }, undefined]],
	])('has nothing for numbers that %j does not list', (entries, found) => {
		expect(entriesByNumber(NUMBERS, entries)).toEqual(found);
	});
});

describe('allByNumber', () => {
	it('finds all entries of a number, in their order', () => {
		const [a, b] = [{ phoneNumber: '+33612345678', success: true }, { phoneNumber: '0612345678', success: false }];
		expect(allByNumber(NUMBERS, [a, b])).toEqual([[a, b], []]);
	});
});
