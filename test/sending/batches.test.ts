import fc from 'fast-check';

import { planBatches } from '../../nodes/SmsPartner/sending/batches';
import type { Sms } from '../../nodes/SmsPartner/sending/sms';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import { messagesWith, plainSettings } from './messages';

const plan = (messages: Sms[]) => planBatches(messages, smsKind);
const texts = (count: number) => Array.from({ length: count }, (_, index) => `Text ${index}`);

describe('planBatches', () => {
	it.each([
		[1, 500, 1],
		[500, 500, 1],
		[501, 500, 2],
		[1200, 500, 3],
		[10_000, 500, 20],
		[7, 2, 4],
	])('puts %i SMS in batches of %i into %i requests', (count, batchSize, requests) => {
		expect(plan(messagesWith(texts(count), { ...plainSettings, batchSize }))).toHaveLength(requests);
	});

	it('keeps the order of the input', () => {
		const messages = messagesWith(texts(1200));
		expect(plan(messages).flat()).toEqual(messages);
	});

	it('puts SMS with other settings into other batches, and equal settings of different origin into one', () => {
		const [first, second, third] = messagesWith(['a', 'b', 'c']);
		if (!first || !second || !third) throw new Error('three messages expected');
		const batches = plan([
			{ ...first, settings: { ...plainSettings, tag: 'x' } },
			{ ...second, settings: { ...plainSettings } },
			{ ...third, settings: { ...plainSettings, tag: 'x' } },
		]);
		expect(batches.map((batch) => batch.map(({ text }) => text))).toEqual([['a', 'c'], ['b']]);
	});

	it('lets schedules that meet at the same 5-minute step share a request', () => {
		const schedule = { instant: '2026-12-01T10:05:00+01:00', scheduledDeliveryDate: '01/12/2026', time: 10, minute: 5 };
		const [first, second] = messagesWith(['a', 'b']);
		if (!first || !second) throw new Error('two messages expected');
		const batches = plan([
			{ ...first, settings: { ...plainSettings, schedule: { ...schedule, rounded: true } } },
			{ ...second, settings: { ...plainSettings, schedule: { ...schedule, rounded: false } } },
		]);
		expect(batches).toHaveLength(1);
	});

	it('sends each SMS from a virtual number on its own, as /vn/send takes one recipient', () => {
		const batches = plan(messagesWith(texts(3), { ...plainSettings, virtualNumber: '33644000000' }));
		expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
	});

	it('never puts a number twice into a batch, loses none and fills batches up to their size', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (numbers, batchSize) => {
				const messages = messagesWith(texts(numbers.length), { ...plainSettings, batchSize }).map((job, index) => ({
					...job,
					phoneNumber: String(numbers[index]),
				}));
				const batches = plan(messages);
				expect(new Set(batches.flat()).size).toBe(messages.length);
				for (const batch of batches) {
					expect(batch.length).toBeLessThanOrEqual(batchSize);
					expect(new Set(batch.map(({ phoneNumber }) => phoneNumber)).size).toBe(batch.length);
				}
				const repeats = Math.max(0, ...numbers.map((number) => numbers.filter((other) => other === number).length));
				if (numbers.length > 0 && repeats === 1) expect(batches).toHaveLength(Math.ceil(numbers.length / batchSize));
			}),
		);
	});
});
