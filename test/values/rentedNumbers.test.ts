import fc from 'fast-check';

import { rentedNumbers } from '../../nodes/SmsPartner/values/rentedNumbers';

const A = '+33612345678';
const B = '+33698765432';
const numbers = (file: unknown) => rentedNumbers(file).map(({ phoneNumber }) => phoneNumber);

describe('rentedNumbers', () => {
	it.each<[string, unknown]>([
		['lines', '0612345678\r\n0698765432\n'],
		['lines with a heading', '\ufeffMobile\n33612345678\n33698765432'],
		['one line', '+33612345678,+33698765432'],
		['a table', '"phone";"zip";"age"\n"06 12 34 56 78";"60200";"31"\n"0698765432";"75001";"49"'],
		['numbers that have lost their 0', '612345678\n698765432'],
		['a JSON list', '["0612345678","0698765432"]'],
		['a JSON text', '"0612345678\\n0698765432"'],
		['a JSON list of numbers', [33612345678, 698765432]],
		['records', [{ phone: '0612345678', zipcode: '60200' }, { phone: '0698765432', zipcode: '75001' }]],
		['a list inside an answer', { success: true, token: '0600000000', file: { phoneNumbers: ['0612345678', '0698765432'] } }],
		['a text inside an answer', { success: true, code: 200, phoneNumbers: '0612345678;0698765432' }],
		['records inside an answer', { datas: [{ numero: '0612345678' }, { numero: '0698765432' }] }],
	])('reads %s', (_what, file) => {
		expect(numbers(file)).toEqual([A, B]);
	});

	it('keeps the platform\'s numbers of ranges that are not known here, and puts each person under one number', () => {
		expect(numbers('+33710000001\n+33692123456\n0692123456\n+3371')).toEqual(['+33710000001', '+262692123456', '+262692123456']);
	});

	it('keeps what stands beside a number', () => {
		expect(rentedNumbers('0612345678;60200\n')).toEqual([{ phoneNumber: A, record: { line: '0612345678;60200' } }]);
		expect(rentedNumbers([{ phone: '0612345678', zipcode: '60200' }])).toEqual([{ phoneNumber: A, record: { phone: '0612345678', zipcode: '60200' } }]);
	});

	it.each([
		'',
		'Your file is not ready',
		'60200;31;49',
		'2016-03-04 11:23:14',
		{ success: true, token: '0612345678', quantity: 612345678 },
		{ file: { phoneNumbers: '10' } },
		{ url: 'https://my.smspartner.fr/file/0612345678.csv' },
		[],
		null,
		true,
	])('finds no number in %j', (file) => {
		expect(rentedNumbers(file)).toEqual([]);
	});
});

describe('a file that can be had only once', () => {
	it('is read to its end whatever it holds: integers that are too large for a number, at any place', () => {
		const siret = 73282932000074123n;
		for (const integer of [siret, 9007199254740993n, 10n ** 40n]) {
			expect(numbers(`${integer}`)).toEqual([]);
			expect(numbers(` ${integer} `)).toEqual([]);
			expect(numbers(`[{"siret":${integer},"phone":"0612345678"},{"siret":${integer},"phone":"0698765432"}]`)).toEqual([A, B]);
			expect(numbers({ success: true, content: `${integer}\n0612345678` })).toEqual([A]);
		}
	});

	it('is read through JSON in JSON', () => {
		const inner = JSON.stringify([{ phone: '0612345678' }, '0698765432']);
		expect(numbers(JSON.stringify(JSON.stringify(inner)))).toEqual([A, B]);
	});

	it('is read however large or deep it is', () => {
		const many = Array.from({ length: 200_000 }, () => '0612345678');
		expect(rentedNumbers(many)).toHaveLength(200_000);
		expect(rentedNumbers(many.join('\n'))).toHaveLength(200_000);
		for (const [open, close] of [['[', ']'], ['{"a":', '}']] as const) {
			expect(numbers(`${open.repeat(50_000)}"0612345678"${close.repeat(50_000)}`)).toEqual([A]);
		}
		expect(numbers('1'.repeat(1_000_000))).toEqual([]);
		expect(numbers('"\\"'.repeat(100_000))).toEqual([]);
	});

	it('gives no record that is too deep to be passed on', () => {
		const [found] = rentedNumbers(`{"phone":"0612345678","more":${'['.repeat(5_000)}${']'.repeat(5_000)}}`);
		expect(found).toEqual({ phoneNumber: A, record: { line: A } });
	});

	it('never makes it throw, and no number is made up', () => {
		const digits = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String);
		const pieces = fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', ';', '\n', ' ', '12345678901234567890', '0612345678', 'phone', '\ud83d', '\0');
		const text = fc.oneof(fc.json(), fc.string(), digits, fc.array(pieces).map((parts) => parts.join('')), fc.json().map((json) => JSON.stringify(json)));
		fc.assert(
			fc.property(fc.oneof(text, fc.jsonValue(), fc.array(text), fc.dictionary(fc.string(), text)), (file) => {
				for (const { phoneNumber, record } of rentedNumbers(file)) {
					expect(phoneNumber).toMatch(/^\+\d+$/);
					expect(typeof record).toBe('object');
				}
			}),
			{ numRuns: 3000 },
		);
	});
});
