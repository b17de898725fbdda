import fc from 'fast-check';

import type { Answer, Failure } from '../../nodes/SmsPartner/api/failure';
import { deliver } from '../../nodes/SmsPartner/sending/deliver';
import type { Sms } from '../../nodes/SmsPartner/sending/sms';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { messagesWith } from './messages';

const texts = (count: number) => Array.from({ length: count }, (_, index) => `Text ${index}`);

function refusedWith(facts: Partial<Failure>): Answer<UnknownRecord> {
	return { ok: false, failure: { kind: 'refused', message: 'no', description: '', httpStatus: 400, ...facts } };
}

/** Takes a batch whole or refuses it whole. */
class Platform {
	requests = 0;

	sent: string[] = [];

	constructor(private readonly refuses: (batch: readonly Sms[]) => Answer<UnknownRecord> | undefined) {}

	post = async (batch: readonly Sms[]): Promise<Answer<UnknownRecord>> => {
		this.requests++;
		const refusal = this.refuses(batch);
		if (refusal) return refusal;
		this.sent.push(...batch.map(({ phoneNumber }) => phoneNumber));
		const SMSResponse_List = batch.map(({ phoneNumber }) => ({ success: true, phoneNumber }));
		return { ok: true, body: { success: true, message_id: this.requests, SMSResponse_List } };
	};

	async take(messages: Sms[]) {
		if (!isNonEmpty(messages)) throw new Error('no messages');
		return deliver(messages, smsKind, this.post);
	}
}

describe('deliver', () => {
	it('finds the offending SMS without sending any other twice, whether the platform names it or not', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 60 }),
				fc.array(fc.nat({ max: 59 }), { maxLength: 8 }),
				fc.boolean(),
				async (count, badIndexes, names) => {
					const messages = messagesWith(texts(count));
					const bad = new Set(badIndexes.filter((index) => index < count).map((index) => messages[index]?.phoneNumber));
					const platform = new Platform((batch) => {
						const culprit = batch.find(({ phoneNumber }) => bad.has(phoneNumber));
						return culprit && refusedWith({ code: '9', message: names ? `not valid (0${culprit.phoneNumber.slice(3)})` : 'not valid' });
					});
					const outcomes = await platform.take(messages);
					const good = messages.filter(({ phoneNumber }) => !bad.has(phoneNumber)).map(({ phoneNumber }) => phoneNumber);
					expect([...platform.sent].sort()).toEqual(good.sort());
					expect([...outcomes].filter(([, outcome]) => outcome.ok).map(([sms]) => sms.phoneNumber).sort()).toEqual(good);
					expect(outcomes.size).toBe(count);
				},
			),
		);
	});

	it('needs one more request when the platform names the number', async () => {
		const messages = messagesWith(texts(500));
		const platform = new Platform((batch) =>
			batch.some(({ itemIndex }) => itemIndex === 250)
				? refusedWith({ code: '9', fields: [{ field: 'phoneNumbers', message: 'Not valid (0600000250)' }, { field: 'phoneNumbers', message: 'other' }] })
				: undefined,
		);
		const outcomes = await platform.take(messages);
		expect(platform.requests).toBe(2);
		expect(platform.sent).toHaveLength(499);
		expect(outcomes.get(messages[250] as Sms)).toMatchObject({ ok: false, failure: { message: 'Not valid (0600000250)' } });
	});

	it.each<[string, Partial<Failure>]>([
		['a wrong key', { code: '10' }],
		['insufficient credit', { code: '11' }],
		['the sender', { code: '9', fields: [{ field: 'sender', message: 'too long' }] }],
		['the schedule among others', { code: '9', fields: [{ field: 'phoneNumbers', message: 'bad' }, { field: 'minute', message: 'missing' }] }],
		['a refusal without a body', { code: '403', httpStatus: 403 }],
		...[401, 403, 404, 405, 407, 413].map((httpStatus): [string, Partial<Failure>] => [`HTTP ${httpStatus} without a code`, { httpStatus }]),
		...['isUnicode', 'isStopSms', 'sandbox', 'sondageIdent'].map((field): [string, Partial<Failure>] => [
			field,
			{ code: '9', fields: [{ field, message: 'not valid' }] },
		]),
	])('does not take a batch apart over %s', async (_what, facts) => {
		const platform = new Platform(() => refusedWith(facts));
		const outcomes = await platform.take(messagesWith(texts(5)));
		expect(platform.requests).toBe(1);
		expect([...outcomes.values()].every(({ ok }) => !ok)).toBe(true);
	});

	it('does not take a batch apart over the text when all share it, but does when each has its own', async () => {
		const tooLong = () => new Platform((batch) => (batch.some(({ itemIndex }) => itemIndex === 0) ? refusedWith({ code: '52' }) : undefined));
		const shared = tooLong();
		await shared.take(messagesWith(['same', 'same', 'same']));
		expect(shared).toMatchObject({ requests: 1, sent: [] });
		const own = tooLong();
		await own.take(messagesWith(['a', 'b', 'c']));
		expect(own.sent).toHaveLength(2);
	});

	it.each<Failure['kind']>(['unknown', 'unreachable', 'rateLimited'])('never repeats or splits after "%s"', async (kind) => {
		const platform = new Platform(() => ({ ok: false, failure: { kind, message: 'x', description: 'y' } }));
		const outcomes = await platform.take(messagesWith(texts(4)));
		expect(platform.requests).toBe(1);
		expect([...outcomes.values()]).toHaveLength(4);
	});

	it('loses nobody over a complaint about another field that quotes the number of a good recipient', async () => {
		const messages = messagesWith(texts(8));
		const bad = 6;
		const message = `Not allowed in the text: 0${messages[1]?.phoneNumber.slice(3)}`;
		const platform = new Platform((batch) =>
			batch.some(({ itemIndex }) => itemIndex === bad) ? refusedWith({ code: '9', message, fields: [{ field: 'message', message }] }) : undefined,
		);
		const outcomes = await platform.take(messages);
		expect([...outcomes].filter(([, { ok }]) => !ok).map(([{ itemIndex }]) => itemIndex)).toEqual([bad]);
	});

	it('takes an accepted answer that cannot be read for unknown, in that part alone', async () => {
		const messages = messagesWith(texts(4));
		if (!isNonEmpty(messages)) throw new Error('no messages');
		const kind: typeof smsKind = {
			...smsKind,
			read: (batch, body) => {
				if (batch.some(({ itemIndex }) => itemIndex === 0)) throw new RangeError('Maximum call stack size exceeded');
				return smsKind.read(batch, body);
			},
		};
		const platform = new Platform((batch) => (batch.length === 4 ? refusedWith({ code: '9' }) : undefined));
		const outcomes = await deliver(messages, kind, platform.post);
		expect(platform.requests).toBe(3);
		expect(messages.map((sms) => outcomes.get(sms))).toEqual([
			...Array<unknown>(2).fill({ ok: false, failure: expect.objectContaining({ kind: 'unknown', code: 'UNREADABLE' }) }),
			...Array<unknown>(2).fill(expect.objectContaining({ ok: true })),
		]);
	});
});
