import fc from 'fast-check';
import { parsePhoneNumber as oracle } from 'libphonenumber-js/max';

import { checkCallBackNumber } from '../../nodes/SmsPartner/values/callBackNumber';
import { parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';

it.each<[unknown, string, string]>([
	['0612345678', 'FR', '0612345678'],
	['06 12 34 56 78', 'FR', '0612345678'],
	['06.12.34.56.78', 'FR', '0612345678'],
	['0612345678.0', 'FR', '0612345678'],
	[612345678, 'FR', '0612345678'],
	['612345678.0', 'FR', '0612345678'],
	['tel:06-12-34-56-78', 'FR', '0612345678'],
	["'0612345678", 'FR', '0612345678'],
	['\u200b0612345678', 'FR', '0612345678'],
	['+33 (0)6 12 34 56 78', 'FR', '+33612345678'],
	['+33 06 12 34 56 78', 'FR', '+33612345678'],
	['+33612345678', 'FR', '+33612345678'],
	['\uff0b33612345678', 'FR', '+33612345678'],
	['0033612345678', 'FR', '+33612345678'],
	['0033 (0)6 12 34 56 78', 'FR', '+33612345678'],
	['33612345678.0', 'FR', '+33612345678'],
	[33612345678, 'FR', '+33612345678'],
	['+33 333333333', 'FR', '+33333333333'],
	['0692123456', 'FR', '0692123456'],
	['+262692123456', 'FR', '+262692123456'],
	['0470 12 34 56', 'BE', '+32470123456'],
	['+32 (0)470 12 34 56', 'FR', '+32470123456'],
	['+33612345678', 'BE', '+33612345678'],
])('%j in %s leaves as %s', (input, country, sender) => {
	expect(checkCallBackNumber(input, country)).toEqual({ ok: true, value: sender });
});

it.each(['12', '', undefined, {}, '6.12346E+10'])('refuses %j', (input) => {
	expect(checkCallBackNumber(input, 'FR')).toEqual({ ok: false, message: expect.stringMatching(/^Sender: /), description: expect.stringContaining('my.voicepartner.fr') });
});

describe('however it is written', () => {
	const national = fc.tuple(fc.constantFrom('6', '7', '1', '9', '692', '690'), fc.stringMatching(/^\d{8}$/)).map(([start, rest]) => `0${(start + rest).slice(0, 9)}`);
	const pairs = (digits: string, separator: string) => digits.replace(/\d\d(?=\d)/g, `$&${separator}`);
	const forms: Array<(digits: string) => unknown> = [
		(digits) => digits,
		(digits) => Number(digits),
		(digits) => `${digits}.0`,
		...[' ', '.', '-', '\u00a0', '/'].map((separator) => (digits: string) => pairs(digits, separator)),
		(digits) => `+33${digits.slice(1)}`,
		(digits) => `+33 (0)${digits.slice(1)}`,
		(digits) => `+33 ${digits}`,
		(digits) => `0033 ${digits.slice(1)}`,
		(digits) => `33${digits.slice(1)}`,
		(digits) => `tel:+33${digits.slice(1)}`,
	];

	it('what leaves is the number that was checked, in the digits of one way to dial it', () => {
		fc.assert(
			fc.property(national, fc.constantFrom(...forms), fc.constantFrom('FR', 'RE', 'GP'), (digits, form, country) => {
				const written = form(digits);
				const [checked, sender] = [parsePhoneNumber(written, country), checkCallBackNumber(written, country)];
				expect(sender.ok).toBe(checked.ok);
				if (!checked.ok || !sender.ok) return;
				expect(sender.value).toMatch(/^(?:0|\+)[1-9]\d{8,14}$/);
				expect(parsePhoneNumber(sender.value, 'FR')).toEqual(checked);
			}),
			{ numRuns: 500 },
		);
	});

	it('a mobile number of France is the one that another library reads', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^0[67]\d{8}$/), fc.constantFrom(...forms), (digits, form) => {
				const sender = checkCallBackNumber(form(digits), 'FR');
				if (sender.ok && oracle(digits, 'FR').isValid()) expect(oracle(sender.value, 'FR').number).toBe(oracle(digits, 'FR').number);
			}),
			{ numRuns: 300 },
		);
	});
});
