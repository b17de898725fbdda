import type { CallbackItem } from '../../nodes/SmsPartner/callbacks/normalise';
import { outputOf } from '../../nodes/SmsPartner/waiting/match';
import type { WaitFor } from '../../nodes/SmsPartner/waiting/outputs';
import { restoreWait, type Wait } from '../../nodes/SmsPartner/waiting/wait';

const wait = (waitFor: WaitFor): Wait => ({ nonce: 'n', waitFor, until: 1, sent: { phoneNumber: '+33639980001', messageId: '1111111' }, input: {} });
const reply: CallbackItem = { event: 'reply', channel: 'shortCode', phoneNumber: '+33639980001', messageId: '1111111' };
const report: CallbackItem = { event: 'deliveryReport', phoneNumber: '+33639980001', messageId: '1111111', status: 'delivered', isFinal: true };

describe('outputOf', () => {
	it.each<[string, WaitFor, CallbackItem, number | undefined]>([
		['a reply', 'reply', reply, 0],
		['a STOP', 'reply', { ...reply, event: 'stop' }, 1],
		['a report, when a reply is awaited', 'reply', report, undefined],
		['another event', 'reply', { ...reply, event: 'numberCheck' }, undefined],
		['someone else', 'reply', { ...reply, phoneNumber: '+33639980002' }, undefined],
		['someone else, without the country code', 'reply', { ...reply, channel: 'virtualNumber', phoneNumber: '639980002' }, undefined],
		['the number without the country code', 'reply', { ...reply, phoneNumber: '639980001' }, 0],
		['the number without the country code, which is a possible one of another country', 'reply', { ...reply, event: 'stop', phoneNumber: '+639980001' }, 1],
		['a masked number', 'reply', { ...reply, phoneNumber: '+336xxxxxx01' }, 0],
		['no number', 'reply', { ...reply, phoneNumber: null }, 0],
		['another message', 'reply', { ...reply, messageId: '1111112' }, undefined],
		['a STOP on another message', 'reply', { ...reply, event: 'stop', messageId: '1111112' }, 1],
		['a STOP of someone else', 'reply', { ...reply, event: 'stop', phoneNumber: '+33639980002' }, undefined],
		['a STOP, when the delivery is awaited', 'delivery', { ...reply, event: 'stop' }, undefined],
		['its id with zeros in front', 'reply', { ...reply, messageId: '001111111' }, 0],
		['no id', 'reply', { ...reply, messageId: null }, 0],
		['the id of a reply to a virtual number', 'reply', { ...reply, channel: 'virtualNumber', messageId: '0B00000' }, 0],
		['delivered', 'delivery', report, 0],
		['not delivered', 'delivery', { ...report, status: 'notDelivered' }, 1],
		['not sent', 'delivery', { ...report, status: 'notSent' }, 1],
		['waiting', 'delivery', { ...report, status: 'waiting', isFinal: false }, undefined],
		['a report on another message', 'delivery', { ...report, messageId: '2' }, undefined],
		['a report on another number', 'delivery', { ...report, phoneNumber: '+33639980002' }, undefined],
		['a reply, when the delivery is awaited', 'delivery', reply, undefined],
	])('%s, awaiting a %s', (_what, waitFor, item, output) => {
		expect(outputOf(item, wait(waitFor))).toBe(output);
	});
});

describe('restoreWait', () => {
	it('reads back what was stored', () => {
		expect(restoreWait(JSON.parse(JSON.stringify(wait('delivery'))))).toEqual(wait('delivery'));
	});

	it.each([undefined, null, 7, {}, { ...wait('reply'), waitFor: 'call' }, { ...wait('reply'), nonce: 1 }, { ...wait('reply'), until: '1' }, { ...wait('reply'), sent: {} }])(
		'takes %j for none',
		(value) => {
			expect(restoreWait(value)).toBeUndefined();
		},
	);
});
