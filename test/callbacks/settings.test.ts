import { checkEvents, checkSettings, checkZone } from '../../nodes/SmsPartner/callbacks/settings';

describe('checkZone', () => {
	test.each(['auto', 'Europe/Paris', 'UTC', 'Indian/Reunion'])('accepts %s', (zone) => {
		expect(checkZone(zone)).toEqual({ ok: true, value: zone });
	});

	test.each(['Paris', '+01:00 or so', 'Nowhere/Land'])('refuses %s by name', (zone) => {
		expect(checkZone(zone)).toMatchObject({ ok: false, message: expect.stringContaining(zone) });
	});
});

describe('checkEvents', () => {
	test.each([
		[['stop', 'reply'], ['reply', 'stop']],
		['stop', ['stop']],
	])('reads %j', (events, value) => {
		expect(checkEvents(events)).toEqual({ ok: true, value });
	});

	test.each([[[]], [''], ['STOPS'], [['stop', 'replies']], [null], [undefined], [{ stop: true }]])('refuses %j', (events) => {
		expect(checkEvents(events)).toMatchObject({
			ok: false,
			message: expect.stringMatching(/"Events to Receive".*publish again/),
			description: expect.stringContaining('reply, stop, deliveryReport'),
		});
	});
});

describe('checkSettings', () => {
	const check = (options: unknown) => checkSettings({ events: ['reply'], longReplies: 'join', options });

	test.each([undefined, {}, { optOutWords: '' }, { optOutWords: ' ,; ' }])('knows no opt-out words besides STOP in %j', (options) => {
		expect(check(options)).toMatchObject({ ok: true, value: { optOutWords: [] } });
	});

	test('reads further opt-out words, and says what is wrong with them', () => {
		expect(check({ optOutWords: 'Arrêt; désabonner' })).toMatchObject({ ok: true, value: { optOutWords: [' arret ', ' desabonner '] } });
		expect(check({ optOutWords: { a: 1 } })).toMatchObject({ ok: false, message: expect.stringContaining('Further Opt-Out Words') });
	});
});
