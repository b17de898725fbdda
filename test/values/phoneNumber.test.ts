import fc from 'fast-check';

import { COUNTRIES } from '../../nodes/SmsPartner/values/countries';
import { displayPhoneNumber, parsePhoneNumber, splitRecipients } from '../../nodes/SmsPartner/values/phoneNumber';
import { isPossible } from '../../nodes/SmsPartner/values/phoneReadings';

const french = '+33612345678';

/** The E.164 number, or undefined when it was refused. */
function parsed(input: unknown, country = 'FR'): string | undefined {
	const result = parsePhoneNumber(input, country);
	return result.ok ? result.value : undefined;
}

function refusal(input: unknown, country = 'FR'): { message: string; description: string } {
	const result = parsePhoneNumber(input, country);
	if (result.ok) throw new Error(`accepted as ${result.value}`);
	return result;
}

describe('parsePhoneNumber reads a French mobile written as', () => {
	test.each<[string, unknown]>([
		['E.164', '+33612345678'],
		['national', '0612345678'],
		['pairs with spaces', '06 12 34 56 78'],
		['a sheet with a decimal comma', '612345678,0'],
		['pairs with dots', '06.12.34.56.78'],
		['pairs with dashes', '06-12-34-56-78'],
		['pairs with slashes', '06/12/34/56/78'],
		['non-breaking spaces', '06\u00a012\u202f34\u200956\u00a078'],
		['typographic dashes', '06–12—34‑56−78'],
		['bidi marks of a contact app', '\u202a+33 6 12 34 56 78\u202c'],
		['zero-width marks', '\u200b06\u200d12\ufeff345678'],
		['full-width digits', '０６１２３４５６７８'],
		['a full-width plus', '＋33612345678'],
		['Arabic digits', '٠٦١٢٣٤٥٦٧٨'],
		['00 prefix', '00 33 6 12 34 56 78'],
		['no plus', '33612345678'],
		['a trunk zero in brackets', '+33 (0)6 12 34 56 78'],
		['a trunk zero in brackets, without plus', '33 (0)6 12 34 56 78'],
		['a trunk zero after the country code', '+330612345678'],
		['brackets around the country code', '(+33) 6 12 34 56 78'],
		['a tel: link', 'tel:+33-6-12-34-56-78'],
		['a JavaScript number', 33612345678],
		['a mobile that lost its zero', '612345678'],
		['a mobile that lost its zero, as a number', 612345678],
		['a bigint', 33612345678n],
		['a decimal number of a data frame', '33612345678.0'],
		["a spreadsheet's text mark", "'0612345678"],
		['surrounding white space', '\n  0612345678\t'],
	])('%s', (_form, input) => {
		expect(parsed(input)).toBe(french);
	});
});

test.each([
	['0690123456', '+590690123456'],
	['0691223456', '+590691223456'],
	['0692123456', '+262692123456'],
	['0693123456', '+262693123456'],
	['0639012345', '+262639012345'],
	['0694123456', '+594694123456'],
	['0696123456', '+596696123456'],
	['0697123456', '+596697123456'],
	['690123456', '+590690123456'],
	['0695123456', '+33695123456'],
	['0698123456', '+33698123456'],
	['0709001234', '+590709001234'],
	['0709101234', '+596709101234'],
	['0709201234', '+262709201234'],
	['0709301234', '+594709301234'],
	['0709351234', '+262709351234'],
])('overseas France dialled from France: %s is %s', (input, expected) => {
	expect(parsed(input, 'FR')).toBe(expected);
});

test.each([
	['RE', '0612345678', '+33612345678'],
	['RE', '0690123456', '+590690123456'],
	['GP', '0142345678', '+33142345678'],
	['GP', '0590123456', '+590590123456'],
	['MQ', '0696123456', '+596696123456'],
])('one numbering plan, dialled from %s: %s is %s', (country, input, expected) => {
	expect(parsed(input, country)).toBe(expected);
});

test.each([
	['BE', '0470 12 34 56', '+32470123456'],
	['BE', '470123456', '+32470123456'],
	['be', '0470123456', '+32470123456'],
	['IT', '06 1234 5678', '+390612345678'],
	['IT', '+39 (0)6 12345678', '+390612345678'],
	['IT', '390 333 1234', '+393903331234'],
	['IT', '393331234567', '+393331234567'],
	['ES', '+34 (0)612 345 678', '+34612345678'],
	['US', '(201) 555-0123', '+12015550123'],
	['US', '1-201-555-0123', '+12015550123'],
	['US', '011 33 6 12 34 56 78', '+33612345678'],
	['CI', '07 08 12 34 56', '+2250708123456'],
	['HU', '06 20 123 4567', '+36201234567'],
	['MC', '06 12 34 56 78', '+377612345678'],
	['FR', '+61 (0)412 345 678', '+61412345678'],
	['XX', '+33 6 12 34 56 78', '+33612345678'],
])('default country %s: %s is %s', (country, input, expected) => {
	expect(parsed(input, country)).toBe(expected);
});

