import { COUNTRIES, type Country } from './countries';

/**
 * France and five overseas calling codes are one national numbering plan: the same ten digits are dialled from
 * anywhere in it, but E.164 has a calling code for each territory.
 */
const SHARED_PLAN = new Set(['33', '262', '590', '594', '596']);

/** Overseas mobiles by their leading digits (ARCEP's numbering plan). Fixed lines cannot receive SMS and are left alone. */
const OVERSEAS_MOBILES: ReadonlyArray<[leading: RegExp, callingCode: string]> = [
	[/^69[01]|^7090/, '590'],
	// 06 39 98 is metropolitan: it is kept for films and examples, where people copy numbers from.
	[/^69[23]|^639(?!98)|^7092|^7093[5-7]/, '262'],
	[/^694|^7093[0-3]/, '594'],
	[/^69[67]|^7091/, '596'],
];

/** The calling code under which a number dialled nationally in `country` is reached from anywhere; undefined when there is no such number. */
export function callingCodeOf(national: string, country: Country): string | undefined {
	if (!SHARED_PLAN.has(country.callingCode)) {
		return country.national.test(national) ? country.callingCode : undefined;
	}
	const france = COUNTRIES.get('FR');
	if (!france?.national.test(national)) return undefined;
	const overseas = OVERSEAS_MOBILES.find(([leading]) => leading.test(national));
	if (overseas) return overseas[1];
	return country.national.test(national) ? country.callingCode : france.callingCode;
}
