import { holdsStop } from './stop';
import { asLine, readWords } from './words';

const messages =
	'(?:sms|mms|textos?|messages?|msgs?|mess|pubs?|publicites?|mails?|emails?|promos?|envois?|newsletters?|sollicitations?|demarchages?|spams?|relances?|notifications?|appels?|texts?)';
const few = '(?:\\S+ ){0,4}?';
const reaching = '(?:re)?(?:contact|envoy|sollicit|derang|importun|demarch|relanc|ecri|appel|text|spam|harcel)';
const courtesy = '(?:stp|svp|merci|please|bonjour|bonsoir|maintenant|tout|ca|immediatement)';
const nothingBut = (said: string) => `^ (?:${courtesy} )*(?:${said}) (?:${courtesy} )*$`;

const removing = '(?:retir|supp?rim|enlev|effac|ray|sor[st]|ot|oubli|radi|quitt|remov|delet|tak)';
const list =
	'(?:la|les|votre|vos|ta|cette|ce|mon|ma|mes|my|your|this|the|de) (?:listes?|numero|num|nom|fichiers?|base|coordonnees|donnees|repertoire|contacts?|diffusion|list|number|data)';

/** What people write, without accents and punctuation, a space around each word; not always well spelt. */
const objections: { [name: string]: readonly string[] } = {
	unsubscribe: [
		' (?:se |me )?(?:de[sz]abo|des abonn|de[sz]?i(?:ns|n|s)cri|des inscri)',
		' unsu[bs]',
		' opt(?:ed|ing)? ?(?:me |us )?out ',
		' black ?list',
		' liste (?:noire|rouge)',
		` (?:resili|annul|cancel)\\S* ${few}(?:abonnement|inscription|${messages}) `,
	],

	removal: [
		` ${removing}\\S* ${few}${list} `,
		` ${removing}e[zr]? (?:moi|nous) `,
		' (?:me|m|nous) (?:retirer|supp?rimer|enlever|effacer|rayer|sortir|oter|radier) ',
		' menlev',
		' (?:remove|delete) me ',
		' (?:take|get) me off ',
		` plus (?:etre|faire partie|figurer|apparaitre) ${few}(?:listes?|fichiers?|base) `,
	],

	noMore: [
		` plus? (?:(?:rien|jamais|de|m|me|etre|nous|vous|a|y) ){0,4}(?:recevoir|${reaching})`,
		' (?:rien|pas|jamais) recevoir ',
		` pas (?:a )?etre ${reaching}`,
		` pas (?:(?:de|me|m|nous) ){0,2}${reaching}er `,
		` (?:ne|n) (?:(?:me|m|nous) )?${reaching}\\S* (?:plus|pas|jamais|rien) `,
		` (?:me|m|nous) (?!envoyer )${reaching}\\S*[erz] (?:plus|pas|jamais|rien) `,
		' plus (?:de |aucune? )?vos ',
		' menvoy\\S* (?:plus|pas|rien) ',
		`(?<! reco\\S*) (?:plus?|pas|aucune?s?|marre|ras le bol|assez|non|no more|no) (?:(?:aucune?|a|aux?|de|d|des|du|la|vos|votre|ces|tes|your) ){0,3}${messages} `,
		nothingBut('plus rien'),
		` (?:refuse|interdi)\\S* (?:de|d|que|vos|tout\\S*|ces) `,
		' no more ',
		' no longer ',
		' leave me alone ',
		' lose my number ',
		' (?:do not|don t|dont|never|stop|quit) (?:ever )?(?:text|contact|send|messag|email|spam|writ|bother)',
		' (?:do not|don t|dont) want (?:to receive|to get|your|these|any|this) ',
	],

	stop: [
		nothingBut('arrets?|arrett?e[rsz]?|halte|sto?pe[rz]?|stopp?e[rz]|sto|cesse[rz]?|demande d arret|end|quit'),
		` arrets? (?:(?:de|des|d|du|la|les|l|vos|ces|tout|toute) ){0,3}${messages} `,
		' (?<! (?:m|s|t|nous|se|me|(?<! (?:pouvez|voulez) )vous) )arret[st]?e[rz] (?!vous |toi |nous |au |aux |devant |la |chez |pas )',
		`(?:^| (?:merci|svp|stp|on|d|de|que ca|que ca s)) arrete (?!vous |toi |nous |aux? |a |devant |chez |pas |prefectoral |municipal |de (?!me |m |nous |${reaching}))`,
		' (?:veux|voudrais|souhaite) (?:tout )?(?:arreter|stopper) ',
		`(?:arrett?|sto?pp?|cess)e[rsz]? ${few}${messages} `,
		'arrett?e[rsz]? (?:de |d )(?:m|me|nous|envoy|spam|harcel)',
		' sto?ppez ',
		' cesse[rz]? (?:de|d|vos|ces) ',
		' halte (?:a|aux) ',
		' make (?:it|this) stop ',
	],

	anger: [
		' \\S{0,3}spam',
		' har[ac][sc]?s?el',
		' harass',
		' lais\\S* (?:moi|nous) (?:tranquil|en paix)',
		' (?:foute[zr]|fous|fiche[zr]?|lache[zr]?) (?:moi|nous) ',
		' (?:vous|tu) me (?:saoul|soul|gonfl|emmerd|derang)',
		' marre de (?:vous|vos|ces) ',
		' ras le bol de v',
		' intempesti',
		' intrusi',
	],

	law: [
		' (?:rgpd|gdpr|cnil|bloctel|33700) ',
		' porte[rz]? plainte ',
		' m ?opposer? ',
		' droit (?:d|a l) (?:opposition|oubli|effacement)',
		` (?:sans|pas|jamais|aucune?) ${few}(?:mon|notre|donne d) (?:accord|autorisation|consentement|permission) `,
		' sans (?:accord|autorisation|consentement) ',
		' autorise\\S* a (?:me|m) ',
		' (?:vous bloque|bloque ce num)',
		` jamais ${few}(?:inscri|abonn|souscri|demand|autoris|donn|consent)`,
		' (?:eu|trouve|obtenu|recupere|avoir|avez|qui vous a donne) mon num',
	],
};

const anyObjection = new RegExp(Object.values(objections).flat().join('|'));
/** STOP in a word with another one, and no longer word such as "nonstop". */
const inOtherWord = / (?!(?:non|auto|bus|door|short|back|pit)stop )\S{1,8}stop /;

/**
 * Whether a text that is no STOP may want to be one: it objects in other words, or holds the word STOP in doubt. Rather
 * once too often: the reply leaves as a reply all the same.
 */
export function mayBeOptOut(text: string): boolean {
	const words = readWords(text);
	const line = asLine(words.words);
	return holdsStop(words) || inOtherWord.test(line) || anyObjection.test(line) || /[🛑✋]/u.test(text.slice(0, 1_000));
}
