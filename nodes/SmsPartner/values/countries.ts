/**
 * How phone numbers are written, for the countries whose rules are certain: France and overseas France, their
 * neighbours, the EU, the United Kingdom, Switzerland, the Maghreb, French-speaking Africa, the United States and
 * Canada. Patterns are deliberately coarse (leading digits and lengths); the tests hold them against libphonenumber.
 * What exists in France and overseas France is in frenchNumbering.ts.
 */
export interface Country {
	/** ISO 3166-1 alpha-2 */
	iso: string;
	name: string;
	callingCode: string;
	/** What is dialled before a national number inside the country; empty where nothing is. */
	trunk: string;
	/** The national number, without the trunk prefix. */
	national: RegExp;
	/** National numbers that are also met without the trunk prefix, or without a 0 of their own: a spreadsheet drops it. */
	bare: RegExp;
	/** A mobile, without the trunk prefix. */
	example: string;
}

type Row = [
	iso: string,
	name: string,
	callingCode: string,
	trunk: string,
	national: string,
	example: string,
	bare?: string,
];

const ROWS: readonly Row[] = [
	['AD', 'Andorra', '376', '', '[135-9]\\d{5}|1\\d{7}|6\\d{8}', '312345'],
	['AT', 'Austria', '43', '0', '[1-9]\\d{3,12}', '664123456', '6(?:[5-9]\\d|48)\\d{4,10}'],
	['BE', 'Belgium', '32', '0', '4\\d{8}|[1-9]\\d{7}', '470123456', '4\\d{8}'],
	['BF', 'Burkina Faso', '226', '', '[024-7]\\d{7}', '70123456'],
	['BG', 'Bulgaria', '359', '0', '[2-9]\\d{5,8}', '881234567', '43\\d{6}|8[7-9]\\d{7}|9[89]\\d{7}'],
	['BI', 'Burundi', '257', '', '[2367]\\d{7}', '79561234'],
	['BJ', 'Benin', '229', '', '01\\d{8}', '0195123456', '01\\d{8}|1\\d{8}'],
	['BL', 'Saint Barthélemy', '590', '0', '[1-9]\\d{8}', '690001234', '[67]\\d{8}'],
	['CA', 'Canada', '1', '1', '[2-9]\\d{9}', '5062345678', '[2-9]\\d{9}'],
	['CD', 'Democratic Republic of the Congo', '243', '0', '[1-9]\\d{6,9}', '991234567', '[89]\\d{8}|88\\d{5}'],
	['CF', 'Central African Republic', '236', '', '[2678]\\d{7}', '70012345'],
	['CG', 'Republic of the Congo', '242', '', '[028]\\d{8}', '061234567', '[028]\\d{8}|(?:[1456]\\d|2[4-6])\\d{6}'],
	['CH', 'Switzerland', '41', '0', '[2-9]\\d{8}|8\\d{11}', '781234567', '6[89]\\d{7}|7[2-9]\\d{7}'],
	['CI', "Côte d'Ivoire", '225', '', '[02]\\d{9}', '0123456789', '[02]\\d{9}|[157]\\d{8}'],
	['CM', 'Cameroon', '237', '', '[268]\\d{8}|88\\d{6}', '671234567'],
	['CY', 'Cyprus', '357', '', '[25789]\\d{7}', '96123456'],
	['CZ', 'Czech Republic', '420', '', '[2-9]\\d{8}|9\\d{9,11}', '601123456'],
	['DE', 'Germany', '49', '0', '[1-9]\\d{3,14}', '15123456789', '1[5-7]\\d{8,9}'],
	['DJ', 'Djibouti', '253', '', '[27]\\d{7}', '77831001'],
	['DK', 'Denmark', '45', '', '[2-9]\\d{7}', '34412345'],
	['DZ', 'Algeria', '213', '0', '[1-4]\\d{7}|[5-9]\\d{8}', '551234567', '[567]\\d{8}'],
	['EE', 'Estonia', '372', '', '[3-9]\\d{6}|[4578]\\d{7}|8\\d{9}', '51234567'],
	['ES', 'Spain', '34', '', '[4-9]\\d{8}', '612345678'],
	['FI', 'Finland', '358', '0', '[1-9]\\d{4,11}', '412345678', '4\\d{5,9}|50\\d{4,8}'],
	['FR', 'France', '33', '0', '[1-9]\\d{8}', '612345678', '[67]\\d{8}'],
	['GB', 'United Kingdom', '44', '0', '[1-357-9]\\d{9}|[18]\\d{8}|8\\d{6}', '7400123456', '7\\d{9}'],
	['GF', 'French Guiana', '594', '0', '[1-9]\\d{8}', '694201234', '[67]\\d{8}'],
	['GN', 'Guinea', '224', '', '[67]\\d{8}|3\\d{7}', '601123456'],
	['GP', 'Guadeloupe', '590', '0', '[1-9]\\d{8}', '690001234', '[67]\\d{8}'],
	['GQ', 'Equatorial Guinea', '240', '', '[23589]\\d{8}', '222123456'],
	['GR', 'Greece', '30', '', '[25-9]\\d{9}|8\\d{10,11}', '6912345678'],
	['HR', 'Croatia', '385', '0', '[1-9]\\d{6,8}', '921234567', '9\\d{7,8}'],
	['HU', 'Hungary', '36', '06', '[1-9]\\d{7}|[235-7]\\d{8}', '201234567', '(?:[257]0|3[01])\\d{7}'],
	['IE', 'Ireland', '353', '0', '[124-9]\\d{6,9}', '850123456', '1\\d{9}|8(?:22|[35-9]\\d)\\d{6}'],
	['IS', 'Iceland', '354', '', '[4-9]\\d{6}|38\\d{7}', '6111234'],
	// Fixed lines keep their 0 after the country code.
	['IT', 'Italy', '39', '', '0\\d{5,11}|1\\d{8,10}|3[0-8]\\d{7,10}|39\\d{7,8}|(?:43|55|70)\\d{8}|8\\d{5}(?:\\d{2,4})?', '3123456789'],
	['KM', 'Comoros', '269', '', '[3478]\\d{6}', '3212345'],
	['LI', 'Liechtenstein', '423', '0', '[2378]\\d{6}|90\\d{5}|[68]\\d{8}', '660234567', '[2378]\\d{6}|90\\d{5}|[68]\\d{8}'],
	['LT', 'Lithuania', '370', '0', '[3-9]\\d{7}', '61234567', '6\\d{7}'],
	// No national number begins with 352.
	['LU', 'Luxembourg', '352', '', '[24-9]\\d{3,10}|3[0-46-9]\\d{2,9}|35\\d{2}|35[013-9]\\d{2,8}', '628123456'],
	['LV', 'Latvia', '371', '', '[26-9]\\d{7}', '21234567'],
	['LY', 'Libya', '218', '0', '[2-9]\\d{8}', '912345678', '9[1-6]\\d{7}'],
	['MA', 'Morocco', '212', '0', '[5-8]\\d{8}', '650123456', '[67]\\d{8}'],
	['MC', 'Monaco', '377', '0', '[3489]\\d{7}|[67]\\d{8}', '612345678', '[3489]\\d{7}|[67]\\d{8}'],
	['MF', 'Saint Martin', '590', '0', '[1-9]\\d{8}', '690001234', '[67]\\d{8}'],
	['MG', 'Madagascar', '261', '0', '[23]\\d{8}', '321234567', '3\\d{8}'],
	['ML', 'Mali', '223', '', '[24-9]\\d{7}', '65012345'],
	['MQ', 'Martinique', '596', '0', '[1-9]\\d{8}', '696201234', '[67]\\d{8}'],
	['MR', 'Mauritania', '222', '', '[2-48]\\d{7}', '22123456'],
	['MT', 'Malta', '356', '', '[235789]\\d{7}', '96961234'],
	['MU', 'Mauritius', '230', '', '[2-468]\\d{6}|[57]\\d{7}|8\\d{9}', '52512345'],
	['NC', 'New Caledonia', '687', '', '050\\d{3}|[2-57-9]\\d{5}', '751234'],
	['NE', 'Niger', '227', '', '[027-9]\\d{7}', '93123456'],
	['NL', 'Netherlands', '31', '0', '[1-7]\\d{8}|[89]\\d{6,10}|1\\d{4,5}', '612345678', '6\\d{8}|970\\d{8}'],
	['NO', 'Norway', '47', '', '[2-9]\\d{7}|0\\d{4}', '40612345'],
	['PF', 'French Polynesia', '689', '', '4\\d{5}(?:\\d{2})?|8\\d{7,8}', '87123456'],
	['PL', 'Poland', '48', '', '[1-9]\\d{6}|[1-9]\\d{8}|[26]\\d{5}|8\\d{9}|6\\d{7}', '512345678'],
	['PM', 'Saint Pierre and Miquelon', '508', '0', '[2-9]\\d{5}|[78]\\d{8}', '708411234', '[2-9]\\d{5}|[67]\\d{8}'],
	['PT', 'Portugal', '351', '', '[1-36-9]\\d{8}', '912345678'],
	['RE', 'Réunion', '262', '0', '[1-9]\\d{8}', '692123456', '[67]\\d{8}'],
	['RO', 'Romania', '40', '0', '[2-9]\\d{8}|[23]\\d{5}', '712034567', '7\\d{8}'],
	['RW', 'Rwanda', '250', '0', '[2789]\\d{8}|06\\d{6}', '720123456', '[2789]\\d{8}|06\\d{6}'],
	['SC', 'Seychelles', '248', '', '[24689]\\d{6}', '2510123'],
	['SE', 'Sweden', '46', '0', '[1-9]\\d{5,9}|[269]\\d{9,11}', '701234567', '7[023689]\\d{7}'],
	['SI', 'Slovenia', '386', '0', '[1-7]\\d{7}|[89]\\d{4,7}', '31234567', '(?:[37][01]|4[013]|51|6[4589])\\d{6}'],
	['SK', 'Slovakia', '421', '0', '[2-9]\\d{8}|[2-9]\\d{5,6}', '912123456', '9\\d{8}'],
	['SN', 'Senegal', '221', '', '[3789]\\d{8}', '701234567'],
	['TD', 'Chad', '235', '', '[236-9]\\d{7}', '63012345'],
	['TG', 'Togo', '228', '', '[279]\\d{7}', '90112345'],
	['TN', 'Tunisia', '216', '', '[2-57-9]\\d{7}', '20123456'],
	['US', 'United States', '1', '1', '[2-9]\\d{9}', '2015550123', '[2-9]\\d{9}'],
	['WF', 'Wallis and Futuna', '681', '', '[4789]\\d{5}|8\\d{8}', '821234'],
	['YT', 'Mayotte', '262', '0', '[1-9]\\d{8}', '639012345', '[67]\\d{8}'],
];

const NOTHING = '(?!)';

function whole(pattern: string): RegExp {
	return new RegExp(`^(?:${pattern})$`);
}

/** By ISO 3166-1 alpha-2 code. */
export const COUNTRIES: ReadonlyMap<string, Country> = new Map(
	ROWS.map(([iso, name, callingCode, trunk, national, example, bare]) => [
		iso,
		{
			iso,
			name,
			callingCode,
			trunk,
			national: whole(national),
			bare: whole(bare ?? (trunk === '' ? national : NOTHING)),
			example,
		},
	]),
);

/** Several countries share a calling code (+1, +262, +590). */
export const COUNTRIES_BY_CALLING_CODE: ReadonlyMap<string, readonly Country[]> = groupByCallingCode();

function groupByCallingCode(): Map<string, Country[]> {
	const groups = new Map<string, Country[]>();
	for (const country of COUNTRIES.values()) {
		const group = groups.get(country.callingCode);
		if (group) group.push(country);
		else groups.set(country.callingCode, [country]);
	}
	return groups;
}

/** Options of the Default Country field. */
export const PHONE_COUNTRIES: Array<{ name: string; value: string }> = [...COUNTRIES]
	.map(([value, { name }]) => ({ name, value }))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));
