import { asLine, readWords, type Word, type Words } from './words';

/** A STOP in a text, and the words around it, each with a space before and after. */
interface Candidate {
	word: Word;
	index: number;
	text: Words;
	/** The last words directly before it, since a comma or the like. */
	before: string;
	/** The first words directly behind it, likewise. */
	after: string;
	/** What follows in its sentence or line; undefined where that is long. */
	rest: string | undefined;
}

type Rule = (candidate: Candidate) => boolean;

/** STOP, with what is glued to it: SMS, PUB, the number it is sent to. */
const glued = '(?:stop|sms|mms|pubs?|spams?|all|texto|merci|svp|stp|please|\\d)*';
/** Also with letters doubled, a zero for the O, two letters in the wrong order: nothing of it is another word. */
const stopWord = new RegExp(`^(?:\\d{3,6})?(?:s+t+[o0]+p+|5t[o0]p|stpo+|sotp|tsop|stpop)${glued}$`);
/** With the key beside the right one, which is STOP only where nothing else stands. */
const besideTheKey = /^(?:[dqwxz]top|s[fgry]op|st[iklp9]p|sto[lmo]|s[yr]top|st[il]op|sto[il]p|stop[olm])(?:sms|pubs?)?$/;
const longestWord = 64;

/** What may follow the last word: courtesies, and the number that it is sent to. */
const courtesies = new RegExp(
	`^ (?:(?:${[
		...['merci+s?', 'beaucoup', 'd avance', 'par avance', 'bien a vous', 'svp', 'stp', 's ?il (?:vous|te) plai[ts]?', 'please', 'pl[sz]'],
		...['thanks?(?: you)?', 'thx', 'ty', 'sms', 'mms', 'pubs?', 'spams?', 'textos?', 'mails?', 'ok', 'oui', 'now', 'all', 'vite'],
		...['maintenant', 'immediatement', 'definitivement', 'tout de suite', '[cs]a suffit?', 'bonne (?:journee|soiree|nuit|continuation)'],
		...['et', 'cordialement', 'c[dl]+t', 'salutations', 'madame', 'monsieur', '(?:au )?\\d{5}', '(?:au )?\\d\\d \\d{3}'],
	].join('|')}) )*$`,
);
/** More words than that are no courtesy. */
const longestRest = 12;

const article = 'les?|la|l|une?|des?|d|du|aux?|ce|cet|cette|the|an?';
const preposition =
	'en|par|pour|sans|sur|sous|avec|dans|avant|apres|vers|chez|entre|jusque|depuis|contre|devant|derriere|at|in|on|to|for|of|by|with|without|from|before|after|until|near|via|per';
const negation = 'ne|not|never|t|dont|wont|cant';
const whichPlace = 'prochain|premier|dernier|petit|next|first|last|quick|short|your|full|door';
const compound = 'non|bus|auto|pit|panneaux?|feux?';

/** After these, STOP at the end is a thing, a place, or what nobody does. */
const leaning = new RegExp(` (?:${[article, preposition, negation, whichPlace, compound].join('|')}) $`);
const naming = new RegExp(` (?:le|la|une?|ce|the|an?|${negation}) $`);
const beginsExpression = new RegExp(` (?:${compound}) $`);
const endsExpression = /^ motion /;
/** A road sign, which people write in capitals. */
const roadSign = / (?:au|(?:devant|apres|avant|derriere|passe|grille|jusqu au|y a) (?:le|un|ce)) $/;

const messages = 'sms|mms|textos?|messages?|msgs?|pubs?|publicites?|mails?|emails?|promos?|envois?|newsletters?|spams?|relances?';
const writing = 'texting|sending|messaging|contacting|spamming|emailing|writing';
const sayingWhat = new RegExp(`^ (?:(?:a|aux?|la|les?|l|vos|votre|ces|tes|tous|toutes|de|des|d|your|the|these) )*(?:${messages}|${writing}) `);

/**
 * How people write a STOP; one of these is enough. A STOP that is missed breaks the law, and a reply taken for one loses
 * its answer: what is neither sure nor a fixed expression stays a reply and is marked (`objection.ts`).
 */
