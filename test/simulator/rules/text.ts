/** Characters that the platform removes, or replaces by more than one, outside Unicode mode (docs: message text). */
const REMOVED = '^~|\\¨§';
const DOUBLE = '€œ';

/**
 * SMS that a text is billed as (docs: message text): 160 characters, then blocks of 153; in Unicode 70, then 67.
 * A line break (`:br:`) counts as two characters, a euro sign (`:euro:`) as in GSM-7: two, or one in Unicode.
 */
export function countSegments(message: string, unicode: boolean): number {
	const text = message.replaceAll(':br:', '\r\n').replaceAll(':euro:', '€');
	const length = unicode ? text.length : gsmLength(text);
	const [single, block] = unicode ? [70, 67] : [160, 153];
	return length <= single ? 1 : Math.ceil(length / block);
}

function gsmLength(text: string): number {
	let length = 0;
	for (const character of text) {
		if (REMOVED.includes(character)) continue;
		length += DOUBLE.includes(character) ? 2 : 1;
	}
	return length;
}
