import type { UnknownRecord } from '../values/narrow';
import type { Answer } from './failure';

export interface Page {
	entries: UnknownRecord[];
	/** How many entries there are on all pages, if the platform says so. */
	total: number | undefined;
}

/** Far more than any account holds; only a platform that never ends gets here. */
const MAX_PAGES = 10_000;

/**
 * Reads pages until `total` or the limit is reached. Page sizes are documented differently from page to page, so none
 * is assumed; an empty page, or one that came before, is the end whatever `total` claims.
 */
export async function readPages(
	limit: number,
	readPage: (page: number) => Promise<Answer<Page>>,
): Promise<Answer<UnknownRecord[]>> {
	const entries: UnknownRecord[] = [];
	const seen = new Set<string>();
	for (let page = 1; page <= MAX_PAGES && entries.length < limit; page++) {
		const answer = await readPage(page);
		if (!answer.ok) return answer;
		const signature = JSON.stringify(answer.body.entries);
		if (answer.body.entries.length === 0 || seen.has(signature)) break;
		seen.add(signature);
		entries.push(...answer.body.entries);
		if (answer.body.total !== undefined && entries.length >= answer.body.total) break;
	}
	return { ok: true, body: entries.slice(0, limit) };
}
