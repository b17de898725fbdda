/** How an SMS is written: in the alphabet of GSM 03.38, or in Unicode. */
export type Encoding = 'GSM-7' | 'UCS-2';

/** Characters of a text that fits one SMS, and of each SMS of a longer one (docs: Message text). */
export const SEGMENT_SIZE = { 'GSM-7': { single: 160, multi: 153 }, 'UCS-2': { single: 70, multi: 67 } } as const;

/** More SMS for one text are refused by the platform (docs: error codes, 52). */
export const MAX_SEGMENTS = 10;

export interface Segments {
	characters: number;
	segments: number;
	/** Of the characters, those that find a place in `MAX_SEGMENTS` SMS. */
	fitting: number;
}

/**
 * Puts characters of these sizes into SMS, none of them into two: phones show half of € or of an emoji as garbage, so
 * that networks do not divide it.
 */
export function intoSegments(sizes: Iterable<number>, encoding: Encoding): Segments {
	const { single, multi } = SEGMENT_SIZE[encoding];
	let characters = 0;
	let segments = 1;
	let used = 0;
	let fitting = 0;
	for (const size of sizes) {
		if (used + size > multi) {
			segments += 1;
			used = 0;
		}
		used += size;
		characters += size;
		if (segments <= MAX_SEGMENTS) fitting = characters;
	}
	return { characters, segments: characters <= single ? Math.sign(characters) : segments, fitting };
}

/** As documented, where a character may be divided (docs: Message text): what a text may be billed as at least. */
export function documentedSegments({ characters, encoding }: { characters: number; encoding: Encoding }): number {
	const { single, multi } = SEGMENT_SIZE[encoding];
	return characters <= single ? Math.sign(characters) : Math.ceil(characters / multi);
}
