import { checkCommonOptions, defaultCountryOf, requestOptions } from '../../nodes/SmsPartner/sending/options';

const clock = { timezone: 'Europe/Paris', now: new Date('2026-11-21T10:00:00Z') };
const check = (options: Record<string, unknown>) => checkCommonOptions(options, clock);

describe('checkCommonOptions', () => {
	it.each([{}, { scheduledAt: '', defaultCountry: '', timeout: 0 }, { batchSize: '', timeout: '', waitOnRateLimit: '' }])('takes empty options: %j', (options) => {
		expect(check(options)).toEqual({ ok: true, value: { defaultCountry: 'FR', batchSize: 500 } });
	});

	it('reads what is filled in', () => {
		expect(check({ defaultCountry: 'BE', batchSize: 10, timeout: '5', waitOnRateLimit: 0, scheduledAt: '2026-12-01T10:00' })).toEqual({
			ok: true,
			value: { defaultCountry: 'BE', batchSize: 10, timeout: 5, waitOnRateLimit: 0, schedule: expect.objectContaining({ instant: '2026-12-01T10:00:00+01:00' }) },
		});
	});

	it.each([
		[{ batchSize: 501 }, /Batch Size/],
		[{ batchSize: null }, /Batch Size/],
		[{ batchSize: undefined }, /Batch Size/],
		[{ timeout: null }, /"Timeout" is empty/],
		[{ timeout: 'soon' }, /"Timeout" is not a number/],
		[{ waitOnRateLimit: undefined }, /"Wait on Rate Limit" is empty/],
		[{ waitOnRateLimit: {} }, /"Wait on Rate Limit" is not a number/],
		[{ scheduledAt: null }, /"Scheduled At" is empty/],
		[{ scheduledAt: undefined }, /"Scheduled At" is empty/],
		[{ defaultCountry: null }, /"Default Country" is empty/],
		[{ defaultCountry: ['BE'] }, /"Default Country" is empty/],
		[{ scheduledAt: '2020-01-01T10:00' }, /in the past/],
	])('refuses %j', (options, said) => {
		expect(check(options)).toMatchObject({ ok: false, message: expect.stringMatching(said) });
	});
});

test('a default country that gives nothing stands for no country', () => {
	expect(defaultCountryOf({})).toBe('FR');
	expect(defaultCountryOf({ defaultCountry: 'BE' })).toBe('BE');
	expect(defaultCountryOf({ defaultCountry: undefined })).toBe('');
});

test('requestOptions gives a request only what is set', () => {
	expect(requestOptions({ defaultCountry: 'FR', batchSize: 500 })).toEqual({});
	expect(requestOptions({ defaultCountry: 'FR', batchSize: 500, timeout: 5, waitOnRateLimit: 0 })).toEqual({ timeout: 5, waitOnRateLimit: 0 });
});