describe('parsePhoneNumber refuses', () => {
	test.each<[unknown, RegExp, RegExp]>([
		['06 12 34', /^"06 12 34" is not a possible phone number$/, /write it as 0612345678 or \+33612345678/],
		['06123456789', /not a possible/, /0612345678/],
		['+3361234567', /not a possible/, /\+33612345678: look for missing or extra digits/],
		['+336123456789', /not a possible/, /\+33612345678/],
		['+33012345678', /not a possible/, /\+33612345678/],
		['0033612', /not a possible/, /\+33612345678/],
		['+0612345678', /not a possible/, /country code/],
		['+9991234', /not a possible/, /8 to 15 digits/],
		['+9991234567890123', /not a possible/, /8 to 15 digits/],
		['142345678', /not a possible/, /0142345678/],
		['32470123456', /not a possible/, /already in it, write \+32470123456/],
		['', /is empty$/, /0612345678/],
		['   ', /is empty$/, /./],
		['\u200b', /is empty$/, /./],
		[undefined, /is empty$/, /./],
		[null, /is empty$/, /./],
		['call me', /^"call me" is no phone number: it holds letters$/, /digits/],
		['{{ $json.Tél }}', /an expression that n8n does not evaluate/, /from Fixed to Expression/],
		['06 12 34 5O 78', /holds letters/, /digits/],
		['+336XXXXXXX1', /holds letters/, /digits/],
		['0612345678, 0698765432', /several phone numbers/, /commas/],
		['0612345678;0698765432', /several phone numbers/, /commas/],
		['0612345678\n0698765432', /several phone numbers/, /commas/],
		['06 12 34 56 78 06 98 76 54 32', /several phone numbers/, /commas/],
		['+33612345678+33698765432', /several phone numbers/, /commas/],
		['+33612+345678', /several phone numbers/, /commas/],
		['3,36E+10', /calculated number/, /format the column as text/],
		['#0612345678', /not a possible/, /^It holds #/],
		['--', /not a possible/, /no digits/],
		[-612345678, /calculated number/, /./],
		[612345678.5, /calculated number/, /./],
		[Number.NaN, /calculated number|letters/, /./],
		[['0612345678'], /neither text nor a number/, /./],
		[{ phone: '0612345678' }, /neither text nor a number/, /./],
		[true, /neither text nor a number/, /./],
	])('%p', (input, message, description) => {
		const refused = refusal(input);
		expect(refused.message).toMatch(message);
		expect(refused.description).toMatch(description);
	});

	test('a national number of a country whose rules are not known', () => {
		expect(refusal('0412345678', 'AU')).toMatchObject({
			message: '"0412345678" needs its country code',
			description: expect.stringContaining('with + and the country code'),
		});
	});

	test('a number with two readings, naming both', () => {
		expect(refusal('+39 (0)333 1234567').message).toBe(
			'"+39 (0)333 1234567" can be read as +3903331234567 and as +393331234567',
		);
	});

	test('a very long text without repeating all of it', () => {
		expect(refusal('x'.repeat(10_000)).message.length).toBeLessThan(100);
	});
});

const iso = fc.constantFrom(...COUNTRIES.keys());
const anyMobile = iso.chain((country) => {
	const { callingCode = '', example = '' } = COUNTRIES.get(country) ?? {};
	return fc
		.integer({ min: 0, max: 999 })
		.map((tail) => ({ country, number: `+${callingCode}${example.slice(0, -3)}${String(tail).padStart(3, '0')}` }));
});
const noise = fc.constantFrom('', ' ', '.', '-', '/', '\u00a0', '\u200e', ' - ');

test('reading what was read changes nothing', () => {
	const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789+ ()') }), fc.integer(), anyMobile.map(({ number }) => number.slice(1)));
	fc.assert(
		fc.property(text, iso, (input, country) => {
			const first = parsed(input, country);
			if (first !== undefined) expect(parsed(first, country)).toBe(first);
		}),
	);
});

test('separators and invisible marks do not change the number', () => {
	fc.assert(
		fc.property(anyMobile, fc.array(noise, { minLength: 16, maxLength: 16 }), iso, ({ number }, gaps, elsewhere) => {
			const noisy = [...number].map((digit, index) => (index === 0 ? digit : `${gaps[index] ?? ''}${digit}`)).join('');
			expect(parsed(noisy, elsewhere)).toBe(number);
		}),
	);
});

test('whatever comes in, the answer is E.164 or a refusal that says what to do', () => {
	fc.assert(
		fc.property(fc.anything(), iso, (input, country) => {
			const result = parsePhoneNumber(input, country);
			if (result.ok) expect(result.value).toMatch(/^\+[1-9]\d{7,14}$/);
			else expect([result.message, result.description]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
		}),
	);
});

test.each<[unknown, unknown[]]>([
	['0612345678', ['0612345678']],
	['0612345678, 0698765432', ['0612345678', '0698765432']],
	['a;b\nc\r\nd,,;\n e ', ['a', 'b', 'c', 'd', 'e']],
	['a, a', ['a', 'a']],
	['612345678,0', ['612345678,0']],
	['33612345678,00;6,12E+08\n0612345678,0612345679', ['33612345678,00', '6,12E+08', '0612345678', '0612345679']],
	[['a', ['b, c', [3]]], ['a', 'b', 'c', 3]],
	[612345678, [612345678]],
	[' , ;\n\u200b', []],
	['', []],
	[[], []],
	[undefined, []],
	[[null, undefined, ''], []],
	[{ phone: 'a' }, [{ phone: 'a' }]],
])('splitRecipients(%p) is %p', (input, expected) => {
	expect(splitRecipients(input)).toEqual(expected);
});

test.each<[unknown, string | undefined]>([
	['+33612345678', french],
	['33612345678', french],
	[33612345678, french],
	['0033612345678', french],
	['0612345678', french],
	['0690123456', '+590690123456'],
	['32470123456', '+32470123456'],
	['61412345678', '+61412345678'],
	// Masked numbers of the documentation, short codes and senders stay as they are.
	['+336....', '+336....'],
	['+3300000000', '+3300000000'],
	['006.........', '006.........'],
	[' 33xxxxxxxxx ', '33xxxxxxxxx'],
	['36111', '36111'],
	['MyShop', 'MyShop'],
	// The platform writes country codes: these are of New Caledonia, Andorra, Saint Pierre, Wallis, never French mobiles without their 0.
	['687751234', '+687751234'],
	['376312345', '+376312345'],
	['508551234', '+508551234'],
	['681821234', '+681821234'],
	[681821234, '+681821234'],
	['+687751234', '+687751234'],
	// No country code gives these digits.
	['612345678', '612345678'],
	['336123456', '336123456'],
	['999612345678', '999612345678'],
	// One person is one number, and a number that is not known to exist may be newer than what is known.
	['+33692123456', '+262692123456'],
	['33692123456', '+262692123456'],
	['0508411010', '+508411010'],
	['33700000001', '+33700000001'],
	['330612345678', french],
	['262639123456', '+262639123456'],
	['+4915......12345', '+4915......12345'],
	['', undefined],
	[' ', undefined],
	[null, undefined],
	[undefined, undefined],
	[{}, undefined],
])('displayPhoneNumber(%p) is %p', (input, expected) => {
	expect(displayPhoneNumber(input)).toBe(expected);
});

test('what a callback shows is who it is about, whatever is done with it', () => {
	const [country, mobile] = [fc.constantFrom('FR', 'DE', 'RE', 'PM', 'XX'), fc.oneof(anyMobile.map(({ number }) => number.slice(1)), fc.stringMatching(/^[1-9]\d{7,14}$/))];
	fc.assert(
		fc.property(mobile, country, (digits, defaultCountry) => {
			const shown = displayPhoneNumber(digits) ?? '';
			expect(displayPhoneNumber(shown)).toBe(shown);
			// Read with its country code, as whoever reads the item will do, or left as it came where no calling code has such digits.
			if (shown.startsWith('+')) expect([shown, undefined]).toContain(parsed(shown, defaultCountry));
			else expect([shown, isPossible(digits)]).toEqual([digits, false]);
		}),
		{ numRuns: 500 },
	);
});

test.each(['+49 151 2345678.0', '+6907290.0', '+43 664 1234567,0'])('the decimal of a spreadsheet is no digit of %s', (written) => {
	expect(refusal(written).message).toContain('calculated number');
});

describe('text that is no number at all', () => {
	it.each(['1'.repeat(200_000), `+${'٠'.repeat(200_000)}`, '+ '.repeat(100_000)])('is refused without being searched: %#', (text) => {
		const refusal = parsePhoneNumber(text, 'FR');
		expect(refusal).toMatchObject({ ok: false, message: expect.stringContaining('too long') });
		expect(JSON.stringify(refusal).length).toBeLessThan(500);
		expect(displayPhoneNumber(text)).toBe(text.trim());
	});
});
