import { requireText } from '../../nodes/SmsPartner/values/requireText';

describe('requireText', () => {
	it.each([
		[' abc ', 'abc'],
		[12, '12'],
		['Zoé \ud83d', 'Zoé'],
		['\ufeffZoe\u0301\u00a0B\u200b\u2009', 'Zoé B'],
	])('reads %j', (input, value) => {
		expect(requireText(input, 'Token', 'Fill it in.')).toEqual({ ok: true, value });
	});

	it.each(['', '  ', '\ud83d', '\u200b', undefined, null, {}, []])('says that %j is empty, and what to do', (input) => {
		expect(requireText(input, 'Token', 'Fill it in.')).toEqual({ ok: false, message: 'Token is empty', description: 'Fill it in.' });
	});
});
