/** A word of a text: without accents, in small letters, in Latin ones where it looks or sounds like them. */
export interface Word {
	said: string;
	isInCapitals: boolean;
	/** What stands between it and the word before. */
	gap: string;
	/** Whether that is a comma or the like: "Non, stop" is not "non stop". */
	isApart: boolean;
	/** The sentence or line that it stands in, counted from 0. */
	sentence: number;
}

export interface Words {
	words: readonly Word[];
	/** Sentences that end with a question mark. */
	questions: ReadonlySet<number>;
	hasSmallLetters: boolean;
}

/**
 * Twice what phones send as an SMS of many parts. Of what is longer, the beginning and the end are read: that is where
 * people opt out, and no text may take long.
 */
const longest = 10_000;
const headLength = 8_000;

/** Accents, and what nobody sees. Taken away before the text is taken apart, too: a row of accents is slow to sort. */
const unseen = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const lookAlikes: { [letter: string]: string } = {
	...{ ѕ: 's', с: 's', т: 't', о: 'o', р: 'p', п: 'p' },
	...{ σ: 's', ς: 's', τ: 't', ο: 'o', ρ: 'p', π: 'p' },
	...{ ꜱ: 's', ᴛ: 't', ᴏ: 'o', ᴘ: 'p', ø: 'o', œ: 'oe', æ: 'ae' },
};
const lookAlike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');

/** The words of a text, and how it is put together. Takes time in proportion to the text. */
export function readWords(text: string): Words {
	// One character can become eighteen.
	const read = bounded(bounded(text).replace(unseen, '').normalize('NFKD').replace(unseen, ''));
	const words: Word[] = [];
	const questions = new Set<number>();
	let sentence = 0;
	let end = 0;
	for (const { 0: written, index } of read.matchAll(/[\p{L}\p{N}]+/gu)) {
		const gap = read.slice(end, index);
		if (words.length > 0 && endsSentence(gap)) {
			if (gap.includes('?')) questions.add(sentence);
			sentence += 1;
		}
		const isInCapitals = /\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written);
		words.push({ said: fold(written), isInCapitals, gap, isApart: !/^[^\S\n\r]*[\p{Pd}\p{Pc}'’&+/]*[^\S\n\r]*$/u.test(gap), sentence });
		end = index + written.length;
	}
	if (read.slice(end).includes('?')) questions.add(sentence);
	return { words: joinSpelt(words), questions, hasSmallLetters: /\p{Ll}/u.test(read) };
}

/** The words as one text, with a space before and after each; a space where there are none. */
export function asLine(words: readonly Word[]): string {
	return ` ${words.map(({ said }) => `${said} `).join('')}`;
}

function bounded(text: string): string {
	// A word in the gap: what stands before it is no end of a sentence.
	return text.length <= longest ? text : `${text.slice(0, headLength)} x ${text.slice(headLength - longest)}`;
}

function fold(word: string): string {
	return word.toLowerCase().replace(lookAlike, (letter) => lookAlikes[letter] ?? letter);
}

/** A point within a word, as in an address, ends no sentence. */
function endsSentence(gap: string): boolean {
	return /[!?;\n\r]|\.\s|\.\./.test(gap);
}

/** "S T O P" and "s.t.o.p" are one word. Other words are left as they are: only letters of STOP stand alone like that. */
function joinSpelt(words: readonly Word[]): Word[] {
	const joined: Word[] = [];
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index];
		if (word === undefined) break;
		const spelt = word.said === 's' ? words.slice(index, index + 4) : [];
		const isSpelt = /^s t [o0] p$/.test(spelt.map(({ said }) => said).join(' ')) && spelt.slice(1).every(({ gap }) => gap.length <= 3);
		joined.push(isSpelt ? { ...word, said: 'stop', isInCapitals: spelt.every((letter) => letter.isInCapitals) } : word);
		if (isSpelt) index += 3;
	}
	return joined;
}
