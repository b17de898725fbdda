import { accept, refuse, type Checked } from '../../values/checked';
import { smsText } from '../smsText';
import { asLine, readWords } from './words';

/** Words that users add to STOP, ready to be compared. */
export type FurtherWords = readonly string[];

/**
 * Words as people list them: separated by commas, semicolons or line breaks, or a list, as an expression may give it.
 * What holds no letter and no digit is none.
 */
export function readFurtherWords(value: unknown): Checked<FurtherWords> {
	const given = [value].flat().map((each) => smsText(each ?? ''));
	const texts = given.filter((each) => each !== undefined);
	if (texts.length < given.length) {
		return refuse(
			'"Further Opt-Out Words" of the SMS Partner Trigger is no text: change it and publish again',
			'List the words with commas between them, such as: arrêt, désabonner.',
		);
	}
	const entries = texts.flatMap((each) => each.split(/[,;\r\n]/));
	const lines = entries.map((entry) => asLine(readWords(entry).words));
	return accept([...new Set(lines)].filter((line) => line.trim() !== ''));
}

/** Whether a text begins with one of these, as a whole word; case and accents do not matter. */
export function beginsWithOne(text: string, further: FurtherWords): boolean {
	if (further.length === 0) return false;
	const line = asLine(readWords(text).words);
	return further.some((word) => line.startsWith(word));
}
