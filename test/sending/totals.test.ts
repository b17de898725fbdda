import { shareOf } from '../../nodes/SmsPartner/sending/totals';

describe('shareOf', () => {
	it.each(['nb_sms', 'nbSMS', 'nbSms', 'nb_rcs'])('divides the totals evenly, under %s', (name) => {
		expect(shareOf({ [name]: 6, cost: 0.3, currency: 'EUR' }, 3, 2)).toEqual({ status: 'waiting', segments: 2, cost: 0.1, currency: 'EUR' });
	});

	it('claims nothing that the answer does not say', () => {
		expect(shareOf({}, 2)).toEqual({ status: 'waiting', segments: undefined, cost: null, currency: null });
	});

	it.each([
		[0, 'unknown', 'none was counted'],
		[1, 'waiting', 'one message may be what each gets'],
		[2, 'unknown', 'one of three was left out'],
		[3, 'waiting', 'all were taken'],
		[4, 'waiting', 'more than expected were billed'],
	])('of a total of %i for three says %s: %s', (total, status) => {
		expect(shareOf({ nb_sms: total }, 3).status).toBe(status);
	});

	it('keeps the noise of binary fractions out of prices', () => {
		expect(shareOf({ cost: 0.1 + 0.2 }, 3).cost).toBe(0.1);
	});
});
