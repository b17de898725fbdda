import { NO_GUARDS } from '../../nodes/SmsPartner/sending/guards';
import { checkSettings, settingsKey } from '../../nodes/SmsPartner/sending/settings';

const clock = { timezone: 'Europe/Paris', now: new Date('2026-11-21T10:00:00Z') };
const check = (options: unknown, sendFrom = 'senderName', virtualNumber = '') => checkSettings({ sendFrom, virtualNumber, options }, clock);

describe('checkSettings', () => {
	it.each([undefined, null, {}, { sender: '', tag: '', scheduledAt: '', replyUrl: '' }])('takes empty options: %j', (options) => {
		expect(check(options)).toEqual({
			ok: true,
			value: { stopNotice: false, unicode: false, sandbox: false, defaultCountry: 'FR', batchSize: 500, guards: NO_GUARDS },
		});
	});

	it('takes a virtual number as digits', () => {
		expect(check({}, 'virtualNumber', '06 44 00 00 00')).toMatchObject({ ok: true, value: { virtualNumber: '33644000000' } });
	});

	it.each(['stopNotice', 'unicode', 'sandbox'])('reads %s as sheets write it, and refuses what it cannot read', (name) => {
		expect(check({ [name]: 'true' })).toMatchObject({ ok: true, value: { [name]: true } });
		expect(check({ [name]: 'FALSE' })).toMatchObject({ ok: true, value: { [name]: false } });
		expect(check({ [name]: 'oui' })).toMatchObject({ ok: false, message: expect.stringContaining('neither true nor false') });
		expect(check({ [name]: undefined })).toMatchObject({ ok: false });
	});

	it.each(['sender', 'tag', 'deliveryReportUrl', 'replyUrl', 'scheduledAt', 'defaultCountry', 'batchSize', 'timeout'])('does not go on without %s where its expression gives nothing', (name) => {
		for (const nothing of [null, undefined]) expect(check({ [name]: nothing })).toMatchObject({ ok: false, message: expect.stringContaining('is empty') });
	});

	it.each([0, 501, 1.5, 'many', null])('refuses a batch size of %j', (batchSize) => {
		expect(check({ batchSize })).toMatchObject({ ok: false, message: expect.stringContaining('Batch Size') });
	});

	it.each([{ scheduledAt: '2099-01-01T10:00' }, { unicode: true }, { unicode: 'true' }])('refuses %j from a virtual number rather than dropping it', (options) => {
		expect(check(options, 'virtualNumber', '0644000000')).toMatchObject({ ok: false });
	});
});

describe('settingsKey', () => {
	it('is equal where the platform would be told the same', () => {
		const keyAt = (scheduledAt: string) => {
			const settings = check({ scheduledAt });
			return settings.ok ? settingsKey(settings.value) : undefined;
		};
		expect(keyAt('2026-12-01T10:01:07')).toBe(keyAt('2026-12-01T09:05:00Z'));
		expect(keyAt('2026-12-01T10:01:07')).not.toBe(keyAt('2026-12-01T10:06:00'));
	});
});
