import fc from 'fast-check';

import { checkSender, checkTag, checkUrl } from '../../nodes/SmsPartner/values/sender';

const refusedWith = (message: string | RegExp, description: RegExp) => ({
	ok: false,
	message: typeof message === 'string' ? message : expect.stringMatching(message),
	description: expect.stringMatching(description),
});

describe('checkSender', () => {
	test.each<[unknown, string]>([
		['abc', 'abc'],
		['MyShop', 'MyShop'],
		['My Shop 24h', 'My Shop 24h'],
		[' MyShop ', 'MyShop'],
		['36shop', '36shop'],
		['\ufeffMy\u00a0Sh\u200bop\u2009', 'My Shop'],
	])('accepts %p', (input, value) => {
		expect(checkSender(input)).toEqual({ ok: true, value });
	});

	test.each<[unknown, string, RegExp]>([
		['AB', '"Sender" has 2 characters: "AB"', /3 to 11/],
		['A', '"Sender" has 1 character: "A"', /3 to 11/],
		['ABCDEFGHIJKL', '"Sender" has 12 characters: "ABCDEFGHIJKL"', /3 to 11/],
		['Café-Bar!', '"Sender" holds characters that are not allowed: é - !', /unaccented letters, digits and spaces/],
		['My\u2800Shop\u0301', '"Sender" holds characters that are not allowed: U+2800 ṕ', /unaccented/],
		['\u200b', '"Sender" is empty', /remove the option/],
		['+336123', '"Sender" holds characters that are not allowed: +', /unaccented/],
		[36111, '"Sender" holds no letter: "36111"', /name of your brand/],
		['0612345678', '"Sender" holds no letter: "0612345678"', /name of your brand/],
		['06 12 34 56 78', '"Sender" holds no letter: "06 12 34 56 78"', /name of your brand/],
		['36 111', '"Sender" holds no letter: "36 111"', /name of your brand/],
		['', '"Sender" is empty', /remove the option/],
		[' ', '"Sender" is empty', /remove the option/],
		[{}, '"Sender" is empty', /remove the option/],
	])('refuses %p', (input, message, description) => {
		expect(checkSender(input)).toEqual(refusedWith(message, description));
	});
});

describe('checkTag', () => {
	test.each<[unknown, string]>([
		['spring-sale', 'spring-sale'],
		['a', 'a'],
		['12345678901234567890', '12345678901234567890'],
		['été_2026', 'été_2026'],
		['e\u0301te\u0301\u200b_2026\u00a0', 'été_2026'],
		[2026, '2026'],
	])('accepts %p', (input, value) => {
		expect(checkTag(input)).toEqual({ ok: true, value });
	});

	test.each<[unknown, string, RegExp]>([
		['spring sale', '"Tag" holds a space: "spring sale"', /for example spring-sale\.$/],
		['spring\u00a0sale', '"Tag" holds a space: "spring sale"', /for example spring-sale\.$/],
		['\u200b\u00a0', '"Tag" is empty', /remove the option/],
		['Spring', '"Tag" holds capital letters: "Spring"', /for example spring\.$/],
		['123456789012345678901', '"Tag" has 21 characters: "123456789012345678901"', /at most 20 .* 12345678901234567890\.$/],
		['', '"Tag" is empty', /remove the option/],
	])('refuses %p', (input, message, description) => {
		expect(checkTag(input)).toEqual(refusedWith(message, description));
	});

	test('suggests a tag that it accepts', () => {
		const wordy = fc.string({ unit: fc.constantFrom('A', 'b', ' ', '7', '-', 'É'), minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(wordy, (input) => {
				const result = checkTag(input);
				const [, suggestion] = result.ok ? [] : (/for example (.+)\.$/.exec(result.description) ?? []);
				if (suggestion !== undefined) expect(checkTag(suggestion)).toEqual({ ok: true, value: suggestion });
			}),
		);
	});
});

describe('checkUrl', () => {
	test.each([
		'https://n8n.example.com/webhook/abc/delivery-report',
		'http://127.0.0.1:5678/webhook/x?token=1&b=2',
		'HTTPS://example.com',
	])('accepts %s', (url) => {
		expect(checkUrl(` ${url}\u200b `, 'Reply URL')).toEqual({ ok: true, value: url });
	});

	test.each<[unknown]>([
		['example.com/webhook'],
		['ftp://example.com'],
		['javascript:alert(1)'],
		['https://'],
		['https://exa mple.com'],
		['https://example.com/a b'],
	])('refuses %p', (url) => {
		expect(checkUrl(url, 'Reply URL')).toEqual(refusedWith(`"Reply URL" is not a web address: "${String(url)}"`, /https:\/\//));
	});

	test.each(['https://x.example/{{$json.id}}', 'https://n8n.example.com/webhook/{{ $json.id }}/reply', '{{ $json.url }}', 'https://x.example/?to={{id}}'])(
		'refuses %s, which nothing fills in',
		(url) => {
			expect(checkUrl(url, 'Reply URL')).toEqual(refusedWith(`"Reply URL" holds an expression that is not evaluated: "${url}"`, /from Fixed to Expression/));
		},
	);

	test('names the field that is empty', () => {
		expect(checkUrl('', 'Delivery Report URL')).toEqual(refusedWith('"Delivery Report URL" is empty', /remove the option/));
	});
});
