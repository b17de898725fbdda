import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { broadcastKind, toBroadcast, type BroadcastDelivery } from '../../nodes/SmsPartner/sending/broadcast';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { phoneNumber } from './messages';

const endpoint: Endpoint = { api: 'sms', method: 'POST', path: '/many', effect: 'write', codes: {} };
const options = { defaultCountry: 'FR', batchSize: 500, timeout: 5 };
const broadcast = toBroadcast({ text: 'Hi' }, { tag: 'a' }, options);
const kind = broadcastKind({ endpoint, phoneNumbers: (numbers) => numbers, unit: 'messages', skips: [], describe: ({ id }) => ({ id: String(id) }) });

function batchOf(count: number) {
	const batch = Array.from({ length: count }, (_, itemIndex): BroadcastDelivery => ({ itemIndex, phoneNumber: phoneNumber(itemIndex), broadcast }));
	if (!isNonEmpty(batch)) throw new Error('no deliveries');
	return batch;
}

describe('broadcastKind', () => {
	it('sends the message with the recipients', () => {
		expect(kind.request(batchOf(2))).toEqual({ endpoint, body: { phoneNumbers: [phoneNumber(0), phoneNumber(1)], text: 'Hi' }, timeout: 5 });
	});

	it('keeps apart what differs in anything but the recipients', () => {
		const [first] = batchOf(1);
		const keyOf = (...message: Parameters<typeof toBroadcast>) => kind.key({ ...first, broadcast: toBroadcast(...message) });
		expect(keyOf({ text: 'Hi' }, {}, options)).toBe(kind.key(first));
		expect(keyOf({ text: 'Ho' }, {}, options)).not.toBe(kind.key(first));
		expect(keyOf({ text: 'Hi' }, {}, { ...options, timeout: 6 })).not.toBe(kind.key(first));
	});

	it('knows a delivery again whatever its message reads like then', () => {
		const [first] = batchOf(1);
		expect(kind.identity({ ...first, broadcast: toBroadcast({ text: 'Ho' }, {}, options) })).toBe(kind.identity(first));
		expect(kind.identity({ ...first, itemIndex: 1 })).not.toBe(kind.identity(first));
		expect(kind.identity({ ...first, phoneNumber: phoneNumber(9) })).not.toBe(kind.identity(first));
	});

	it('gives each recipient a share of the totals', () => {
		const outcomes = kind.read(batchOf(2), { id: 7, nb_sms: 4, cost: 0.2, currency: 'EUR' });
		expect([...outcomes.values()]).toEqual(Array(2).fill({ ok: true, json: { id: '7', status: 'waiting', segments: 2, cost: 0.1, currency: 'EUR', tag: 'a', skipped: null } }));
	});

	it.each([
		[{ field: 'phoneNumbers' }, false],
		[{ field: 'phoneNumber' }, false],
		[{ field: '' }, false],
		[{ field: 'sondageIdent' }, true],
		[{ code: '43' }, true],
		[{ code: '14' }, false],
	])('a complaint about %j concerns all: %j', (complaint, all) => {
		expect(kind.concernsAll?.(batchOf(2), complaint)).toBe(all);
	});
});
