import { accept, refuse } from '../../nodes/SmsPartner/values/checked';
import { checkOption, isHole } from '../../nodes/SmsPartner/values/option';

const check = (value: unknown) => accept([value]);

test.each([{}, { tag: '' }])('an option that is not added, or added and left empty, is not given: %j', (options) => {
	expect(checkOption(options, 'tag', 'Tag', check)).toEqual({ ok: true, value: undefined });
	expect(isHole(options, 'tag')).toBe(false);
});

test.each([{ tag: null }, { tag: undefined }])('an option whose expression gives nothing is refused: %p', (options) => {
	expect(checkOption(options, 'tag', 'Tag', check)).toEqual({ ok: false, message: '"Tag" is empty', description: expect.stringContaining('gives nothing on this item') });
	expect(isHole(options, 'tag')).toBe(true);
});

test.each([0, false, ' ', 'x', []])('any other is checked: %j', (tag) => {
	expect(checkOption({ tag }, 'tag', 'Tag', check)).toEqual({ ok: true, value: [tag] });
	expect(checkOption({ tag }, 'tag', 'Tag', () => refuse('no', 'no'))).toEqual(refuse('no', 'no'));
});

test('a name that every object has is no option', () => {
	expect(isHole({}, 'toString')).toBe(false);
});
