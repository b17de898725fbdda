import { asList, asNumber, isRecord, type UnknownRecord } from '../values/narrow';
import type { Answer } from './failure';

export interface Page {
	entries: UnknownRecord[];
	/** How many entries there are on all pages, if the platform says so. */
	total: number | undefined;
}

/** The page in an answer whose list is called `listName`. */
export function toPage(answer: Answer<UnknownRecord>, listName: string): Answer<Page> {
	if (!answer.ok) return answer;
	return { ok: true, body: { entries: asList(answer.body[listName]).filter(isRecord), total: asNumber(answer.body.total) } };
}

/** Far more than any account holds; only a platform that never ends gets here. */
const MAX_PAGES = 10_000;

/**
 * Reads pages until `total` or the limit is reached. Page sizes are documented differently from page to page, so none
 * is assumed; an empty page, or one that came before, is the end whatever `total` claims. `onShort` hears of an end
 * before the `total`.
 */
export async function readPages(
	limit: number,
	readPage: (page: number) => Promise<Answer<Page>>,
	onShort?: (found: number, total: number) => void,
): Promise<Answer<UnknownRecord[]>> {
	const entries: UnknownRecord[] = [];
	const seen = new Set<string>();
	for (let page = 1; page <= MAX_PAGES && entries.length < limit; page++) {
		const answer = await readPage(page);
		if (!answer.ok) return answer;
		const signature = JSON.stringify(answer.body.entries);
		const { total } = answer.body;
		if (answer.body.entries.length === 0 || seen.has(signature)) {
			if (total !== undefined && entries.length < total) onShort?.(entries.length, total);
			break;
		}
		seen.add(signature);
		entries.push(...answer.body.entries);
		if (total !== undefined && entries.length >= total) break;
	}
	return { ok: true, body: entries.slice(0, limit) };
}