const rules: { [name: string]: Rule } = {
	/** "Stop à vos sms". */
	firstWord: (stop) => stop.index === 0 && !isGame(stop),

	/** "Pas intéressé, stop merci", but not "je suis au stop". */
	lastWord: (stop) => isStated(stop) && !leaning.test(stop.before) && courtesies.test(stop.rest ?? 'long'),

	/** "Je dis STOP à tout cela": in capitals, as the sender printed it, where the rest is not. */
	inCapitals: (stop) => isStated(stop) && stop.word.isInCapitals && stop.text.hasSmallLetters && !isGame(stop) && !roadSign.test(stop.before),

	/** "Bonjour, stop les pubs". */
	sayingWhat: (stop) => isStated(stop) && !naming.test(stop.before) && sayingWhat.test(stop.after),
};

/**
 * Whether a text opts out by the word STOP.
 *
 * @param isBeginning false for a later part of a message: its first word stands in the middle
 */
export function saysStop(text: string, isBeginning = true): boolean {
	const words = readWords(text);
	const applied = Object.entries(rules).flatMap(([name, rule]) => (isBeginning || name !== 'firstWord' ? [rule] : []));
	return someStop(words, (stop) => applied.some((rule) => rule(stop))) || (isBeginning && isMistyped(words.words));
}

/** Whether the first word is STOP, even where it opts nobody out ("Stop ou encore ?"). */
export function beginsWithStop(text: string): boolean {
	const [first] = readWords(text).words;
	return first !== undefined && isStopWord(first);
}

/** Whether STOP stands in a text in any other way than in an expression such as "non stop". */
export function holdsStop(words: Words): boolean {
	return someStop(words, () => true);
}

function someStop(text: Words, rule: Rule): boolean {
	return text.words.some((word, index) => {
		if (!isStopWord(word)) return false;
		const stop = around(text, word, index);
		return !isExpression(stop) && rule(stop);
	});
}

function isStopWord({ said }: Word): boolean {
	return said.length <= longestWord && stopWord.test(said);
}

function around(text: Words, word: Word, index: number): Candidate {
	const near = text.words.slice(Math.max(0, index - 3), index + 1);
	const apart = near.map(({ isApart }) => isApart).lastIndexOf(true);
	const next = text.words.slice(index + 1, index + 2 + longestRest);
	const nextApart = next.findIndex(({ isApart }) => isApart);
	const rest = next.filter(({ sentence }) => sentence === word.sentence);
	return {
		...{ word, index, text },
		before: asLine(near.slice(Math.max(0, apart), -1)),
		after: asLine(next.slice(0, nextApart < 0 ? undefined : nextApart)),
		rest: rest.length > longestRest ? undefined : asLine(rest),
	};
}

/** People ask about STOP, too; a question that begins with it is settled by the first word. */
function isStated({ word, text }: Candidate): boolean {
	return !text.questions.has(word.sentence);
}

/** "Stop ou encore ?" */
function isGame({ after }: Candidate): boolean {
	return after.startsWith(' ou ');
}

/** "Non stop", "bus stop", "stop-motion". */
function isExpression(stop: Candidate): boolean {
	return endsExpression.test(stop.after) || (beginsExpression.test(stop.before) && !isNoAndStop(stop));
}

/** "Non STOP" and "Non stop merci" answer twice; whoever means "non-stop" writes more, or in one way. */
function isNoAndStop({ index, text, word, rest }: Candidate): boolean {
	const [first] = text.words;
	if (index !== 1 || first?.said !== 'non' || !/^\s+$/.test(word.gap)) return false;
	return courtesies.test(rest ?? 'long') || (word.isInCapitals && !first.isInCapitals);
}

/** Nothing but a STOP that slipped: "Stip", "sto p". "S top" is not. */
function isMistyped(words: readonly Word[]): boolean {
	const [first, second] = words;
	if (first === undefined) return false;
	if (besideTheKey.test(first.said)) return courtesies.test(asLine(words.slice(1, 2 + longestRest)));
	const isTorn = words.length <= 4 && words.map(({ said }) => said).join('') === 'stop';
	return isTorn && !(second?.said === 'top' && !second.isInCapitals);
}
