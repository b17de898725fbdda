import { checkFailover } from '../../../nodes/SmsPartner/resources/rcs/failover';

const fixed = () => ({ isFixed: true });

describe('checkFailover', () => {
	it.each([undefined, null, '', {}])('takes %j for no failover', (input) => {
		expect(checkFailover(input, fixed)).toEqual({ ok: true, value: undefined });
	});

	it.each([
		[{ message: '5 €\nHi' }, { message: '5 :euro::br:Hi' }],
		[{ message: '5 €', unicode: true, stopNotice: true, sender: 'MyShop' }, { message: '5 €', isUnicode: 1, isStopSms: 1, sender: 'MyShop' }],
	])('writes %j as an SMS', (input, failover) => {
		expect(checkFailover(input, fixed)).toEqual({ ok: true, value: failover });
	});

	it.each([
		[{ stopNotice: true }, /^SMS Failover: "Message" is empty/],
		[{ message: 'Hi', sender: 'x' }, /^SMS Failover: "Sender"/],
	])('refuses %j', (input, said) => {
		expect(checkFailover(input, fixed)).toMatchObject({ ok: false, message: expect.stringMatching(said) });
	});

	it('sends nothing that was to be filled in, and takes braces from an expression', () => {
		const message = 'Bonjour {Prénom}';
		expect(checkFailover({ message }, fixed)).toMatchObject({ ok: false, concernsAll: true, message: 'SMS Failover: Message would be sent with the literal text {Prénom}' });
		expect(checkFailover({ message }, (...path) => ({ isFixed: path.join('.') !== 'failover.message' }))).toEqual({ ok: true, value: { message } });
	});
});
