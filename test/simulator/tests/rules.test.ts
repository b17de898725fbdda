import { Refusal } from '../refusal';
import { anyForm, readNumber, roundEuros, segmentPrice } from '../rules/numbers';
import { readSchedule } from '../rules/schedule';
import { countSegments } from '../rules/text';

describe('numbers', () => {
	it.each([
		['0612345678', '+33612345678', '0612345678', 'FR'],
		['+33612345678', '+33612345678', '0612345678', 'FR'],
		['+4915112345678', '+4915112345678', '+4915112345678', 'DE'],
		['+212620123456', '+212620123456', '+212620123456', 'MA'],
	])('reads %s', (written, e164, national, country) => {
		expect(readNumber(written)).toEqual({ e164, national, country });
	});

	it.each(['922264', '33612345678', '0033612345678', '06 12 34 56 78', '+33 612345678', '+336', 'abc', ''])(
		'refuses %j',
		(written) => expect(readNumber(written)).toBeUndefined(),
	);

	it('understands people who write numbers their own way', () => {
		expect(anyForm('06 12 34 56 78')).toBe('+33612345678');
		expect(anyForm('nobody')).toBe('nobody');
	});

	it('prices France, abroad, and no country at all', () => {
		expect([segmentPrice('FR'), segmentPrice('DE'), segmentPrice(undefined)]).toEqual([0.045, 0.075, undefined]);
		expect(roundEuros(0.1 + 0.2)).toBe(0.3);
	});
});

describe('segments', () => {
	it.each([
		['160 characters', 'a'.repeat(160), false, 1],
		['161 characters', 'a'.repeat(161), false, 2],
		['two blocks of 153', 'a'.repeat(306), false, 2],
		['one more', 'a'.repeat(307), false, 3],
		['a line break as two', `${'a'.repeat(158)}:br:`, false, 1],
		['a line break too many', `${'a'.repeat(159)}:br:`, false, 2],
		['a euro sign as two', `${'a'.repeat(158)}:euro:`, false, 1],
		['a euro sign too many', `${'a'.repeat(159)}:euro:`, false, 2],
		['removed characters as none', `${'a'.repeat(160)}|~^`, false, 1],
		['a ligature as two', `${'a'.repeat(159)}œ`, false, 2],
		['brackets as one, for they become parentheses', `${'a'.repeat(158)}[]`, false, 1],
		['70 Unicode characters', 'я'.repeat(70), true, 1],
		['71 Unicode characters', 'я'.repeat(71), true, 2],
		['Unicode blocks of 67', 'я'.repeat(135), true, 3],
		['an emoji as two', `${'я'.repeat(69)}\u{1F600}`, true, 2],
	])('counts %s', (_what, message, unicode, segments) => {
		expect(countSegments(message, unicode)).toBe(segments);
	});
});

describe('schedule', () => {
	const now = new Date('2026-06-01T10:00:00Z');
	const trio = { scheduledDeliveryDate: '21/10/2026', time: 9, minute: 0 };
	const at = (fields: object) => readSchedule({ ...trio, ...fields }, now).at?.toUTC().toISO();

	it('is Paris wall time, in summer and in winter', () => {
		expect(at({})).toBe('2026-10-21T07:00:00.000Z');
		expect(at({ scheduledDeliveryDate: '21/12/2026' })).toBe('2026-12-21T08:00:00.000Z');
		expect(at({ time: 24 })).toBe('2026-10-21T22:00:00.000Z');
	});

	it('may be text, and may be absent', () => {
		expect(at({ time: '9', minute: '05' })).toBe('2026-10-21T07:05:00.000Z');
		expect(readSchedule({}, now)).toEqual({ problems: [] });
	});

	it.each([
		['the date missing', { scheduledDeliveryDate: undefined }, 45],
		['minutes that are none', { minute: 'x' }, 47],
		['60 minutes', { minute: 60 }, 47],
		['minutes off the step', { minute: 7 }, 48],
		['another date format', { scheduledDeliveryDate: '2026-10-21' }, 49],
		['a day that does not exist', { scheduledDeliveryDate: '31/02/2027' }, 49],
	])('refuses %s', (_what, fields, code) => {
		expect(() => at(fields)).toThrow(expect.objectContaining({ code }));
		expect(() => at(fields)).toThrow(Refusal);
	});

	it.each([
		['the past', { scheduledDeliveryDate: '31/05/2026' }, ['scheduledDeliveryDate']],
		['this very minute', { scheduledDeliveryDate: '01/06/2026', time: 12 }, ['scheduledDeliveryDate']],
		['no hour', { time: undefined }, ['time']],
		['hour 25', { time: 25 }, ['time']],
		['no minute', { minute: undefined }, ['minute']],
	])('lists %s', (_what, fields, problems) => {
		const schedule = readSchedule({ ...trio, ...fields }, now);
		expect(schedule.at).toBeUndefined();
		expect(schedule.problems.map((problem) => problem.field)).toEqual(problems);
	});
});
