import { readFixture } from '../support/fixtures';
import { itemOf, nowInParis } from '../support/items';

const call = { ...readFixture('webhook.voice-sms.json'), phoneNumber: '0033612345678' };
const campaign = readFixture('webhook.voice-campaign.query.json');

describe('a voice SMS', () => {
	test('tells how the call went', () => {
		expect(itemOf(call)).toEqual({
			event: 'voiceStatus',
			eventId: expect.any(String),
			phoneNumber: '+33612345678',
			messageId: null,
			receivedAt: nowInParis,
			kind: 'voiceSms',
			campaignId: 'XHa7GXvhy6zkhQEf4HtHG',
			status: 'delivered',
			answered: true,
			sentAt: '2026-01-13T11:35:00+01:00',
			doneAt: '2026-01-13T11:35:12+01:00',
			durationSeconds: 6,
			voicemailStatus: null,
			campaignToken: null,
			deliveredQuantity: null,
			totalQuantity: null,
		});
	});

	test('tells what became of the recording', () => {
		expect(itemOf(readFixture('webhook.voice-sms.with-audio.json')).voicemailStatus).toBe('Deposit');
		expect(itemOf({ ...call, audioFileComplementaire: 'Deposit' }).voicemailStatus).toBeNull();
		expect(itemOf({ ...call, audioFileComplementaire: { Status: ['Deposit', 'Deposit'] } }).voicemailStatus).toBe('Deposit');
	});

	test('reads no date that names its zone, whose every spelling luxon would keep for ever', () => {
		const sendAt = { date: '2026-01-13 11:35:00.000000', timezone_type: 3, timezone: 'europe/PARIS' };
		expect(itemOf({ ...call, sendAt }).sentAt).toBeNull();
	});

	test.each([
		[{ additionnal_status: 'VOICE_NOT_ANSWERED' }, { answered: false }],
		[{ additionnal_status: 'VOICE_MACHINE' }, { answered: null }],
		[{ additionnal_status: 'constructor' }, { answered: null }],
		[{ status: 'pending', additionnal_status: undefined }, { status: 'waiting', answered: null }],
		[{ status: 'undelivered' }, { status: 'notDelivered' }],
		[{ status: '' }, { status: null }],
	])('%j is %j', (change, expected) => {
		expect(itemOf({ ...call, ...change })).toMatchObject(expected);
	});

	test('has an id for each state of each call', () => {
		const others = [
			{ status: 'pending' },
			{ additionnal_status: 'VOICE_NOT_ANSWERED' },
			{ phoneNumber: '0033612345679' },
			{ campaignId: 'other' },
			{ audioFileComplementaire: { status: 'Deposit' } },
		];
		expect(new Set([{}, ...others].map((change) => itemOf({ ...call, ...change }).eventId)).size).toBe(6);
	});
});

describe('a voicemail campaign', () => {
	test('counts, with the columns of a voice SMS', () => {
		const item = itemOf(campaign);
		expect(item).toMatchObject({
			phoneNumber: null,
			kind: 'voicemailCampaign',
			campaignId: 'NDA_20230111_00811',
			campaignToken: 'oiTCpIVk2jvIY3xcfg',
			deliveredQuantity: 1,
			totalQuantity: 1,
			status: null,
		});
		expect(Object.keys(item)).toEqual(Object.keys(itemOf(call)));
	});

	test('has an id for each state', () => {
		const ids = ['1', 1, '2'].map((delivered_quantity) => itemOf({ ...campaign, delivered_quantity }).eventId);
		expect(ids[0]).toBe(ids[1]);
		expect(ids[0]).not.toBe(ids[2]);
	});
});
