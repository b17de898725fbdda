/**
 * France and five overseas calling codes are one national numbering plan (ARCEP, decision 2018-0881): the same ten
 * digits are dialled from anywhere in it, but each number has one calling code, that of its territory.
 */
interface Territory {
	/** Fixed lines, mobiles and Internet lines that are this territory's alone. */
	own: RegExp;
	/** Numbers of services, which each territory has for itself. */
	services: RegExp;
}

const METROPOLITAN = '33';
const SAINT_PIERRE = '508';

/**
 * What exists, without the 0: the ranges of libphonenumber 9.0.43 (November 2026), which follows ARCEP's list of those
 * given to operators. Overseas ranges come first: the library's metropolitan ones are coarse and cover some of them.
 */
const TERRITORIES: ReadonlyMap<string, Territory> = new Map([
	territory('262', [
		// Réunion
		...['262\\d{6}', '2630\\d{5}', '2631[0-6]\\d{4}', '2688\\d{5}', '692\\d{6}', '7092[0-3]\\d{4}'],
		'693(?:[06][0-6]|1[0-3]|2[0-2]|3[0-39]|4\\d|5[0-5]|7[0-37]|8[0-8]|9[0-479])\\d{4}',
		'9(?:399[0-3]|479[0-6]|76(?:2[278]|3[0-37]))\\d{4}',
		// Mayotte
		...['2689\\d{5}', '269(?:0[0-467]|15|5[0-4]|6\\d|[78]0)\\d{4}', '7093[5-7]\\d{4}'],
		'639(?:0[0-79]|1[019]|[267]\\d|3[09]|40|5[05-9]|9[04-79])\\d{4}',
		'9(?:(?:39|47)8[01]|769\\d)\\d{4}',
	], '8(?:0\\d|1[019]|2[0156]|84|9[0-37-9])\\d{6}'),
	territory(SAINT_PIERRE, ['[2-9]\\d{5}', '708(?:4[0-5]|5[0-6])\\d{4}'], '8[0129]\\d{7}'),
	territory('590', [
		...['590(?:[0-589]\\d|6[0-689]|7[07-9])\\d{4}', '5987\\d{5}', '690\\d{6}', '691(?:2[2-9]|3[0-5])\\d{4}', '7090[0-4]\\d{4}'],
		'9(?:(?:39[5-7]|76[018])\\d|475[0-6])\\d{4}',
	], '8[0129]\\d{7}'),
	territory('596', [
		...['596(?:[03-7]\\d|1[05]|2[7-9]|8[0-39]|9[04-9])\\d{4}', '5989\\d{5}', '69[67]\\d{6}', '7091[0-3]\\d{4}'],
		'9(?:397[0-3]|477\\d|76[67]\\d)\\d{4}',
	], '8[0129]\\d{7}'),
	territory('594', [
		...['594(?:[02-49]\\d|1[0-5]|5[6-9]|6[0-3]|80)\\d{4}', '5988\\d{5}', '694(?:[0-249]\\d|3[0-8])\\d{4}', '7093[0-3]\\d{4}'],
		'9(?:396\\d|476[0-6]|76[45]\\d)\\d{4}',
		// The library's 0976 of Guiana covers that of the others.
	], '8[0129]\\d{7}|976\\d{6}'),
	territory(METROPOLITAN, [
		...['[13]\\d{8}', '2[0-57-9]\\d{7}', '26[013-9]\\d{6}', '4[1-9]\\d{7}', '5[0-8]\\d{7}', '59[1-35-9]\\d{6}', '9\\d{8}'],
		...['6[0-24-8]\\d{7}', '63[0-8]\\d{6}', '69[589]\\d{6}', '7[3-9]\\d{7}'],
		// Kept for films and examples, where people copy numbers from.
		'63998\\d{4}',
	], '8(?:[0-25689]\\d|3[0-57-9]|4[024])\\d{6}|836(?:0[0-36-9]|[1-9]\\d)\\d{4}'),
]);

function territory(callingCode: string, own: string[], services: string): [string, Territory] {
	return [callingCode, { own: new RegExp(`^(?:${own.join('|')})$`), services: new RegExp(`^(?:${services})$`) }];
}

export function isFrenchPlan(callingCode: string): boolean {
	return TERRITORIES.has(callingCode);
}

/** E.164 without `+` of a number dialled in a territory of the plan (without the 0); undefined when there is no such number. */
export function dialledInFrance(national: string, callingCode: string): string | undefined {
	if (callingCode !== METROPOLITAN) {
		const local = writtenWith(callingCode, national);
		if (local !== undefined) return local;
	}
	if (national.length !== 9) return undefined;
	for (const [code, { own }] of TERRITORIES) {
		const number = localForm(code, national);
		if (own.test(number)) return code + number;
	}
	return TERRITORIES.get(METROPOLITAN)?.services.test(national) ? METROPOLITAN + national : undefined;
}

/**
 * Likewise, of a number written with a calling code of the plan. +33 is also written before overseas numbers, by who
 * takes it for that of all France; an overseas code is not written before the numbers of others.
 */
export function writtenWith(callingCode: string, national: string): string | undefined {
	if (callingCode === METROPOLITAN) return dialledInFrance(national, METROPOLITAN);
	const number = localForm(callingCode, national);
	const { own, services } = TERRITORIES.get(callingCode) ?? {};
	return own?.test(number) || services?.test(number) ? callingCode + number : undefined;
}

/** E.164 without `+` of a number, and how who takes +33 for the calling code of all France writes it. */
export function spellingsOf(digits: string): string[] {
	const code = [...TERRITORIES.keys()].find((each) => each !== METROPOLITAN && digits.startsWith(each));
	if (code === undefined) return [digits];
	const national = digits.slice(code.length);
	return [digits, METROPOLITAN + (national.length === 6 ? code + national : national)];
}

/** Saint Pierre and Miquelon: 0508 and six digits are dialled in France, the six alone come after +508. */
function localForm(callingCode: string, national: string): string {
	return callingCode === SAINT_PIERRE && /^508\d{6}$/.test(national) ? national.slice(SAINT_PIERRE.length) : national;
}
