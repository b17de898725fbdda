import fc from 'fast-check';

import type { Answer, Failure } from '../../nodes/SmsPartner/api/failure';
import { deliver, type Findings, type Platform } from '../../nodes/SmsPartner/sending/deliver';
import type { Outcome } from '../../nodes/SmsPartner/sending/kind';
import { SEND } from '../../nodes/SmsPartner/sending/requests';
import type { Sms } from '../../nodes/SmsPartner/sending/sms';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { messagesWith } from './messages';

const texts = (count: number) => Array.from({ length: count }, (_, index) => `Text ${index}`);

const invalid = (message: string) => refusedWith({ code: '9', message, fields: [{ field: 'phoneNumbers', message }] });

function refusedWith(facts: Partial<Failure>): Answer<UnknownRecord> {
	return { ok: false, failure: { kind: 'refused', message: 'no', description: '', httpStatus: 400, ...facts } };
}

const nothing: Findings<Sms> = { sent: new Map(), absent: new Set() };

/** Takes a batch whole or refuses it whole; `find` is what a look-up tells of deliveries. */
class TestPlatform implements Platform<Sms> {
	requests = 0;

	sent: string[] = [];

	advice = () => ['Be careful.'];

	constructor(
		private readonly refuses: (batch: readonly Sms[], platform: TestPlatform) => Answer<UnknownRecord> | undefined,
		private readonly find: (deliveries: readonly Sms[], platform: TestPlatform) => Findings<Sms> = () => nothing,
	) {}

	async post(batch: readonly Sms[]) {
		this.requests++;
		const refusal = this.refuses(batch, this);
		if (refusal) return { ...refusal, endpoint: SEND };
		this.take(batch);
		const SMSResponse_List = batch.map(({ phoneNumber }) => ({ success: true, phoneNumber }));
		return { ok: true as const, body: { success: true, message_id: this.requests, SMSResponse_List }, endpoint: SEND };
	}

	async findings(deliveries: readonly Sms[]) {
		return this.find(deliveries, this);
	}

	take(batch: readonly Sms[]) {
		for (const { phoneNumber } of batch) this.sent.push(phoneNumber);
	}

	async deliver(messages: Sms[]) {
		if (!isNonEmpty(messages)) throw new Error('no messages');
		return deliver(messages, smsKind, this);
	}
}

/** What a listing tells that knows everything. */
const everything = (deliveries: readonly Sms[], { sent }: TestPlatform): Findings<Sms> => {
	const gone = deliveries.filter(({ phoneNumber }) => sent.includes(phoneNumber));
	return {
		sent: new Map(gone.map((sms) => [sms, { phoneNumber: sms.phoneNumber, status: 'Delivered' }])),
		absent: new Set(gone.length > 0 ? deliveries.filter((sms) => !gone.includes(sms)) : []),
	};
};

/** What became of each, in a word. */
const fates = (messages: readonly Sms[], outcomes: Map<Sms, Outcome>) =>
	messages.map((sms) => {
		const outcome = outcomes.get(sms);
		if (!outcome) return undefined;
		return outcome.ok ? 'sent' : outcome.failure.kind;
	});

