import fc from 'fast-check';

import { dialledInFrance, isFrenchPlan, writtenWith } from '../../nodes/SmsPartner/values/frenchNumbering';
import { displayPhoneNumber, parsePhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';
import { isValid, nationalNumbers, validNumbers } from './support/oracle';

const TERRITORIES: Record<string, string[]> = { '33': ['FR'], '262': ['RE', 'YT'], '508': ['PM'], '590': ['GP', 'BL', 'MF'], '594': ['GF'], '596': ['MQ'] };
const OVERSEAS = ['262', '508', '590', '594', '596'];
const iso = fc.constantFrom(...Object.values(TERRITORIES).flat());
const noise = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u200e');

function parsed(written: unknown, defaultCountry = 'FR'): string | undefined {
	const number = parsePhoneNumber(written, defaultCountry);
	return number.ok ? number.value : undefined;
}

/** Nine digits, more of them near the edges of what exists than by chance. */
const nineDigits = fc.oneof(
	fc.stringMatching(/^[1-9]\d{8}$/),
	fc.stringMatching(/^(?:26[23689]|508|59[046-8]|639|69\d|70[89]|836|9(?:39|47|76))\d{6}$/),
	...['FR', 'RE', 'YT', 'GP', 'BL', 'MF', 'GF', 'MQ'].map((territory) => nationalNumbers(territory)),
);

/** Films and examples use it: the library knows it as nobody's. */
const isForExamples = (national: string) => national.startsWith('63998');

/** By the library: the E.164 numbers that a number of the plan may be. It takes Saint-Pierre's 0508 for metropolitan, which calls it +508 and six digits. */
function existing(national: string): string[] {
	if (/^508[2-9]/.test(national)) return [`+${national}`];
	const numbers = ['33', ...OVERSEAS].map((code) => `+${code}${national}`);
	return numbers.filter((number) => isValid(number) || (number.startsWith('+33') && isForExamples(national)));
}

const spellings = (code: string, national: string) => [`+${code}${national}`, `00${code}${national}`, `${code}${national}`, `+${code} (0)${national}`, `+${code}0${national}`, `${code} (0) ${national}`];

test('a number of the plan is one number in every French spelling, and one that exists; what does not exist is not kept', () => {
	fc.assert(
		fc.property(nineDigits, (national) => {
			const read = new Set([...spellings('33', national), `0${national}`].map((written) => parsed(written)));
			const [number] = read;
			const exists = existing(national);
			expect([national, read.size, number === undefined ? exists.length === 0 : exists.includes(number)]).toEqual([national, 1, true]);
			expect(displayPhoneNumber(`33${national}`)).toBe(number ?? `+33${national}`);
			// What only one territory has is that one's.
			if (exists.length === 1) expect(number).toBe(exists[0]);
		}),
		{ numRuns: 500 },
	);
});

test('a number with an overseas code is kept as it is where it exists there, and refused otherwise', () => {
	fc.assert(
		fc.property(fc.constantFrom(...OVERSEAS), nineDigits, iso, (code, national, elsewhere) => {
			const exists = existing(national).find((number) => number === `+${code}${national}` || number === `+${national}`);
			const ownCode = exists?.startsWith(`+${code}`) ? exists : undefined;
			for (const written of spellings(code, national)) expect([written, parsed(written, elsewhere)]).toEqual([written, ownCode]);
		}),
		{ numRuns: 500 },
	);
});

test('what is dialled in a territory is its own number where it has one, and else the one it is in France', () => {
	fc.assert(
		fc.property(nineDigits, fc.constantFrom(...OVERSEAS), (national, code) => {
			const [first = ''] = TERRITORIES[code] ?? [];
			const own = isValid(`+${code}${national}`) ? `+${code}${national}` : undefined;
			expect([national, code, parsed(`0${national}`, first)]).toEqual([national, code, own ?? parsed(`0${national}`, 'FR')]);
		}),
		{ numRuns: 500 },
	);
});

test('mobiles of France and overseas France are read as people and spreadsheets write them, whoever reads', () => {
	const mobile = fc.constantFrom('FR', 'RE', 'YT', 'GP', 'BL', 'MF', 'GF', 'MQ').chain((territory) => validNumbers(territory, 'mobile'));
	fc.assert(
		fc.property(mobile, iso, fc.array(noise, { minLength: 12, maxLength: 12 }), ({ number, nationalNumber }, reader, gaps) => {
			const spaced = (digits: string) => {
				const text = [...digits].map((digit, index) => `${digit}${gaps[index] ?? ''}`).join('');
				// One dot, and zeros behind it: that is how sheets write a calculated number, and is refused.
				return /^[^.]*\.[^.1-9]*$/.test(text) ? digits : text;
			};
			const forms = [number, nationalNumber, `0${nationalNumber}`, spaced(`0${nationalNumber}`), `+33${spaced(nationalNumber)}`, `'0${nationalNumber}`, `${nationalNumber}.0`, Number(nationalNumber)];
			for (const form of forms) expect([form, parsed(form, reader)]).toEqual([form, number]);
		}),
		{ numRuns: 300 },
	);
});

test.each([
	['+33692123456', '+262692123456'],
	['0033 692 12 34 56', '+262692123456'],
	['33692123456', '+262692123456'],
	['+33 (0)6 92 12 34 56', '+262692123456'],
	['0692123456', '+262692123456'],
	['+262 0692 12 34 56', '+262692123456'],
	['+33690123456', '+590690123456'],
	['+33691223456', '+590691223456'],
	['+33639012345', '+262639012345'],
	['+33694123456', '+594694123456'],
	['+33696123456', '+596696123456'],
	['+33697123456', '+596697123456'],
	['+33709001234', '+590709001234'],
	['+33709351234', '+262709351234'],
	['+33639980001', '+33639980001'],
	['0639980001', '+33639980001'],
	// Fixed lines and Internet lines.
	['0262 20 12 34', '+262262201234'],
	['0263 00 12 34', '+262263001234'],
	['+33 2 69 61 12 34', '+262269611234'],
	['+33590123456', '+590590123456'],
	['0594 25 12 34', '+594594251234'],
	['+33 596 27 12 34', '+596596271234'],
	['0939 91 12 34', '+262939911234'],
	['0947 50 12 34', '+590947501234'],
	// Saint Pierre and Miquelon: six digits after +508, but for mobiles that begin with 07.
	['0508411010', '+508411010'],
	['+33508411010', '+508411010'],
	['+508 41 10 10', '+508411010'],
	['+508 0508 41 10 10', '+508411010'],
	['508411010', '+508411010'],
	['0708411234', '+508708411234'],
	['+33708411234', '+508708411234'],
	['+508708411234', '+508708411234'],
])('%s is %s, whoever reads', (written, expected) => {
	for (const reader of Object.values(TERRITORIES).flat()) expect([reader, parsed(written, reader)]).toEqual([reader, expected]);
});

test('a number of Saint Pierre is dialled there without 0508', () => {
	expect(parsed('411010', 'PM')).toBe('+508411010');
	expect(parsed('411010', 'FR')).toBeUndefined();
	expect(parsed('0692123456', 'PM')).toBe('+262692123456');
	expect(parsed('612345678', 'PM')).toBe('+33612345678');
});

test.each([
	['+262612345678', /no such number behind \+262\. If 0612345678 is meant, write \+33612345678/],
	['262 612345678', /write \+33612345678/],
	['+590 0692 12 34 56', /write \+262692123456/],
	['+508612345678', /write \+33612345678/],
	['+33712345678', /French numbering plan has no such number/],
	['0712345678', /French numbering plan has no such number/],
	['145678901', /^If 0145678901 is meant, write \+33145678901/],
	['262123456', /^If 0262123456 is meant, write \+262262123456/],
	['+262693981234', /French numbering plan has no such number/],
])('%s is refused with an advice that helps', (written, advice) => {
	const refused = parsePhoneNumber(written, 'FR');
	expect(refused).toMatchObject({ ok: false, description: expect.stringMatching(advice) });
	for (const example of refused.ok ? [] : (refused.description.match(/\+\d{8,}/g) ?? [])) expect(parsed(example)).toBe(example);
});

test.each<[string, string, string | undefined]>([
	['33', '612345678', '33612345678'],
	['33', '692123456', '262692123456'],
	['262', '692123456', '262692123456'],
	['262', '612345678', undefined],
	['508', '411010', '508411010'],
	['508', '508411010', '508411010'],
	['33', '411010', undefined],
	['32', '470123456', undefined],
])('written with %s, %s is %s', (code, national, expected) => {
	expect(writtenWith(code, national)).toBe(expected);
});

test('dialled in Réunion, a metropolitan number is metropolitan', () => {
	expect(dialledInFrance('612345678', '262')).toBe('33612345678');
	expect(['33', '262', '508', '687', '377'].map(isFrenchPlan)).toEqual([true, true, true, false, false]);
});
