import { entryLists, showsAcceptance } from '../../nodes/SmsPartner/api/acceptance';
import { fixture, fixtureNames } from '../fixtures';

describe('showsAcceptance', () => {
	it.each([
		{ success: false, code: 14, message_id: 5 },
		{ success: false, code: 14, message_id: '2254444' },
		{ success: false, campaignId: 'abc' },
		{ success: false, nb_sms: 3 },
		{ success: false, nbSMS: '3' },
		{ success: false, cost: '0.038' },
		{ success: false, data: { result: { message_id: 5 } } },
		{ success: false, SMSResponse_List: [{ success: false }, { success: true }] },
		{ success: false, SMSResponse_List: { 0: { success: false }, 2: { success: '1' } } },
		{ success: false, detail: { 33: { cost: 0.04 } } },
	])('sees the sign in %j', (body) => {
		expect(showsAcceptance(body)).toBe(true);
	});

	it.each([
		{},
		{ success: false, code: 14, message: 'STOP' },
		{ success: false, message_id: 0, nb_sms: 0, cost: 0 },
		{ success: false, message_id: null, nb_sms: null, cost: '0.00', currency: 'EUR' },
		{ success: false, message_id: '' },
		{ success: false, SMSResponse_List: [{ success: false, code: 14 }] },
	])('sees none in %j', (body) => {
		expect(showsAcceptance(body)).toBe(false);
	});

	it.each(fixtureNames('sms-').filter((name) => name.includes('.error')))('sees none in the documented refusal %s', (name) => {
		expect(showsAcceptance(fixture(name))).toBe(false);
	});

	it.each(['sms-send.success', 'sms-bulk-send.success', 'sms-rcs-send.success', 'sms-sondage-send.success', 'voice-tts-send.success', 'voice-campaign-send.success'])('sees it in the success %s', (name) => {
		expect(showsAcceptance(fixture(name))).toBe(true);
	});

	it('looks no deeper than any answer nests', () => {
		const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ inner }), { message_id: 5 });
		expect(showsAcceptance({ deep })).toBe(false);
	});
});

describe('entryLists', () => {
	it('finds the entries of every list, also of one that PHP wrote as an object', () => {
		const body = { code: 14, SMSResponse_List: [{ a: 1 }, 'x', null], other: { 0: { b: 2 }, 2: { c: 3 } }, error: { message: 'no' } };
		expect(entryLists(body).filter(({ length }) => length > 0)).toEqual([[{ a: 1 }], [{ b: 2 }, { c: 3 }]]);
	});
});