describe('deliver', () => {
	it('finds the offending SMS without sending any other twice, whether the platform names it or not', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 60 }),
				fc.array(fc.nat({ max: 59 }), { maxLength: 4 }),
				fc.boolean(),
				async (count, badIndexes, names) => {
					const messages = messagesWith(texts(count));
					const bad = new Set(badIndexes.filter((index) => index < count).map((index) => messages[index]?.phoneNumber));
					const platform = new TestPlatform((batch) => {
						const culprit = batch.find(({ phoneNumber }) => bad.has(phoneNumber));
						return culprit && invalid(names ? `not valid (0${culprit.phoneNumber.slice(3)})` : 'not valid');
					});
					const outcomes = await platform.deliver(messages);
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
		const platform = new TestPlatform((batch) =>
			batch.some(({ itemIndex }) => itemIndex === 250)
				? refusedWith({ code: '9', fields: [{ field: 'phoneNumbers', message: 'Not valid (0600000250)' }, { field: 'phoneNumbers', message: 'other' }] })
				: undefined,
		);
		const outcomes = await platform.deliver(messages);
		expect(platform.requests).toBe(2);
		expect(platform.sent).toHaveLength(499);
		expect(outcomes.get(messages[250] as Sms)).toMatchObject({ ok: false, failure: { message: 'Not valid (0600000250)' } });
	});

	it.each<[string, Partial<Failure>]>([
		['a wrong key', { code: '10' }],
		['the sender', { code: '9', fields: [{ field: 'sender', message: 'too long' }] }],
		['the schedule among others', { code: '9', fields: [{ field: 'phoneNumbers', message: 'bad' }, { field: 'minute', message: 'missing' }] }],
		['a refusal without a body', { code: '403', httpStatus: 403 }],
		...[401, 403, 404, 405, 407, 413].map((httpStatus): [string, Partial<Failure>] => [`HTTP ${httpStatus} without a code`, { httpStatus }]),
		...['isUnicode', 'isStopSms', 'sandbox', 'sondageIdent'].map((field): [string, Partial<Failure>] => [
			field,
			{ code: '9', fields: [{ field, message: 'not valid' }] },
		]),
	])('does not take a batch apart over %s', async (_what, facts) => {
		const platform = new TestPlatform(() => refusedWith(facts));
		const outcomes = await platform.deliver(messagesWith(texts(5)));
		expect(platform.requests).toBe(1);
		expect([...outcomes.values()].every(({ ok }) => !ok)).toBe(true);
	});

	it('does not take a batch apart over the text when all share it, but does when each has its own', async () => {
		const tooLong = () => new TestPlatform((batch) => (batch.some(({ itemIndex }) => itemIndex === 0) ? refusedWith({ code: '52' }) : undefined));
		const shared = tooLong();
		await shared.deliver(messagesWith(['same', 'same', 'same']));
		expect(shared).toMatchObject({ requests: 1, sent: [] });
		const own = tooLong();
		await own.deliver(messagesWith(['a', 'b', 'c']));
		expect(own.sent).toHaveLength(2);
	});

	it.each<Failure['kind']>(['unknown', 'unreachable', 'rateLimited'])('never repeats or splits after "%s"', async (kind) => {
		const platform = new TestPlatform(() => ({ ok: false, failure: { kind, message: 'x', description: 'y' } }));
		const outcomes = await platform.deliver(messagesWith(texts(4)));
		expect(platform.requests).toBe(1);
		expect([...outcomes.values()]).toHaveLength(4);
	});

	it('loses nobody over a complaint about another field that quotes the number of a good recipient', async () => {
		const messages = messagesWith(texts(8));
		const bad = 6;
		const message = `Not allowed in the text: 0${messages[1]?.phoneNumber.slice(3)}`;
		const platform = new TestPlatform((batch) =>
			batch.some(({ itemIndex }) => itemIndex === bad) ? refusedWith({ code: '9', message, fields: [{ field: 'message', message }] }) : undefined,
		);
		const outcomes = await platform.deliver(messages);
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
		const platform = new TestPlatform((batch) => (batch.length === 4 ? invalid('no') : undefined));
		const outcomes = await deliver(messages, kind, platform);
		expect(platform.requests).toBe(3);
		expect(messages.map((sms) => outcomes.get(sms))).toEqual([
			...Array<unknown>(2).fill({ ok: false, failure: expect.objectContaining({ kind: 'unknown', code: 'UNREADABLE' }) }),
			...Array<unknown>(2).fill(expect.objectContaining({ ok: true })),
		]);
	});

	describe('when some of a refused request may have gone out', () => {
		const stop: Partial<Failure> = { code: '14', message: 'In the STOP list' };
		/** Has sent to all but the last, and refuses for its sake. */
		const allButLast = (batch: readonly Sms[], platform: TestPlatform) => {
			platform.take(batch.slice(0, -1));
			return refusedWith(stop);
		};

		it.each(['13', '14', '15', '55', '9', '4711', undefined])('sends nothing again after code %s, and says what makes it safe', async (code) => {
			const messages = messagesWith(texts(60));
			const platform = new TestPlatform((batch, self) => {
				self.take(batch.slice(0, -1));
				return refusedWith({ message: 'no', ...(code !== undefined && { code }) });
			});
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(1);
			expect(new Set(fates(messages, outcomes))).toEqual(new Set(['unknown']));
			expect(outcomes.get(messages[0] as Sms)).toMatchObject({ failure: { description: expect.stringContaining('Be careful.'), message: expect.stringContaining('no') } });
		});

		it('takes for sent who is listed, and for refused the only one who is not', async () => {
			const messages = messagesWith(texts(60));
			const platform = new TestPlatform(allButLast, everything);
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(1);
			expect(fates(messages, outcomes)).toEqual([...Array<string>(59).fill('sent'), 'refused']);
			expect(outcomes.get(messages[0] as Sms)).toMatchObject({ json: { status: 'delivered', messageId: null, segments: 1, skipped: null } });
			expect(outcomes.get(messages[59] as Sms)).toMatchObject({ failure: { code: '14', message: 'In the STOP list' } });
		});

		it('sends to those who have certainly got nothing, once, when the platform stops at the offender', async () => {
			const messages = messagesWith(texts(40));
			const offender = messages[20];
			const platform = new TestPlatform((batch, self) => {
				const at = batch.findIndex((sms) => sms === offender);
				if (at < 0) return undefined;
				self.take(batch.slice(0, at));
				return refusedWith({ ...stop, message: `0${offender?.phoneNumber.slice(3)}: STOP` });
			}, everything);
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(2);
			expect(fates(messages, outcomes).map((fate, index) => (index === 20 ? fate === 'refused' : fate === 'sent'))).toEqual(Array(40).fill(true));
			expect(platform.sent).toHaveLength(39);
		});

		it.each(['11', '500'])('starts nothing more after code %s', async (code) => {
			const messages = messagesWith(texts(4));
			const refuse = (batch: readonly Sms[], self: TestPlatform) => {
				self.take(batch.slice(0, 2));
				return refusedWith({ code });
			};
			const unheard = await new TestPlatform(refuse).deliver(messages);
			expect(fates(messages, unheard)).toEqual(Array(4).fill('unknown'));
			const platform = new TestPlatform(refuse, everything);
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(1);
			expect(fates(messages, outcomes)).toEqual(['sent', 'sent', 'refused', 'refused']);
			for (const outcome of [unheard.get(messages[0] as Sms), outcomes.get(messages[3] as Sms)]) expect(outcome).toMatchObject({ failure: { concernsAll: true, code } });
		});

		it('never overrules a sign of acceptance: who is listed with a success is sent, the others are unknown', async () => {
			const messages = messagesWith(texts(3));
			const listed = messages.map(({ phoneNumber }, index) => (index < 2 ? { success: true, code: 200, nbSms: 2, cost: 0.1, phoneNumber } : { success: false, code: 14, phoneNumber }));
			const signs = { success: false, code: 14, message_id: 7, SMSResponse_List: listed };
			const platform = new TestPlatform(() => ({ ok: false, failure: { kind: 'unknown', message: 'doubt', description: '', code: '14' }, signs }));
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(1);
			expect(fates(messages, outcomes)).toEqual(['sent', 'sent', 'unknown']);
			expect(outcomes.get(messages[0] as Sms)).toMatchObject({ json: { messageId: '7', segments: 2, cost: 0.1, status: 'waiting' } });
			expect(outcomes.get(messages[2] as Sms)).toMatchObject({ failure: { messageId: '7' } });
		});

		it('takes the only one who is neither listed in such an answer nor by the tag for refused, and the status by the tag for theirs', async () => {
			const messages = messagesWith(texts(3));
			const listed = messages.map(({ phoneNumber }, index) => (index < 2 ? { success: true, code: 200, nbSms: 2, cost: 0.1, phoneNumber } : { success: false, code: 14, phoneNumber }));
			const platform = new TestPlatform((batch, self) => {
				self.take(batch.slice(0, 2));
				const failure: Failure = { kind: 'unknown', message: 'doubt', description: '', code: '14', refusal: { kind: 'refused', message: 'In the STOP list', description: '', code: '14' } };
				return { ok: false, failure, signs: { success: false, code: 14, message_id: 7, SMSResponse_List: listed } };
			}, everything);
			const outcomes = await platform.deliver(messages);
			expect(fates(messages, outcomes)).toEqual(['sent', 'sent', 'refused']);
			expect(outcomes.get(messages[0] as Sms)).toMatchObject({ json: { messageId: '7', segments: 2, cost: 0.1, status: 'delivered' } });
			expect(outcomes.get(messages[2] as Sms)).toMatchObject({ failure: { message: 'In the STOP list', code: '14' } });
		});

		it('takes no list of complaints for a part of the list of those taken', async () => {
			const messages = messagesWith(texts(3));
			const failure: Failure = { kind: 'unknown', message: 'doubt', description: '', code: '9' };
			const signs = { success: false, code: 9, errors: [{ message: 'no' }], message_id: 7, SMSResponse_List: [{ success: true }, { success: true }] };
			const outcomes = await new TestPlatform(() => ({ ok: false, failure, signs })).deliver(messages);
			expect(fates(messages, outcomes)).toEqual(['unknown', 'unknown', 'unknown']);
		});

		it('claims nobody sent whom an answer lists as taken and as not taken', async () => {
			const messages = messagesWith(texts(2));
			const [first, second] = messages.map(({ phoneNumber }) => phoneNumber);
			const failure: Failure = { kind: 'unknown', message: 'doubt', description: '', code: '14' };
			const SMSResponse_List = [{ phoneNumber: first, success: false, code: 14 }, { phoneNumber: first, success: true }, { phoneNumber: second, success: true }];
			const outcomes = await new TestPlatform(() => ({ ok: false, failure, signs: { success: false, code: 14, message_id: 7, SMSResponse_List } })).deliver(messages);
			expect(fates(messages, outcomes)).toEqual(['unknown', 'sent']);
		});

		it.each([
			[2, 'It was not repeated. Be careful.'],
			[1, 'It was not repeated.'],
		])('says what makes it safe where %i of a request may have gone out', async (count, description) => {
			const messages = messagesWith(texts(count));
			const failure: Failure = { kind: 'unknown', message: 'doubt', description: 'It was not repeated.', code: '14' };
			const outcomes = await new TestPlatform(() => ({ ok: false, failure, signs: { success: false, code: 14, message_id: 7 } })).deliver(messages);
			expect(outcomes.get(messages[0] as Sms)).toMatchObject({ failure: { kind: 'unknown', description } });
		});

		it('takes apart in 40 requests at the most, and names the rest as not started', async () => {
			const messages = messagesWith(texts(500));
			const platform = new TestPlatform(() => invalid('no'));
			const outcomes = await platform.deliver(messages);
			expect(platform.requests).toBe(40);
			expect(outcomes.size).toBe(500);
			expect(new Set(fates(messages, outcomes))).toEqual(new Set(['notStarted']));
			expect(platform.sent).toEqual([]);
		});

		it('never sends twice, whatever subset the platform sends to before it refuses, in whatever way', async () => {
			const codes = fc.constantFrom(...['1', '4', '10', '11', '13', '14', '15', '20', '44', '55', '77', '96', '500', '992', 'NOT_CREDIT', undefined]);
			const kinds = fc.constantFrom<Failure['kind']>('refused', 'refused', 'refused', 'unknown', 'unreachable');
			const answers = fc.infiniteStream(fc.record({ code: codes, kind: kinds, keep: fc.integer({ min: 0, max: 0b11111111 }), takes: fc.boolean(), names: fc.boolean() }));
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 1, max: 30 }), answers, fc.boolean(), async (count, stream, isListed) => {
					const messages = messagesWith(texts(count));
					const platform = new TestPlatform((batch, self) => {
						const { code, kind, keep, takes, names } = stream.next().value ?? {};
						if (takes) return undefined;
						if (kind !== 'unreachable') self.take(batch.filter(({ itemIndex }) => (keep ?? 0) & (1 << itemIndex % 8)));
						const message = names ? `no: ${batch[0]?.phoneNumber}` : 'no';
						return { ok: false, failure: { kind: kind ?? 'refused', message, description: '', ...(code !== undefined && { code }) } };
					}, isListed ? everything : undefined);
					const outcomes = await platform.deliver(messages);
					expect(platform.sent).toHaveLength(new Set(platform.sent).size);
					expect(outcomes.size).toBe(count);
					for (const [sms, outcome] of outcomes) {
						const isSure = outcome.ok || outcome.failure.kind === 'notStarted';
						if (isSure) expect([sms.phoneNumber, platform.sent.includes(sms.phoneNumber)]).toEqual([sms.phoneNumber, outcome.ok]);
					}
				}),
			);
		});
	});
});
