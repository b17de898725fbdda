import { toBroadcast } from '../../nodes/SmsPartner/sending/broadcast';
import { voiceDeparture, voiceKind } from '../../nodes/SmsPartner/sending/voice';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { parseSchedule } from '../../nodes/SmsPartner/values/schedule';

const now = new Date('2026-01-15T12:00:00Z');

test.each([
	['2026-02-01T10:00:00Z', '2026-02-01 11:00:00'],
	['2026-07-01T22:03:00Z', '2026-07-02 00:05:00'],
	['2026-10-25T01:00:00Z', '2026-10-25 03:00:00'],
])('%s leaves at %s in Paris', (instant, scheduledDate) => {
	const schedule = parseSchedule(instant, 'UTC', now);
	expect(schedule.ok && voiceDeparture(schedule.value)).toEqual({ scheduledDate });
});

test('without a schedule it leaves at once', () => {
	expect(voiceDeparture(undefined)).toEqual({});
});

describe('the shares of an answer', () => {
	const kind = voiceKind('/tts/send', () => ({}));
	const broadcast = toBroadcast({}, {}, { defaultCountry: 'FR', batchSize: 500 });

	function costs(numbers: string[], body: Record<string, unknown>) {
		const batch = numbers.map((phoneNumber, itemIndex) => ({ itemIndex, phoneNumber, broadcast }));
		if (!isNonEmpty(batch)) throw new Error('no deliveries');
		const outcomes = kind.read(batch, body);
		return batch.map((delivery) => {
			const outcome = outcomes.get(delivery);
			return outcome?.ok ? outcome.json.cost : undefined;
		});
	}

	it.each([
		['each country its own', { cost: 1, detail: { 33: { cost: 0.3 }, 1: { cost: 0.2 }, 1868: { cost: 0.5 } } }, [0.15, 0.2, 0.5, 0.15]],
		['the whole where one country is missing', { cost: 1, detail: { 33: { cost: 0.3 } } }, [0.25, 0.25, 0.25, 0.25]],
		['the whole without any detail', { cost: 1 }, [0.25, 0.25, 0.25, 0.25]],
		['nothing where nothing is said', {}, [null, null, null, null]],
	])('are %s', (_what, body, expected) => {
		expect(costs(['+33612345678', '+12025550123', '+18682345678', '+33712345678'], body)).toEqual(expected);
	});
});
