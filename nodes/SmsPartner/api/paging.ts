import { asList, asNumber, isRecord, type UnknownRecord } from '../values/narrow';
import type { Answer } from './failure';

export interface Page {
	entries: UnknownRecord[];
	/** How many entries there are on all pages, if the platform says so. */
	total: number | undefined;
}

/** What was read of a list. */
export interface Pages extends Page {
	/** Whether this is all of it, as far as the platform says. */
	complete: boolean;
	/** Whether an entry came on two pages: there are two of it, or entries changed places while the pages were read. */
	repeats: boolean;
}

export interface PageLimits {
	/** Reads no further than so many entries. */
	entries?: number;
	pages?: number;
	/** What tells entries apart although they may change between two pages; the whole entry otherwise. */
	identity?: (entry: UnknownRecord) => string;
}

/** The page in an answer whose list is called `listName`. */
export function toPage(answer: Answer<UnknownRecord>, listName: string): Answer<Page> {
	if (!answer.ok) return answer;
	return { ok: true, body: { entries: asList(answer.body[listName]).filter(isRecord), total: asNumber(answer.body.total) } };
}

/** Far more than any account holds; only a platform that never ends gets here. */
const MAX_PAGES = 10_000;

/**
 * Reads pages until `total` or a limit is reached. Page sizes are documented differently from page to page, so none is
 * assumed; an empty page, or one that came before, is the end whatever `total` claims. The list is complete with as many
 * entries as `total`, and without a `total` with an empty page after some.
 */
export async function readPages(
	readPage: (page: number) => Promise<Answer<Page>>,
	{ entries: mostEntries = Infinity, pages: mostPages = MAX_PAGES, identity = JSON.stringify }: PageLimits = {},
): Promise<Answer<Pages>> {
	const entries: UnknownRecord[] = [];
	const pagesSeen = new Set<string>();
	const seen = new Set<string>();
	let total: number | undefined;
	let ended = false;
	let repeats = false;
	for (let page = 1; page <= mostPages && entries.length < mostEntries; page++) {
		const answer = await readPage(page);
		if (!answer.ok) return answer;
		total = answer.body.total ?? total;
		const identities = answer.body.entries.map((entry) => identity(entry));
		const signature = JSON.stringify([...identities].sort());
		ended = identities.length === 0;
		if (ended || pagesSeen.has(signature)) break;
		pagesSeen.add(signature);
		repeats ||= identities.some((each) => seen.has(each));
		for (const each of identities) seen.add(each);
		for (const entry of answer.body.entries) entries.push(entry);
		if (entries.length === total) break;
	}
	const complete = entries.length === total || (ended && entries.length > (total ?? 0));
	return { ok: true, body: { entries: entries.slice(0, mostEntries), total, complete, repeats } };
}
