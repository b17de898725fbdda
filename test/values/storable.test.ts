import { storable, storableText } from '../../nodes/SmsPartner/values/storable';

test.each([
	['Merci 😀', 'Merci 😀'],
	['NUL \0', 'NUL \ufffd'],
	['half \ud83d', 'half \ufffd'],
	['\ude00\ud83d', '\ufffd\ufffd'],
	['\u0001\u202e\uffff', '\u0001\u202e\uffff'],
])('%j is %j', (text, expected) => {
	expect(storableText(text)).toBe(expected);
});

test('reaches names and values at any depth, and leaves the rest', () => {
	expect(storable({ '\0': [{ a: '\ud800' }, 1, null], b: true })).toEqual({ '\ufffd': [{ a: '\ufffd' }, 1, null], b: true });
});
