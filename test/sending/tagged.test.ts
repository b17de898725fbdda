import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer } from '../../nodes/SmsPartner/api/failure';
import type { Pages } from '../../nodes/SmsPartner/api/paging';
import * as lists from '../../nodes/SmsPartner/lookups/statusLists';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import { Tagged } from '../../nodes/SmsPartner/sending/tagged';
import { messagesWith, phoneNumber, plainSettings } from './messages';

const context = { getExecutionCancelSignal: () => undefined } as unknown as IExecuteFunctions;
const tagged = { ...plainSettings, tag: 'spring' };

const listing = (...indexes: number[]): Answer<Pages> => ({
	ok: true,
	body: { entries: indexes.map((index) => ({ phoneNumber: phoneNumber(index), status: 'Waiting' })), total: indexes.length, complete: true, repeats: false },
});
const cut = (...indexes: number[]): Answer<Pages> => {
	const list = listing(...indexes);
	return list.ok ? { ok: true, body: { ...list.body, complete: false } } : list;
};
const failed: Answer<Pages> = { ok: false, failure: { kind: 'unreadable', message: 'no', description: '' } };

/** What is found of three deliveries with the numbers 0 to 2, when the tag lists this before, after 2 s and after 10 s. */
async function found(before: Answer<Pages>, ...after: Array<Answer<Pages>>) {
	const messages = messagesWith(['a', 'b', 'c'], tagged);
	return foundOf(messages, before, ...after);
}

async function foundOf(messages: ReturnType<typeof messagesWith>, ...answers: Array<Answer<Pages>>) {
	const read = jest.spyOn(lists, 'allStatusesOfTag');
	for (const answer of answers) read.mockResolvedValueOnce(answer);
	const look = new Tagged(context, smsKind);
	await look.expect(messages);
	const findings = look.findings(messages);
	await jest.advanceTimersByTimeAsync(10_000);
	const { sent, absent } = await findings;
	const reads = read.mock.calls.length;
	return { sent: [...sent.keys()].map(({ itemIndex }) => itemIndex), absent: [...absent].map(({ itemIndex }) => itemIndex), reads, records: [...sent.values()] };
}

describe('Tagged', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});

	it('takes for sent who is new, and for absent who is missing from two equal readings', async () => {
		expect(await found(listing(7), listing(7, 0, 1), listing(1, 0, 7))).toMatchObject({ sent: [0, 1], absent: [2], reads: 3 });
	});

	it('asks no second time when all are there', async () => {
		expect(await found(listing(), listing(0, 1, 2))).toMatchObject({ sent: [0, 1, 2], absent: [], reads: 2 });
	});

	it('does not take for sent who was listed before', async () => {
		expect(await found(listing(0), listing(0, 1), listing(0, 1))).toMatchObject({ sent: [1], absent: [0, 2] });
	});

	it('is not sure of absence while the listing still grows, or shows nobody of the request', async () => {
		expect(await found(listing(), listing(0), listing(0, 1))).toMatchObject({ sent: [0, 1], absent: [] });
		expect(await found(listing(), listing(), listing())).toMatchObject({ sent: [], absent: [] });
		expect(await found(listing(), listing(7), listing(7))).toMatchObject({ sent: [], absent: [] });
	});

	it('believes whom a cut listing shows, and not that others are missing', async () => {
		expect(await found(listing(), cut(0), cut(0))).toMatchObject({ sent: [0], absent: [] });
	});

	it.each([
		['cut', cut(7)],
		['unreadable', failed],
	])('finds nothing when the listing before the run is %s', async (_what, before) => {
		expect(await found(before, listing(0, 1), listing(0, 1))).toMatchObject({ sent: [], absent: [], reads: 1 });
	});

	it('is sure of absence only where both readings are whole', async () => {
		expect(await found(listing(), cut(0), listing(0))).toMatchObject({ sent: [0], absent: [] });
	});

	it('does not give a new SMS the status of one that was listed before', async () => {
		const statuses = (...words: string[]): Answer<Pages> => {
			const list = listing(...words.map(() => 0));
			return list.ok ? { ok: true, body: { ...list.body, entries: list.body.entries.map((entry, index) => ({ ...entry, status: words[index] })) } } : list;
		};
		const recordOf = async (...answers: Array<Answer<Pages>>) => (await foundOf(messagesWith(['a', 'b'], tagged), ...answers)).records[0];
		// Some lists begin with the newest.
		expect(await recordOf(statuses('Delivered'), statuses('Waiting', 'Delivered'), statuses('Waiting', 'Delivered'))).toMatchObject({ status: 'Waiting' });
		jest.restoreAllMocks();
		expect(await recordOf(statuses('Waiting'), statuses('Not delivered', 'Delivered'), statuses('Not delivered', 'Delivered'))).toEqual({});
	});

	it('does not take for sent who went out when n8n called the node before, and is listed only now', async () => {
		const [first, second] = messagesWith(['a', 'b'], tagged);
		if (!first || !second) throw new Error('two messages expected');
		jest.spyOn(lists, 'allStatusesOfTag').mockResolvedValueOnce(listing()).mockResolvedValue(listing(0));
		const look = new Tagged(context, smsKind);
		const again = { ...second, phoneNumber: first.phoneNumber };
		await look.expect([again, messagesWith(['a', 'b', 'c'], tagged)[2] ?? second], [first]);
		const findings = look.findings([again]);
		await jest.advanceTimersByTimeAsync(10_000);
		expect(await findings).toEqual({ sent: new Map(), absent: new Set() });
	});

	it('finds what one of two readings shows', async () => {
		expect(await found(listing(), failed, listing(0))).toMatchObject({ sent: [0], absent: [] });
	});

	it('takes a masked number for anybody\'s', async () => {
		const masked: Answer<Pages> = { ok: true, body: { entries: [{ phoneNumber: '+336XXXXXXX1', status: 'Waiting' }], total: 1, complete: true, repeats: false } };
		expect(await found(masked, listing(0), listing(0))).toMatchObject({ sent: [], absent: [] });
	});

	it('tells two SMS to one number apart by nothing: all of them are listed, or none is found', async () => {
		const [first, second] = messagesWith(['a', 'b'], tagged);
		if (!first || !second) throw new Error('two messages expected');
		const twice = [first, { ...second, phoneNumber: first.phoneNumber }];
		expect(await foundOf(twice, listing(), listing(0), listing(0))).toMatchObject({ sent: [], absent: [] });
		expect(await foundOf(twice, listing(), listing(0, 0))).toMatchObject({ sent: [0, 1], absent: [] });
	});

	it('reads nothing for one recipient alone, or without a tag', async () => {
		const [alone] = messagesWith(['a'], tagged);
		if (!alone) throw new Error('a message expected');
		expect(await foundOf([alone], listing())).toMatchObject({ sent: [], reads: 0 });
		jest.restoreAllMocks();
		expect(await foundOf(messagesWith(['a', 'b']), listing())).toMatchObject({ sent: [], reads: 0 });
	});
});
