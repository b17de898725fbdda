import { isTooDeep, MAX_LEVELS } from '../../nodes/SmsPartner/values/nesting';

const nested = (levels: number, inner: unknown = 1) => JSON.parse(`${'[{"a":'.repeat(levels / 2)}${JSON.stringify(inner)}${'}]'.repeat(levels / 2)}`) as unknown;

test.each([1, 'text', null, undefined, [], {}, { a: [1, { b: 2 }] }, nested(MAX_LEVELS)])('is passed on: %.40j', (value) => {
	expect(isTooDeep(value)).toBe(false);
});

test.each([MAX_LEVELS + 2, 1_000, 200_000])('%i levels are too many', (levels) => {
	expect(isTooDeep(nested(levels))).toBe(true);
	expect(isTooDeep([1, { a: 1, b: nested(levels) }])).toBe(true);
});
