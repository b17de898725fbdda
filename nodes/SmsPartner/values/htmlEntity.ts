/** Accented letters, by what their entity ends in (`&eacute;`). */
const LETTERS: Readonly<Record<string, string>> = {
	acute: 'ACEILNORSUYZacegilnorsuyz',
	grave: 'AEIOUaeiou',
	circ: 'ACEGHIJOSUWYaceghijosuwxy',
	uml: 'AEIOUYaeiouy',
	tilde: 'AINOUainou',
	cedil: 'CGKLNRSTcklnrst',
	ring: 'AUau',
	caron: 'CDELNRSTZcdelnrstz',
	ogon: 'AEIUaeiu',
	macr: 'AEIOUaeiou',
	breve: 'AGUagu',
	dot: 'CEGIZcegostz',
	strok: 'DHLTdhlt',
	dblac: 'OUou',
	slash: 'Oho',
};

const OTHERS =
	'acute AElig aelig alefsym Alpha alpha AMP amp and ang angst apos ast asymp bdquo Beta beta brvbar bsol bull cap cedil cent check Chi chi ' +
	'circ clubs colon comma commat cong COPY copy copysr crarr cross cup curren Dagger dagger dArr darr dash deg Delta delta diams div divide ' +
	'dollar empty emsp ensp Epsilon epsilon equals equiv Eta eta ETH eth euro excl exist female ffilig fflig ffllig filig fjlig flat fllig fnof ' +
	'forall frac12 frac13 frac14 frac15 frac18 frac23 frac34 frac38 frac58 frac78 frasl Gamma gamma ge grave GT gt hairsp half hArr harr Hat ' +
	'hearts hellip horbar hyphen iexcl IJlig ijlig image imath incare infin inodot int Iota iota iquest isin Kappa kappa Lambda lambda lang laquo ' +
	'lArr larr lbrace lbrack lceil lcub ldquo ldquor le lfloor lowast lowbar loz lpar lrm lsaquo lsqb lsquo lsquor LT lt macr male mdash micro ' +
	'middot minus Mu mu nabla natural nbsp ndash ne NewLine ni NoBreak NonBreakingSpace not notin nsub Nu nu num numero numsp OElig oelig ohm ' +
	'oline Omega omega Omicron omicron oplus or ordf ordm otimes para part percnt period permil perp Phi phi phone Pi pi piv plus plusmn pm pound ' +
	'Prime prime prod prop Psi psi puncsp quest QUOT quot radic rang raquo rArr rarr rbrace rbrack rceil rcub rdquo rdquor real REG reg rfloor ' +
	'Rho rho rlm rpar rsaquo rsqb rsquo rsquor sbquo sect semi sharp shy Sigma sigma sigmaf sim sol spades star starf sub sube sum sung sup sup1 ' +
	'sup2 sup3 supe szlig Tab Tau tau there4 Theta theta thetasym thinsp ThinSpace THORN thorn tilde times trade uArr uarr uml upsih Upsilon ' +
	'upsilon verbar vert weierp Xi xi yen ZeroWidthSpace Zeta zeta zwj zwnj';

const NAMES: ReadonlySet<string> = new Set([
	...OTHERS.split(' '),
	...Object.entries(LETTERS).flatMap(([ending, letters]) => [...letters].map((letter) => letter + ending)),
]);

/** `&eacute;`, `&#233;`, `&#xe9;` */
const ENTITY = /&(?:(?<name>[A-Za-z][A-Za-z\d]{1,31})|#(?<decimal>\d{1,7})|#[xX](?<hexadecimal>[\dA-Fa-f]{1,6}));/g;

/** The first HTML entity of a text, which people would see as it stands: shops and web pages store names with them. */
export function htmlEntity(text: string): string | undefined {
	for (const { 0: entity, groups: { name, decimal, hexadecimal } = {} } of text.matchAll(ENTITY)) {
		if (name !== undefined ? NAMES.has(name) : isCharacter(decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal))) return entity;
	}
	return undefined;
}

function isCharacter(code: number): boolean {
	return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
