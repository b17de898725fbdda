import { requireText } from '../../nodes/SmsPartner/values/requireText';

describe('requireText', () => {
	it.each([
		[' abc ', 'abc'],
		[12, '12'],
		['Zoé \ud83d', 'Zoé'],
	])('reads %j', (input, value) => {
		expect(requireText(input, 'Token', 'Fill it in.')).toEqual({ ok: true, value });
	});

	it.each(['', '  ', '\ud83d', undefined, null, {}, []])('says that %j is empty, and what to do', (input) => {
		expect(requireText(input, 'Token', 'Fill it in.')).toEqual({ ok: false, message: 'Token is empty', description: 'Fill it in.' });
	});
});
