import fc from 'fast-check';
import { classify, shortCodeSender } from '../../nodes/SmsPartner/callbacks/classify';
import { callbackEvents } from '../../nodes/SmsPartner/callbacks/events';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';
import { fixtureFiles, fixtures, readFixture } from './support/fixtures';

const phone = '+33612345678';
const shortCode = { phone_number: phone, message_id: 1 };
const virtualNumber = { msisdn: '33612345678', to: '33644630000', messageId: 'a', type: 'text' };
const urlEvents = [undefined, ...callbackEvents.map(({ value }) => value)];

describe('classify: what the documentation prints', () => {
	test('every fixture of a callback is used', () => {
		expect(fixtures.map(({ name }) => name).sort()).toEqual(fixtureFiles().sort());
	});

	test.each(fixtures)('$name is $event, at every URL', ({ name, event }) => {
		expect(urlEvents.map((urlEvent) => classify(readFixture(name), urlEvent).event)).toEqual(urlEvents.map(() => event));
	});

	test('tells a voice SMS from a voicemail campaign', () => {
		expect(classify(readFixture('webhook.voice-sms.json'))).toEqual({ event: 'voiceStatus', kind: 'voiceSms' });
		expect(classify(readFixture('webhook.voice-campaign.query.json'))).toEqual({
			event: 'voiceStatus',
			kind: 'voicemailCampaign',
		});
	});
});

