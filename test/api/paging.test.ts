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
		[45, 20, 45, [1, 2, 3]],
		[45, 500, 45, [1]],
		[40, 20, 40, [1, 2]],
		[0, 20, 0, [1]],
		[45, 20, 1000, [1, 2, 3, 4]],
		[45, 20, undefined, [1, 2, 3, 4]],
	])('reads %i entries on pages of %i that claim %j in all', async (count, pageSize, total, pages) => {
		const { asked, readPage } = platform(count, pageSize, total);
		const answer = await readPages(Infinity, total === undefined ? async (page) => withoutTotal(await readPage(page)) : readPage);
		expect(answer).toEqual({ ok: true, body: entries(0, count) });
		expect(asked).toEqual(pages);
	});

	it('reads no more pages than the limit needs', async () => {
		const { asked, readPage } = platform(100, 20);
		expect(await readPages(30, readPage)).toEqual({ ok: true, body: entries(0, 30) });
		expect(asked).toEqual([1, 2]);
	});

	it('ends when a page comes again, whatever the total', async () => {
		let asked = 0;
		const repeating = async (): Promise<Answer<Page>> => {
			asked++;
			return { ok: true, body: { entries: entries(0, 2), total: 1_000_000 } };
		};
		expect(await readPages(Infinity, repeating)).toEqual({ ok: true, body: entries(0, 2) });
		expect(asked).toBe(2);
	});

	it.each([
		[45, 1000, [[45, 1000]]],
		[45, 45, []],
		[45, undefined, []],
	])('says when %i entries are fewer than the %j that were claimed', async (count, total, heard) => {
		const short: Array<[number, number]> = [];
		const { readPage } = platform(count, 20, total);
		await readPages(Infinity, readPage, (found, claimed) => short.push([found, claimed]));
		await readPages(10, readPage, () => short.push([-1, -1]));
		expect(short).toEqual(heard);
	});

	it('passes the failure of a page on', async () => {
		const failed: Answer<Page> = { ok: false, failure: { kind: 'refused', message: 'no', description: '' } };
		expect(await readPages(Infinity, async (page) => (page === 2 ? failed : platform(9, 3).readPage(page)))).toBe(failed);
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
