import { checkGuards, NO_GUARDS } from '../../nodes/SmsPartner/sending/guards';

describe('checkGuards', () => {
	it('has no guard unless the user asked for one', () => {
		expect(checkGuards({})).toEqual({ ok: true, value: { ...NO_GUARDS, spendingLimit: undefined } });
	});

	it('takes what the panel and expressions give', () => {
		expect(checkGuards({ skip: ['duplicates', 'sameTag'], spendingLimit: '500', checkCredit: 'true', stopOnFailure: 1 }, 'spring')).toEqual({
			ok: true,
			value: { skip: ['duplicates', 'sameTag'], spendingLimit: 500, checkCredit: true, stopOnFailure: true },
		});
		expect(checkGuards({ skip: 'duplicates, optedOut' })).toMatchObject({ value: { skip: ['duplicates', 'optedOut'] } });
		expect(checkGuards({ spendingLimit: 0 })).toMatchObject({ value: { spendingLimit: 0 } });
	});

	it.each([null, undefined, '', 'everybody', ['duplicates', 'others'], { 0: 'duplicates' }, 5, ['toString']])('refuses %j as those to skip: more would be sent than was meant', (skip) => {
		expect(checkGuards({ skip })).toMatchObject({ ok: false, message: expect.stringContaining('Recipients to Skip') });
	});

	it.each([null, undefined, '', 'many', -1, 0.05, NaN, {}])('refuses %j as a limit', (spendingLimit) => {
		expect(checkGuards({ spendingLimit })).toMatchObject({ ok: false, message: expect.stringContaining('Spending Limit') });
	});

	it.each(['checkCredit', 'stopOnFailure'])('refuses what is neither yes nor no in %s', (name) => {
		expect(checkGuards({ [name]: null })).toMatchObject({ ok: false });
	});

	it('needs a tag to know who has it', () => {
		expect(checkGuards({ skip: ['sameTag'] })).toMatchObject({ ok: false, description: expect.stringContaining('Tag') });
	});
});
