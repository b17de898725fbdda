import { infoHints, roundedSchedule } from '../../nodes/SmsPartner/running/hints';
import { parseSchedule } from '../../nodes/SmsPartner/values/schedule';

describe('infoHints', () => {
	it('shows what there is to say, in at most 120 characters each', () => {
		expect(infoHints(undefined, 'one', 'x'.repeat(200))).toEqual(['one', 'x'.repeat(120)].map((message) => ({ message, location: 'outputPane', type: 'info' })));
	});
});

describe('roundedSchedule', () => {
	const at = (time: string) => {
		const schedule = parseSchedule(time, 'Europe/Paris', new Date('2026-01-01T00:00:00Z'));
		return schedule.ok ? schedule.value : undefined;
	};

	it('names the first that was moved', () => {
		expect(roundedSchedule([undefined, at('2026-02-01T10:00'), at('2026-02-01T10:01')])).toContain('2026-02-01T10:05:00+01:00');
	});

	it('says nothing when none was', () => {
		expect(roundedSchedule([undefined, at('2026-02-01T10:00')])).toBeUndefined();
	});
});
