import type { INodeParameters } from 'n8n-workflow';

import { displayPhoneNumber } from '../../nodes/SmsPartner/values/phoneNumber';
import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

const ISO_DATE = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('optOut', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown, path?: string) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, path === undefined ? {} : { path });
	const optedOut = () => simulator.stopList.map((entry) => entry.phoneNumber);
	const idOf = (number: string) => String(simulator.stopList.find((entry) => entry.phoneNumber === number)?.id);
	const byItem = '={{ $json.phoneNumber }}';

	describe('add', () => {
		const parameters: INodeParameters = { resource: 'optOut', operation: 'add', phoneNumber: byItem, options: {} };

		it('adds each number, however it is written', async () => {
			const { items } = await run(simulator, { ...parameters, options: { defaultCountry: 'BE' } }, [{ phoneNumber: phoneNumber(1) }, { phoneNumber: '0470 12 34 56' }]);
			expect(optedOut().sort()).toEqual(['+32470123456', phoneNumber(1)]);
			expectSchema('optOut', 'add', items.map(({ json }) => json));
			expect(items).toEqual([phoneNumber(1), '+32470123456'].map((number, item) => ({ json: { phoneNumber: number, optedOut: true, optOutId: idOf(number) }, pairedItem: { item } })));
		});

		it('adds who said STOP, of a country whose numbers look like French ones without their 0', async () => {
			const numbers = ['687751234', '376312345', '508551234', '681821234'].map((msisdn) => ({ phoneNumber: displayPhoneNumber(msisdn) }));
			simulator.faults.add({ kind: 'body', status: 200, body: fixture('sms-stop-add.success'), accept: false }, { times: numbers.length });
			await run(simulator, parameters, numbers);
			expect(simulator.requests.map(({ body }) => (body as { phoneNumber?: string }).phoneNumber)).toEqual(['+687751234', '+376312345', '+508551234', '+681821234']);
		});

		it('reads sms-stop-add.success', async () => {
			answer(fixture('sms-stop-add.success'));
			expect((await run(simulator, parameters, people(1))).items[0]?.json).toEqual({ phoneNumber: phoneNumber(0), optedOut: true, optOutId: '300' });
		});

		it('adds the others although one is opted out already, and says what that means', async () => {
			simulator.optOut(phoneNumber(1));
			const { items } = await run(simulator, parameters, people(3), goOn);
			expect(items.map(({ json }) => json.optedOut ?? json.description)).toEqual([true, expect.stringContaining('on the opt-out list already'), true]);
			expect(optedOut()).toHaveLength(3);
		});

		it('does not stumble over what it added itself when n8n calls the node again', async () => {
			simulator.optOut(phoneNumber(0));
			await run(simulator, parameters, people(3), { ...retry, ...goOn });
			expect(simulator.requests.map(({ body }) => (body as { phoneNumber?: string }).phoneNumber).filter((number) => number !== phoneNumber(0))).toHaveLength(2);
			expect(optedOut()).toHaveLength(3);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, phoneNumber: '+33612345678' },
			effect: 'write',
			success: fixture('sms-stop-add.success'),
			wrongKey: 'sms-stop-add.error-10',
			required: { phoneNumber: /phone number is empty/ },
			refusals: { 1: /API key did not reach/, 2: /Fill in Phone Number/, 3: /nothing left to do/, 9: /not a valid phone number/, 10: /API key is not accepted/ },
		});
	});

	describe('remove', () => {
		const byNumber: INodeParameters = { resource: 'optOut', operation: 'remove', removeBy: 'phoneNumber', phoneNumber: byItem, options: {} };
		const byId: INodeParameters = { resource: 'optOut', operation: 'remove', removeBy: 'optOutId', optOutId: '={{ $json.optOutId }}' };

		it('removes by ID without reading the list', async () => {
			simulator.optOut(phoneNumber(0));
			simulator.optOut(phoneNumber(1));
			const optOutId = idOf(phoneNumber(1));
			const { items } = await run(simulator, byId, [{ optOutId }]);
			expect(items).toEqual([{ json: { deleted: true, optOutId, phoneNumber: null }, pairedItem: { item: 0 } }]);
			expect(optedOut()).toEqual([phoneNumber(0)]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/stop-sms/delete', query: { id: optOutId }, keyPlacement: 'query' })]);
		});

		it('removes by phone number, reading the list once for all items', async () => {
			for (const { phoneNumber: number } of people(4)) simulator.optOut(String(number));
			const ids = people(3).map(({ phoneNumber: number }) => idOf(String(number)));
			const { items } = await run(simulator, byNumber, people(3));
			expectSchema('optOut', 'remove', items.map(({ json }) => json));
			expect(items.map(({ json }) => json)).toEqual(people(3).map(({ phoneNumber: number }, index) => ({ deleted: true, optOutId: ids[index], phoneNumber: number })));
			expect(optedOut()).toEqual([phoneNumber(3)]);
			expect(simulator.countRequests('/stop-sms/list')).toBe(1);
		});

		it('removes nobody for a number that is not on the list, and the others all the same', async () => {
			simulator.optOut(phoneNumber(0));
			simulator.optOut(phoneNumber(2));
			const { items } = await run(simulator, byNumber, people(3), goOn);
			expect(items.map(({ json }) => json.deleted ?? json.error)).toEqual([true, `${phoneNumber(1)} is not on the opt-out list`, true]);
			expect(simulator.countRequests('/stop-sms/delete')).toBe(2);
		});

		it('removes nobody when the list cannot be read', async () => {
			simulator.optOut(phoneNumber(0));
			simulator.faults.add({ kind: 'status', status: 500, html: true });
			const { error } = await run(simulator, byNumber, people(1));
			expect(error).toMatchObject({ message: 'The platform answered with HTTP 500', context: { itemIndex: 0 } });
			expect(simulator.requests).toHaveLength(1);
			expect(optedOut()).toHaveLength(1);
		});

		it('removes nobody by an entry that only resembles the number', async () => {
			answer({ success: true, nbData: 1, data: [{ id: 19, phoneNumber: '600000000' }] });
			const { error } = await run(simulator, byNumber, people(1));
			expect(error?.message).toMatch(/^The opt-out list could not be read completely/);
			expect(simulator.countRequests('/stop-sms/delete')).toBe(0);
		});

		it('removes nobody twice when n8n calls the node again', async () => {
			simulator.optOut(phoneNumber(1));
			await run(simulator, byNumber, people(2), { ...retry, ...goOn });
			expect(simulator.countRequests('/stop-sms/list')).toBe(3);
			expect(simulator.countRequests('/stop-sms/delete')).toBe(1);
		});

		itFailsWell(() => simulator, {
			parameters: { ...byId, optOutId: '300' },
			effect: 'write',
			success: fixture('sms-stop-delete.success'),
			wrongKey: 'sms-stop-delete.error-10',
			required: { optOutId: /^Opt-Out ID is empty/ },
			refusals: { 1: /API key did not reach/, 2: /Fill in Phone Number/, 3: /Fill in Opt-Out ID/, 4: /no such entry/, 10: /API key is not accepted/ },
		});

		it('asks for the phone number before anything is sent', async () => {
			expect((await run(simulator, byNumber, [{ phoneNumber: '' }])).error?.message).toBe('The phone number is empty');
			expect(simulator.requests).toHaveLength(0);
		});
	});

	describe('getAll', () => {
		const parameters: INodeParameters = { resource: 'optOut', operation: 'getAll', returnAll: true, simplify: true };

		it('reads sms-stop-list.success', async () => {
			answer(fixture('sms-stop-list.success'));
			expect((await run(simulator, parameters)).items).toEqual([
				{ json: { phoneNumber: '+33xxxxxxxxx', optedOut: true, optOutId: '19', createdAt: '2015-07-20T10:19:45+02:00' }, pairedItem: { item: 0 } },
			]);
		});

		it('lists as many as each item asks for, with one request', async () => {
			for (const { phoneNumber: number } of people(5)) simulator.optOut(String(number));
			const { items } = await run(simulator, { ...parameters, returnAll: false, limit: '={{ $json.limit }}' }, [{ limit: 2 }, { limit: 3 }]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1, 1].map((item) => ({ item })));
			expectSchema('optOut', 'getAll', items.map(({ json }) => json));
			expect(items[4]?.json).toEqual({ phoneNumber: phoneNumber(2), optedOut: true, optOutId: idOf(phoneNumber(2)), createdAt: ISO_DATE });
			expect(simulator.requests).toHaveLength(1);
		});

		it('asks for further pages when the platform counts more than it gave', async () => {
			const page = (from: number) => ({ success: true, code: 200, nbData: 3, data: people(3).slice(from, from + 2).map(({ phoneNumber: number }, id) => ({ id: from + id, phoneNumber: number })) });
			answer(page(0));
			answer(page(2));
			const { items } = await run(simulator, parameters);
			expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(3).map(({ phoneNumber: number }) => number));
			expect(simulator.requests.map(({ query }) => query)).toEqual([{}, { page: '2' }]);
		});

		it('gives no list that it knows to be incomplete', async () => {
			simulator.faults.add({ kind: 'body', status: 200, body: { ...fixture('sms-stop-list.success'), nbData: 4 }, accept: false }, { times: 4 });
			expect((await run(simulator, parameters)).error?.message).toContain('1 of the 4 entries');
			expect((await run(simulator, { ...parameters, returnAll: false, limit: 1 })).items).toHaveLength(1);
		});

		it('adds the platform record under raw when not simplified', async () => {
			answer(fixture('sms-stop-list.success'));
			const { items } = await run(simulator, { ...parameters, simplify: false });
			expect(items[0]?.json.raw).toEqual({ id: 19, phoneNumber: '+33xxxxxxxxx', createdAt: '2015-07-20 10:19:45' });
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'read',
			success: fixture('sms-stop-list.success'),
			wrongKey: 'sms-stop-list.error-10',
			required: {},
			refusals: { 1: /API key did not reach/, 10: /API key is not accepted/ },
		});
	});

	describe('check', () => {
		const parameters: INodeParameters = { resource: 'optOut', operation: 'check', phoneNumber: byItem, options: {}, simplify: true };

		it('says of every number whether it is opted out, with one request', async () => {
			simulator.optOut(phoneNumber(1));
			const { items } = await run(simulator, parameters, people(1200));
			expect(simulator.requests).toHaveLength(1);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people(1200).map((_, item) => ({ item })));
			expectSchema('optOut', 'check', items.map(({ json }) => json));
			expect(items.filter(({ json }) => json.optedOut).map(({ json }) => json)).toEqual([
				{ phoneNumber: phoneNumber(1), optedOut: true, optOutId: idOf(phoneNumber(1)), createdAt: ISO_DATE },
			]);
			expect(items[2]?.json).toEqual({ phoneNumber: phoneNumber(2), optedOut: false, optOutId: null, createdAt: null });
		});

		it('sees a STOP that came as a reply, whatever the spelling of the number', async () => {
			await run(simulator, { resource: 'sms', operation: 'send', sendFrom: 'senderName', recipientSource: 'parameters', to: '0612345678', message: 'Hi' });
			await simulator.reply('0612345678', 'STOP');
			const { items } = await run(simulator, { ...parameters, simplify: false }, [{ phoneNumber: '06 12 34 56 78' }, { phoneNumber: phoneNumber(9) }]);
			expect(items.map(({ json }) => [json.optedOut, json.raw])).toEqual([
				[true, expect.objectContaining({ phoneNumber: '+33612345678' })],
				[false, {}],
			]);
		});

		it.each<[string, Parameters<Simulator['faults']['add']>[0]]>([
			['HTTP 500', { kind: 'status', status: 500, html: true }],
			['a web page', { kind: 'body', status: 200, body: '<html></html>', contentType: 'text/html', accept: false }],
			['nothing', { kind: 'body', status: 200, body: '', accept: false }],
			['half an answer', { kind: 'truncate', accept: true }],
			['no connection', { kind: 'reset', accept: true }],
			['a success without the list', { kind: 'body', status: 200, body: { success: true, code: 200 }, accept: false }],
			['a list that is none', { kind: 'body', status: 200, body: { success: true, code: 200, nbData: 0, data: null }, accept: false }],
			['a refusal with an empty list', { kind: 'body', status: 200, body: { success: false, code: 96, message: 'IP', data: [] }, accept: false }],
			['a refusal without success', { kind: 'body', status: 200, body: { code: 96, message: 'IP', nbData: 0, data: [] }, accept: false }],
			['fewer entries than it counts', { kind: 'body', status: 200, body: { success: true, nbData: 2, data: [] }, accept: false }],
			['an entry without a number', { kind: 'body', status: 200, body: { success: true, nbData: 1, data: [{ id: 1 }] }, accept: false }],
			['an entry that is none', { kind: 'body', status: 200, body: { success: true, nbData: 1, data: [null] }, accept: false }],
			['masked numbers, as the documentation prints them', { kind: 'body', status: 200, body: fixture('sms-stop-list.success'), accept: false }],
		])('never says "not opted out" when the platform answers with %s', async (_what, fault) => {
			simulator.optOut(phoneNumber(0));
			simulator.faults.add(fault, { times: 2 });
			const { items } = await run(simulator, parameters, people(2), goOn);
			expect(items.map(({ json }) => json)).toEqual(
				people(2).map(({ phoneNumber: number }) => ({ error: expect.stringMatching(/\w/), code: expect.any(String), description: expect.any(String), phoneNumber: number })),
			);
		});

		it('says "opted out" of a number it found in a list that is incomplete otherwise', async () => {
			const body = { success: true, nbData: 5, data: [{ id: 7, phoneNumber: phoneNumber(0) }] };
			simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, { times: 2 });
			const { items } = await run(simulator, parameters, people(2), goOn);
			expect(items.map(({ json }) => json.optedOut ?? json.code)).toEqual([true, 'LIST_INCOMPLETE']);
		});

		it('names an item without a valid number, and checks the others', async () => {
			const { items } = await run(simulator, parameters, [{ phoneNumber: '12' }, ...people(1)], goOn);
			expect(items.map(({ json }) => json.error ?? json.optedOut)).toEqual([expect.stringContaining('"12"'), false]);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, phoneNumber: '+33612345678' },
			effect: 'read',
			success: { success: true, code: 200, nbData: 0, data: [] },
			wrongKey: 'sms-stop-list.error-10',
			required: { phoneNumber: /phone number is empty/ },
			refusals: { 1: /API key did not reach/, 10: /API key is not accepted/ },
		});
	});
});
