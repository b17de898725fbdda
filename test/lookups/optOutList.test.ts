import { describeOptOut, OptOutList } from '../../nodes/SmsPartner/lookups/optOutList';
import { asList, isRecord } from '../../nodes/SmsPartner/values/narrow';
import { fixture } from '../fixtures';

const NUMBER = '+33612345678';
const entry = (phoneNumber: unknown) => ({ id: 19, phoneNumber, createdAt: '2015-07-20 10:19:45' });
const list = (...numbers: unknown[]) => new OptOutList({ entries: numbers.map(entry), total: numbers.length, complete: true });

describe('OptOutList', () => {
	it.each(['+33612345678', '0612345678', '0033612345678', '33612345678', 33612345678, '+33 6 12 34 56 78'])('finds a number written as %j', (written) => {
		expect(list('+33698765432', written).find(NUMBER)).toEqual(entry(written));
	});

	it.each([['+33692123456', '+262692123456'], ['0692123456', '+262692123456'], ['0508411010', '+508411010'], ['+687751234', '+687751234']])('knows %s of the list as %s', (written, number) => {
		expect(list(written).find(number)).toEqual(entry(written));
	});

	it.each(['+687751234', '+33687751234'])('keeps %s from being texted by an entry that may be of either country', (number) => {
		const either = list('687751234');
		expect(either.mayHold(number)).toBe(true);
		expect(either.find(number)).toBeUndefined();
		expect(either.doubtAbout(number)).toMatchObject({ code: 'LIST_INCOMPLETE' });
	});

	it('is certain of a number that is on no readable entry', () => {
		for (const certain of [list(), list('+33698765432', '+4915112345678')]) {
			expect(certain.find(NUMBER)).toBeUndefined();
			expect(certain.doubtAbout(NUMBER)).toBeUndefined();
		}
	});

	it.each(['612345678', '612345678 (Jean)', '+336123456780000', '36111', '+33xxxxxxxxx', '', null, undefined, {}])('is not certain of a number when an entry holds %j', (written) => {
		const uncertain = list('+33698765432', written);
		expect(uncertain.find(NUMBER)).toBeUndefined();
		expect(uncertain.doubtAbout(NUMBER)).toMatchObject({ kind: 'unreadable', message: expect.stringContaining(NUMBER), description: expect.stringContaining('Do not text') });
	});

	it('does not doubt a number because of an entry that cannot be it', () => {
		expect(list('698765432', '4477009001234567890').doubtAbout(NUMBER)).toBeUndefined();
	});

	it.each(['612345678', '612345678 (Jean)', '+336123456780000', '+33xxxxxxxxx', '+336XXXXXXX8', '06 ** ** ** 78', '+336######78', '06 •• •• •• 78'])('may hold a number when an entry holds %j', (written) => {
		expect(list('+33698765432', written).mayHold(NUMBER)).toBe(true);
	});

	it.each([
		...['692123456', '692 12 34 56', '33 692 12 34 56', '262 692 12 34 56', '+33692123456 (Marie)', '33692123456, Marie', '+33692xxxx56', '0692****56', '+262692xxxx56', '00262692123456'].map((written) => [written, '+262692123456']),
		...['33508551234 (Luc)', '+33508xxxx34', '+508xxxx34', '0508xxxx34'].map((written) => [written, '+508551234']),
		...['687 75 12 34', '687751234', '+687 75 12 34'].map((written) => [written, '+687751234']),
		['687 75 12 34', '+33687751234'],
	])('may hold, by %j, somebody overseas: %s', (written, number) => {
		expect(list('+33698765432', written).mayHold(number)).toBe(true);
		expect(list(written).mayHold('+33612345678')).toBe(false);
	});

	it.each(['36111', '', null, undefined, {}, '698765432', '+336XXXXXXX9', '+49xxxxxxxxx'])('holds nobody by an entry that holds %j', (written) => {
		expect(list('+33698765431', written).mayHold(NUMBER)).toBe(false);
	});

	it.each(['phone', 'number', 'msisdn'])('knows the number under the name "%s" too', (name) => {
		expect(new OptOutList({ entries: [{ [name]: '0612345678' }], total: 1, complete: true }).mayHold(NUMBER)).toBe(true);
	});

	it('is not certain of any number when some of the list may be missing', () => {
		const short = new OptOutList({ entries: [entry('+33698765432')], total: 3, complete: false });
		expect(short.doubtAbout(NUMBER)?.message).toContain('1 of the 3 entries');
		expect(short.find('+33698765432')).toBeDefined();
		expect(new OptOutList({ entries: [], total: undefined, complete: false }).doubtAbout(NUMBER)?.message).toContain('0 of an unknown number of entries');
	});

	it('describes sms-stop-list.success', () => {
		const [record] = asList(fixture('sms-stop-list.success').data).filter(isRecord);
		expect(describeOptOut(record ?? {})).toEqual({ phoneNumber: '+33xxxxxxxxx', optedOut: true, optOutId: '19', createdAt: '2015-07-20T10:19:45+02:00' });
	});
});
