import { checkFailover } from '../../../nodes/SmsPartner/resources/rcs/failover';

describe('checkFailover', () => {
	it.each([undefined, null, '', {}])('takes %j for no failover', (input) => {
		expect(checkFailover(input)).toEqual({ ok: true, value: undefined });
	});

	it.each([
		[{ message: '5 €\nHi' }, { message: '5 :euro::br:Hi' }],
		[{ message: '5 €', unicode: true, stopNotice: true, sender: 'MyShop' }, { message: '5 €', isUnicode: 1, isStopSms: 1, sender: 'MyShop' }],
	])('writes %j as an SMS', (input, failover) => {
		expect(checkFailover(input)).toEqual({ ok: true, value: failover });
	});

	it.each([
		[{ stopNotice: true }, /^SMS Failover: "Message" is empty/],
		[{ message: 'Hi', sender: 'x' }, /^SMS Failover: "Sender"/],
	])('refuses %j', (input, said) => {
		expect(checkFailover(input)).toMatchObject({ ok: false, message: expect.stringMatching(said) });
	});
});
