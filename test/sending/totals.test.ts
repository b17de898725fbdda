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
		[1, 'unknown', 'it fits no three equal messages'],
		[2, 'unknown', 'one of three was left out'],
		[3, 'waiting', 'all were taken'],
		[4, 'unknown', 'it fits no three equal messages'],
		[5, 'unknown', 'it fits no three equal messages'],
		[6, 'waiting', 'twice as many were billed'],
		[7, 'unknown', 'it fits no three equal messages'],
	])('of a total of %i for three says %s: %s', (total, status) => {
		expect(shareOf({ nb_sms: total }, 3).status).toBe(status);
	});

	it('does not take the SMS of one long text for a short text to each', () => {
		expect(shareOf({ nb_sms: 2 }, 2, 2).status).toBe('unknown');
		expect(shareOf({ nb_sms: 4 }, 2, 2).status).toBe('waiting');
	});

	it('leaves nobody out of one recipient, however few SMS the platform bills', () => {
		expect(shareOf({ nb_sms: 1 }, 1, 2)).toMatchObject({ status: 'waiting', segments: 1 });
		expect(shareOf({ nb_sms: 0 }, 1, 2).status).toBe('unknown');
		expect(shareOf({ nb_sms: 2 }, 2, 2).status).toBe('unknown');
	});

	it('keeps the noise of binary fractions out of prices', () => {
		expect(shareOf({ cost: 0.1 + 0.2 }, 3).cost).toBe(0.1);
	});
});
