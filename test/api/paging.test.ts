import type { Answer } from '../../nodes/SmsPartner/api/failure';
import { readPages, toPage, type Page } from '../../nodes/SmsPartner/api/paging';

const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => ({ id: from + index }));

/** A platform with so many entries on pages of some size, claiming some total. */
function platform(count: number, pageSize: number, total: number | undefined = count) {
	const asked: number[] = [];
	return {
		asked,
		readPage: async (page: number): Promise<Answer<Page>> => {
			asked.push(page);
			return { ok: true, body: { entries: entries((page - 1) * pageSize, Math.min(count, page * pageSize)), total } };
		},
	};
}

describe('readPages', () => {
	it.each([
		[45, 20, 45, [1, 2, 3], true],
		[45, 500, 45, [1], true],
		[40, 20, 40, [1, 2], true],
		[0, 20, 0, [1], true],
		[45, 20, 1000, [1, 2, 3, 4], false],
		[45, 20, undefined, [1, 2, 3, 4], true],
		[45, 20, 3, [1, 2, 3, 4], true],
		[0, 20, undefined, [1], false],
	])('reads %i entries on pages of %i that claim %j in all', async (count, pageSize, total, pages, complete) => {
		const { asked, readPage } = platform(count, pageSize, total);
		const answer = await readPages(total === undefined ? async (page) => withoutTotal(await readPage(page)) : readPage);
		expect(answer).toEqual({ ok: true, body: { entries: entries(0, count), total, complete, repeats: false } });
		expect(asked).toEqual(pages);
	});

	it('reads no more pages than the limit of entries needs', async () => {
		const { asked, readPage } = platform(100, 20);
		expect(await readPages(readPage, { entries: 30 })).toMatchObject({ ok: true, body: { entries: entries(0, 30), complete: false } });
		expect(asked).toEqual([1, 2]);
	});

	it('reads no more pages than it may', async () => {
		const { asked, readPage } = platform(100, 20);
		expect(await readPages(readPage, { pages: 3 })).toMatchObject({ ok: true, body: { entries: entries(0, 60), complete: false } });
		expect(asked).toEqual([1, 2, 3]);
	});

	it.each([1_000_000, 4, undefined])('ends when a page comes again, which is never a complete list: %j', async (total) => {
		let asked = 0;
		const repeating = async (): Promise<Answer<Page>> => {
			asked++;
			return { ok: true, body: { entries: entries(0, 2), total } };
		};
		expect(await readPages(repeating)).toMatchObject({ ok: true, body: { entries: entries(0, 2), complete: false } });
		expect(asked).toBe(2);
	});

	it('takes a page for the same although its entries have changed, by what tells them apart', async () => {
		let asked = 0;
		const changing = async (): Promise<Answer<Page>> => ({ ok: true, body: { entries: [{ id: 1, status: `${asked++}` }], total: 2 } });
		const list = await readPages(changing, { identity: ({ id }) => String(id) });
		expect(list).toMatchObject({ ok: true, body: { entries: [{ id: 1 }], complete: false } });
	});

	it('says when an entry came on two pages', async () => {
		const overlapping = async (page: number): Promise<Answer<Page>> => ({ ok: true, body: { entries: entries(page * 2, page * 2 + 3), total: 6 } });
		expect(await readPages(overlapping)).toMatchObject({ ok: true, body: { complete: true, repeats: true } });
	});

	it('passes the failure of a page on', async () => {
		const failed: Answer<Page> = { ok: false, failure: { kind: 'refused', message: 'no', description: '' } };
		expect(await readPages(async (page) => (page === 2 ? failed : platform(9, 3).readPage(page)))).toBe(failed);
	});
});

describe('toPage', () => {
	it('takes the list by its name, what is no record left out, and a total that is written as text', () => {
		expect(toPage({ ok: true, body: { datas: [{ id: 1 }, null, 'x'], total: '45' } }, 'datas')).toEqual({ ok: true, body: { entries: [{ id: 1 }], total: 45 } });
	});

	it('passes a failure on', () => {
		const failed: Answer<never> = { ok: false, failure: { kind: 'refused', message: 'no', description: '' } };
		expect(toPage(failed, 'datas')).toBe(failed);
	});
});

function withoutTotal(answer: Answer<Page>): Answer<Page> {
	return answer.ok ? { ok: true, body: { ...answer.body, total: undefined } } : answer;
}
