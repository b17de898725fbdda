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
