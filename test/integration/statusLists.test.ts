import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { campaignParameters, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

describe('sms.getManyStatuses', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const byMessage: INodeParameters = { resource: 'sms', operation: 'getManyStatuses', findBy: 'messageId', messageId: '={{ $json.messageId }}', returnAll: true, simplify: true };
	const byTag: INodeParameters = { resource: 'sms', operation: 'getManyStatuses', findBy: 'tag', tag: 'spring', returnAll: true, simplify: true };
	const answer = (body: object) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false });

	/** Requests before what is tested: sending with a tag asks for its statuses too. */
	let earlier: number;

	beforeEach(() => {
		earlier = 0;
	});

	/** Sends with the tag, and gives the id of the message. */
	async function sent(count: number): Promise<string> {
		const { items } = await run(simulator, { ...campaignParameters, options: { tag: 'spring' } }, people(count));
		simulator.setStatus(phoneNumber(0), 'not delivered');
		earlier = simulator.requests.length;
		return String(items[0]?.json.messageId);
	}

	const asked = () => simulator.requests.slice(earlier);

	it('gives an item for each recipient of a message', async () => {
		const messageId = await sent(3);
		const { items } = await run(simulator, byMessage, [{ messageId }]);
		expect(items).toEqual(
			[0, 1, 2].map((index) => ({
				json: {
					phoneNumber: phoneNumber(index),
					messageId,
					tag: null,
					status: index === 0 ? 'notDelivered' : 'waiting',
					doneAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
					optedOut: false,
				},
				pairedItem: { item: 0 },
			})),
		);
		expectSchema('sms', 'getManyStatuses', items.map(({ json }) => json));
	});

	it('asks once for items that want the same, and stops at the limit', async () => {
		const messageId = await sent(3);
		const { items } = await run(simulator, { ...byMessage, returnAll: false, limit: 2 }, [{ messageId }, { messageId }]);
		expect(asked()).toHaveLength(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }, { item: 1 }]);
	});

	it.each(['page', 'currentPage'])('reads all pages of a tag, whichever name the platform takes for them: %s', async (name) => {
		await sent(45);
		simulator.behaviour.statusPageParameter = name;
		const { items, hints } = await run(simulator, byTag);
		expect(items.map(({ json }) => [json.phoneNumber, json.tag, json.messageId])).toEqual(people(45).map((person) => [person.phoneNumber, 'spring', null]));
		expect(asked().map(({ query }) => query.page)).toEqual([undefined, '2', '3']);
		expect(hints).toEqual([]);
		expectSchema('sms', 'getManyStatuses', items.map(({ json }) => json));
	});

	it('says so when the platform knows no pages at all', async () => {
		await sent(45);
		simulator.behaviour.statusPageParameter = 'unheard-of';
		const { items, hints } = await run(simulator, byTag);
		expect(items).toHaveLength(20);
		expect(hints).toEqual([expect.objectContaining({ message: 'The platform gave 20 of 45 statuses with the tag spring.' })]);
	});

	it.each([
		['sms-bulk-status.success', byMessage],
		['sms-bulk-status-by-tag.success', byTag],
	])('reads %s', async (name, parameters) => {
		answer(fixture(name));
		const { items } = await run(simulator, { ...parameters, simplify: false }, [{ messageId: '111' }]);
		expect(items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ phoneNumber: '+336XXXXXXX1', status: 'delivered', optedOut: false, doneAt: '2018-02-07T08:38:31+01:00', raw: expect.objectContaining({ date: '1517989111' }) }),
			expect.objectContaining({ phoneNumber: '+336XXXXXXX2', doneAt: '2018-02-07T08:38:21+01:00' }),
		]);
		expect(simulator.requests).toHaveLength(1);
	});

	it.each([
		[{ ...byMessage, messageId: '424242' }, /does not know this message/],
		[{ ...byTag, tag: 'unknown' }, /knows no message with this tag/],
	])('explains that nothing is known of %j', async (parameters, explained) => {
		expect((await run(simulator, parameters)).error).toMatchObject({ message: 'Message introuvable', description: expect.stringMatching(explained) });
	});

	it('does not take an answer without a list for a message without recipients', async () => {
		answer({ success: true, code: 200 });
		expect((await run(simulator, byTag)).error?.message).toBe('The platform answered without the expected result');
	});

	describe('by message', () => {
		itFailsWell(() => simulator, {
			parameters: { ...byMessage, messageId: '111' },
			effect: 'read',
			success: fixture('sms-bulk-status.success'),
			wrongKey: 'sms-bulk-status.error-10',
			required: { messageId: /Message ID is empty/ },
			refusals: { 1: /Select the credential/, 3: /Fill in Message ID/, 4: /does not know this message/, 96: /IP address/ },
		});
	});

	describe('by tag', () => {
		itFailsWell(() => simulator, {
			parameters: byTag,
			effect: 'read',
			success: fixture('sms-bulk-status-by-tag.success'),
			wrongKey: 'sms-bulk-status-by-tag.error-10',
			required: { tag: /Tag is empty/ },
			refusals: { 1: /Select the credential/, 3: /Fill in Tag/, 4: /no message with this tag/ },
		});
	});
});