describe('classify: replies and STOPs', () => {
	test.each<[string, UnknownRecord, object]>([
		['a reply', { ...shortCode, type: 'response', text: 'Oui' }, { event: 'reply', channel: 'shortCode' }],
		['an empty reply', { ...shortCode, type: 'response', text: '' }, { event: 'reply', channel: 'shortCode' }],
		['a type in capitals', { ...shortCode, type: ' STOP ' }, { event: 'stop', channel: 'shortCode', source: 'platform' }],
		['a STOP without a text', { ...shortCode, type: 'stop' }, { event: 'stop', channel: 'shortCode', source: 'platform' }],
		[
			'a response that says STOP',
			{ ...shortCode, type: 'response', text: 'Stop!' },
			{ event: 'stop', channel: 'shortCode', source: 'keyword' },
		],
		[
			'a response that begins like STOP',
			{ ...shortCode, type: 'response', text: 'Stopping by later' },
			{ event: 'reply', channel: 'shortCode' },
		],
		[
			'STOP without a type',
			{ ...shortCode, text: 'STOP 36123' },
			{ event: 'stop', channel: 'shortCode', source: 'keyword' },
		],
		['a text to a virtual number', { ...virtualNumber, text: 'Oui' }, { event: 'reply', channel: 'virtualNumber' }],
		[
			'STOP to a virtual number',
			{ ...virtualNumber, text: ' stop pub' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP to a virtual number, by its keyword alone',
			{ ...virtualNumber, text: '', keyword: 'STOP' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP at the beginning of a long text',
			{ ...virtualNumber, text: 'STOP', 'concat-total': '2', 'concat-part': '1' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP at the end of a long text',
			{ ...virtualNumber, text: 'recevoir. STOP', 'concat-total': '2', 'concat-part': '2' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP in the numbered part of no message of several',
			{ ...virtualNumber, text: 'stop by', keyword: 'STOP', 'concat-total': '1', 'concat-part': '2' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP in what says that it is no part',
			{ ...virtualNumber, text: 'stop by', concat: 'false', 'concat-total': '2', 'concat-part': '2' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'STOP in what is too large to be a part',
			{ ...virtualNumber, text: `stop by ${'a'.repeat(20_000)}`, 'concat-total': '2', 'concat-part': '2' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
		[
			'a STOP as the last word of a response',
			{ ...shortCode, type: 'response', text: 'Merci de me retirer STOP' },
			{ event: 'stop', channel: 'shortCode', source: 'keyword' },
		],
		[
			'a game to a virtual number, though its keyword is STOP',
			{ ...virtualNumber, text: 'Stop ou encore ?', keyword: 'STOP' },
			{ event: 'reply', channel: 'virtualNumber' },
		],
		[
			'stop in the middle of a long text',
			{ ...virtualNumber, text: 'stop by', 'concat-total': '2', 'concat-part': '2' },
			{ event: 'reply', channel: 'virtualNumber' },
		],
		[
			'a STOP that the platform announces for a virtual number',
			{ ...virtualNumber, type: 'stop', text: 'Arrêt' },
			{ event: 'stop', channel: 'virtualNumber', source: 'platform' },
		],
		[
			'STOP to a virtual number, by its keyword though the text begins otherwise',
			{ ...virtualNumber, text: '36180 merci', keyword: 'STOP' },
			{ event: 'stop', channel: 'virtualNumber', source: 'keyword' },
		],
	])('%s', (_name, payload, expected) => {
		expect(classify(payload)).toEqual(expected);
	});
});

describe('classify: any stop wins', () => {
	test.each<[string, UnknownRecord]>([
		['among several types', { ...shortCode, type: ['response', 'stop'], text: 'Oui' }],
		['among several types on a virtual number', { ...virtualNumber, type: ['text', ' STOP'], text: 'Oui' }],
		['beside phone', { phone, type: 'stop' }],
		['beside phoneNumber', { phoneNumber: '0612345678', type: ['response', 'Stop'], text: '' }],
		['beside number', { number: 33612345678, type: 'STOP', text: null }],
		['beside a number where phone_number holds none', { phone_number: '', phone, type: 'stop' }],
		['beside what looks like a report', { phone, type: 'stop', msgId: '1', status: 'delivered' }],
	])('%s', (_name, payload) => {
		expect(urlEvents.map((urlEvent) => classify(payload, urlEvent))).toEqual(
			urlEvents.map(() => ({ event: 'stop', channel: 'msisdn' in payload ? 'virtualNumber' : 'shortCode', source: 'platform' })),
		);
	});

	test('and is from whoever it names', () => {
		expect(shortCodeSender({ type: 'stop', phone_number: '+33611111111', phone, number: '1' })).toBe('+33611111111');
		expect(shortCodeSender({ type: 'stop', phone: '', number: phone })).toBe(phone);
		expect(shortCodeSender({ type: 'response', phone })).toBeUndefined();
		expect(classify({ type: 'stop', msisdn: '33612345678', phone })).toMatchObject({ channel: 'virtualNumber' });
	});
});

describe('classify: further opt-out words', () => {
	const further = [' arret ', ' ne plus recevoir '];
	const stop = { event: 'stop', source: 'keyword' };

	test.each<[string, UnknownRecord]>([
		['a short code', { ...shortCode, type: 'response', text: 'Arrêt svp' }],
		['a short code, without a type', { ...shortCode, text: 'ARRET' }],
		['a virtual number', { ...virtualNumber, text: 'Ne plus recevoir !' }],
		['a virtual number, by the keyword alone', { ...virtualNumber, text: '', keyword: 'ARRET' }],
	])('opt out on %s, and only when they are set', (_where, payload) => {
		expect(classify(payload, 'reply', further)).toMatchObject(stop);
		expect(classify(payload, 'reply').event).toBe('reply');
	});

	test('opt nobody out in the middle of a message', () => {
		expect(classify({ ...shortCode, type: 'response', text: 'mon arrêt' }, 'reply', further).event).toBe('reply');
		expect(classify({ ...virtualNumber, text: 'arrêt', 'concat-total': '2', 'concat-part': '2' }, 'reply', further).event).toBe('reply');
	});
});

describe('classify: the URL breaks ties', () => {
	test.each([
		['reply', 'reply'],
		['stop', 'stop'],
		['deliveryReport', 'unrecognised'],
		[undefined, 'unrecognised'],
	] as const)('a text without a type at %s is %s', (urlEvent, event) => {
		expect(classify({ ...shortCode, text: 'Oui' }, urlEvent).event).toBe(event);
	});

	const several = { ...readFixture('webhook.dlr.json'), ...readFixture('webhook.vn-reply.json') };

	test.each([
		['deliveryReport', 'deliveryReport'],
		['reply', 'reply'],
		[undefined, 'reply'],
	] as const)('several shapes at %s are %s', (urlEvent, event) => {
		expect(classify(several, urlEvent).event).toBe(event);
	});

	test('a STOP among several shapes is not missed, at any URL', () => {
		for (const urlEvent of urlEvents) {
			expect(classify({ ...several, text: 'STOP' }, urlEvent).event).toBe('stop');
			expect(classify({ ...readFixture('webhook.dlr.json'), ...shortCode, type: 'stop' }, urlEvent).event).toBe('stop');
		}
	});

	test.each([null, '', ' '])('the type %j is none', (type) => {
		expect(classify({ ...shortCode, type, text: 'Oui' }, 'reply').event).toBe('reply');
	});

	test.each([[['text', 'response']], [{ name: 'stop' }], [true]])('a text of the type %j opts out all the same', (type) => {
		expect(classify({ ...shortCode, type, text: 'STOP' }, 'reply').event).toBe('stop');
		expect(classify({ ...virtualNumber, type, text: 'STOP' }, 'reply').event).toBe('stop');
	});
});

describe('classify: anything else', () => {
	test.each<[string, UnknownRecord]>([
		['no fields', {}],
		['an unknown type', { ...shortCode, type: 'survey', text: 'Oui' }],
		['several types', { ...shortCode, type: ['response', 'text'], text: 'Oui' }],
		['a reply from a number under the name of another', { phone, type: 'response', text: 'Oui' }],
		['a type in an object', { ...virtualNumber, type: { name: 'stop' }, text: 'Oui' }],
		['a text from nobody', { type: 'response', text: 'Oui' }],
		['a text from a number without digits', { type: 'response', text: 'Oui', phone_number: 'me' }],
		['a STOP from nobody', { type: 'stop', text: 'Stop' }],
		['a number in a list', { type: 'stop', phone_number: [phone] }],
		['a number in an object', { msisdn: { number: phone }, text: 'STOP' }],
		['a text in a list', { ...shortCode, type: 'response', text: ['Oui'] }],
		['a text in an object', { ...virtualNumber, text: { body: 'Oui' } }],
		['a truth value for a text', { ...shortCode, type: 'response', text: true }],
		['a response without a text', { ...shortCode, type: 'response' }],
		['a report without a status', { msgId: '1', phone }],
		['a report with a list for a status', { msgId: '1', phone, status: ['delivered'] }],
		['a number check without a result', { phone, messageId: '1' }],
		['a voice SMS without a status', { campaignId: 'a', phoneNumber: phone }],
	])('%s is unrecognised', (_name, payload) => {
		expect(urlEvents.map((urlEvent) => classify(payload, urlEvent).event)).toEqual(urlEvents.map(() => 'unrecognised'));
	});

	const names = [...new Set(fixtures.flatMap(({ name }) => Object.keys(readFixture(name))))];
	const noise = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...names)), fc.anything());
	const urls = fc.constantFrom(...urlEvents);

	test('noise never throws, and without a sender it is no reply and no STOP', () => {
		fc.assert(
			fc.property(noise, urls, (payload, urlEvent) => {
				const { event } = classify(payload, urlEvent);
				const senders = [payload.phone_number, payload.msisdn, payload.phone, payload.phoneNumber, payload.number];
				const hasSender = senders.some((value) => /\d/.test(String(JSON.stringify(value))));
				expect(hasSender || (event !== 'reply' && event !== 'stop')).toBe(true);
			}),
		);
	});

	test('fields of the wrong type are no reply and no STOP', () => {
		const wrong = fc.oneof(fc.boolean(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()));
		fc.assert(
			fc.property(wrong, wrong, urls, (sender, text, urlEvent) => {
				const payload = { type: 'response', phone_number: sender, msisdn: sender, text, keyword: text };
				expect(classify(payload, urlEvent).event).toBe('unrecognised');
				expect(classify({ ...payload, phone_number: phone, msisdn: phone }, urlEvent).event).toBe('unrecognised');
			}),
		);
	});
});
