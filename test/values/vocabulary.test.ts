import { translate } from '../../nodes/SmsPartner/values/vocabulary';

describe('translate', () => {
	it.each([
		[{ number: '0600000000', statut: 'Delivered', stopSms: false, date: '1534615206' }],
		[{ phoneNumber: '+33600000000', status: 'Delivered', stopSms: '0', date: '1534615206' }],
		[{ phone: '+33600000000', status: 'delivered', stopSMS: false, date: 1534615206 }],
	])('gives one name to what %j calls its own', (record) => {
		expect(translate(record, ['phoneNumber', 'status', 'optedOut', 'doneAt'])).toEqual({
			phoneNumber: '+33600000000',
			status: 'delivered',
			optedOut: false,
			doneAt: '2018-08-18T20:00:06+02:00',
		});
	});

	it('keeps identifiers as text, amounts as numbers and the euro as EUR', () => {
		expect(translate({ message_id: 307, cost: '0.049', solde: '10.5', currency: '€' }, ['messageId', 'cost', 'balance', 'currency'])).toEqual({
			messageId: '307',
			cost: 0.049,
			balance: 10.5,
			currency: 'EUR',
		});
	});

	it('names the parts of a contact', () => {
		const record = { phone: '+33600000000', firstname: 'Michel', lastname: '', date: '12-06-2020', url: '', custom1: 7 };
		expect(translate(record, ['phoneNumber', 'firstName', 'lastName', 'birthDate', 'url', 'custom1', 'custom2'])).toEqual({
			phoneNumber: '+33600000000',
			firstName: 'Michel',
			lastName: null,
			birthDate: '2020-06-12',
			url: null,
			custom1: '7',
			custom2: null,
		});
	});

	it('is null for what the record does not have, and skips aliases without a value', () => {
		expect(translate({ balance: null, solde: '1' }, ['balance', 'credit'])).toEqual({ balance: 1, credit: null });
	});
});
