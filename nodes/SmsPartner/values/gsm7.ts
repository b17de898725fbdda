/** The GSM 03.38 basic character set: one character of an SMS each. */
export const GSM7_BASIC: ReadonlySet<string> = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** The GSM 03.38 extension table: two characters of an SMS each. */
export const GSM7_EXTENSION: ReadonlySet<string> = new Set('\f^{}\\[~]|€');

/**
 * What the platform puts in place of a character unless Unicode is on (docs: Characters replaced by the platform in
 * non-Unicode mode), GSM 03.38 characters included. The page prints the straight quotes as typographic ones, which
 * GSM 03.38 lacks; what it can mean are ' and ".
 */
export const REPLACEMENTS: ReadonlyMap<string, string> = new Map(
	[
		['ą', 'à'],
		['’‘“`', "'"],
		['«»', '"'],
		['ÿ', 'y'],
		['ç', 'Ç'],
		['ûüµ', 'u'],
		['ïî', 'i'],
		['ôöó', 'o'],
		['äáâã', 'a'],
		['ëê', 'e'],
		['[{', '('],
		[']}', ')'],
		['ÄÀÁÂÃ', 'A'],
		['ÈÊË', 'E'],
		['Î', 'I'],
		['Ý', 'Y'],
		['ÖÔ', 'O'],
		['œ', 'oe'],
		['ñ', 'n'],
		['Ñ', 'N'],
		['°', '.'],
		['^~|\\¨§', ''],
		['ÜÙÚÛ', 'U'],
	].flatMap(([characters = '', replacement = '']) =>
		[...characters].map((character): [string, string] => [character, replacement]),
	),
);

export function isGsm7(character: string): boolean {
	return GSM7_BASIC.has(character) || GSM7_EXTENSION.has(character);
}
