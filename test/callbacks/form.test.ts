import { readForm, readQuery } from '../../nodes/SmsPartner/callbacks/form';

describe('readForm', () => {
	test.each([
		['a=1&b=2', { a: '1', b: '2' }],
		['a=1&a=2&&b', { a: ['1', '2'], b: '' }],
		['a=x=y&=z', { a: 'x=y', '': 'z' }],
		['text=Tu+viens%3F%0A%26+oui', { text: 'Tu viens?\n& oui' }],
		['text=%C3%A9t%C3%A9', { text: 'été' }],
		['text=%E9t%E9&name%E9=%92', { text: 'été', 'nameé': '’' }],
		['text=%E9&keyword=%C3%89', { text: 'é', keyword: 'É' }],
		['text=%zz%4', { text: '%zz%4' }],
		['text=\xe9t\xe9', { text: 'été' }],
		['__proto__=1', Object.fromEntries([['__proto__', '1']])],
	])('reads %s', (form, fields) => {
		expect(readForm(form)).toEqual(fields);
	});

	test('reads bytes that are no UTF-8 in the charset that is declared', () => {
		expect(readForm('text=%A4', 'iso-8859-15')).toEqual({ text: '€' });
	});

	test('reads nothing of a form with too many fields, rather than a part', () => {
		expect(Object.keys(readForm(Array.from({ length: 10_000 }, (_, index) => `${index}=1`).join('&')) ?? {})).toHaveLength(10_000);
		expect(readForm('a&'.repeat(10_000))).toBeUndefined();
	});
});

describe('readQuery', () => {
	test.each([
		['/reply', {}],
		['/reply?', {}],
		['/reply?text=%E9&to=1', { text: 'é', to: '1' }],
		['/reply?customer=42?msisdn=33612345678&text=Oui', { customer: '42', msisdn: '33612345678', text: 'Oui' }],
		['/voice-status?customer=42?campaign_token=a?campaign_id=b', { customer: '42', campaign_token: 'a', campaign_id: 'b' }],
		['/reply?wait=abc?Type=stop&phone_number=1', { wait: 'abc', Type: 'stop', phone_number: '1' }],
		['/reply??type=stop', { type: 'stop' }],
		['/reply?text=Tu%20viens?&to=1', { text: 'Tu viens?', to: '1' }],
		['/reply?text=Quoi?%20type&to=1', { text: 'Quoi? type', to: '1' }],
		['/reply?next=https://example.com/?page=2', { next: 'https://example.com/?page=2' }],
	])('reads %s', (url, fields) => {
		expect(readQuery(url)).toEqual(fields);
	});
});
