import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer } from '../../nodes/SmsPartner/api/failure';
import * as request from '../../nodes/SmsPartner/api/request';
import { allStatusesOfTag } from '../../nodes/SmsPartner/lookups/statusLists';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';

const context = {} as IExecuteFunctions;

/** A page of the numbers that end with these digits. */
const page = (digits: number[], total?: number, status = 'Waiting'): Answer<UnknownRecord> => ({
	ok: true,
	body: { ...(total !== undefined && { total }), StatutResponse_List: digits.map((digit) => ({ phoneNumber: `+3361234567${digit}`, status })) },
});

async function read(...pages: Array<Answer<UnknownRecord>>) {
	const callApi = jest.spyOn(request, 'callApi');
	for (const each of pages) callApi.mockResolvedValueOnce(each);
	const list = await allStatusesOfTag(context, 'spring');
	return { list, asked: callApi.mock.calls.map(([, , input]) => input?.query?.page) };
}

describe('allStatusesOfTag', () => {
	afterEach(() => jest.restoreAllMocks());

	it('is complete with as many entries as the total', async () => {
		const { list, asked } = await read(page([1, 2], 3), page([3], 3));
		expect(list).toMatchObject({ ok: true, body: { complete: true, total: 3 } });
		expect(asked).toEqual([undefined, 2]);
	});

	it('has nothing of a tag that the platform does not know', async () => {
		const unknown: Answer<UnknownRecord> = { ok: false, failure: { kind: 'refused', message: 'Message introuvable', description: '', code: '4' } };
		expect((await read(unknown)).list).toEqual({ ok: true, body: { entries: [], total: 0, complete: true, repeats: false } });
	});

	it('passes every other failure on, of any page', async () => {
		const failed: Answer<UnknownRecord> = { ok: false, failure: { kind: 'refused', message: 'no', description: '', code: '3' } };
		expect((await read(failed)).list).toEqual(failed);
		expect((await read(page([1], 3), failed)).list).toEqual(failed);
	});

	it('is not complete when a page comes again, although the statuses on it have changed', async () => {
		expect((await read(page([1, 2], 4), page([2, 1], 4, 'Delivered'))).list).toMatchObject({ body: { complete: false, entries: { length: 2 } } });
	});

	it('reads again when somebody came on two pages, and is complete only if both readings agree', async () => {
		const moved = await read(page([1, 2], 4), page([2, 3], 4), page([1, 2], 4), page([3, 4], 4));
		expect(moved.asked).toEqual([undefined, 2, undefined, 2]);
		expect(moved.list).toMatchObject({ body: { complete: false } });
		jest.restoreAllMocks();
		const twice = await read(page([1, 2], 4), page([2, 3], 4), page([1, 2], 4), page([2, 3], 4));
		expect(twice.list).toMatchObject({ body: { complete: true, entries: { length: 4 } } });
	});

	it('without a total, ends with an empty page', async () => {
		expect((await read(page([1]), page([]))).list).toMatchObject({ body: { complete: true } });
		jest.restoreAllMocks();
		expect((await read(page([]))).list).toMatchObject({ body: { complete: false } });
	});
});
