import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useN8n } from '../harness/e2eInstance';
import { buildWorkflow } from '../harness/workflow';
import { campaignParameters, goOn, people, phoneNumber } from '../integration/support/parameters';
import type { Behaviour, Simulator } from '../simulator';
import { openMcp, type McpSession } from './mcp';
import { startPlatform, type Platform } from './platform';

const n8n = useN8n();
const LONG = 'x'.repeat(200);

let platform: Platform;
let simulator: Simulator;

beforeAll(async () => {
	platform = await startPlatform(n8n);
	({ simulator } = platform);
});
afterAll(async () => simulator.stop());

const requestsToSend = () => simulator.countRequests('/send') + simulator.countRequests('/bulk-send');
const sentTo = () => simulator.accepted.map((sms) => sms.phoneNumber).sort();
const refused = (number: unknown, code: string): Record<string, unknown> => ({ phoneNumber: number, status: 'notSent', code, error: expect.any(String), description: expect.stringMatching(/\w/) });

describe('a run of several', () => {
	beforeEach(() => simulator.reset());

	it.each(['Same for all', 'Hello {name}'])('goes through although one of 500 is refused by validation (%s)', async (message) => {
		const bad = phoneNumber(321);
		simulator.makeInvalid(bad);
		const { execution, node, json } = await platform.run({ ...campaignParameters, message }, people(500));
		expect(execution.status).toBe('success');
		expect(json).toEqual(
			people(500).map(({ phoneNumber: number }) =>
				number === bad ? expect.objectContaining(refused(bad, '9')) : expect.objectContaining({ phoneNumber: number, status: 'waiting', skipped: null }),
			),
		);
		expect(node.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(people(500).map((_, item) => ({ item })));
		expect(node.hints).toContainEqual(expect.stringMatching(/^499 sent, 1 refused\. 499 SMS billed, /));
		expect(sentTo()).toEqual(people(500).map((person) => person['phoneNumber']).filter((number) => number !== bad));
	});

	it('is an error that names everybody when all are refused', async () => {
		const all = people(3).map((person) => String(person['phoneNumber']));
		for (const number of all) simulator.makeInvalid(number);
		const { execution } = await platform.run(campaignParameters, people(3));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: /);
		expect(execution.error?.description).toContain('Of 3: 3 refused.');
		for (const number of all) expect(execution.error?.description).toContain(number);
		expect(simulator.accepted).toHaveLength(0);
	});

	it('is an error when it was for one alone', async () => {
		simulator.optOut(phoneNumber(0));
		const { execution } = await platform.run(campaignParameters, people(1));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: /);
		expect(execution.error?.message).toContain(phoneNumber(0));
	});

	const mixed = [...people(2), { phoneNumber: '06 12', name: 'Ben' }, { phoneNumber: 'none', name: 'Cleo' }];

	it('goes through although two numbers are none', async () => {
		const { execution, json } = await platform.run(campaignParameters, mixed);
		expect(execution.status).toBe('success');
		expect(json).toEqual([
			expect.objectContaining({ phoneNumber: phoneNumber(0), skipped: null }),
			expect.objectContaining({ phoneNumber: phoneNumber(1), skipped: null }),
			refused('06 12', 'INVALID_INPUT'),
			refused('none', 'INVALID_INPUT'),
		]);
		expect(sentTo()).toEqual([phoneNumber(0), phoneNumber(1)]);
	});

	it('sends nothing with Stop If One Fails, and names both', async () => {
		const strict = { ...campaignParameters, options: { stopOnFailure: true } };
		const { execution } = await platform.run(strict, mixed);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: /);
		expect(execution.error?.description).toMatch(/Of 4: 2 refused, 2 not started\..*06 12.*none/s);
		const { json } = await platform.run(strict, mixed, goOn);
		expect(json).toEqual([
			expect.objectContaining(refused(phoneNumber(0), 'STOPPED')),
			expect.objectContaining(refused(phoneNumber(1), 'STOPPED')),
			refused('06 12', 'INVALID_INPUT'),
			refused('none', 'INVALID_INPUT'),
		]);
		expect(simulator.requests).toHaveLength(0);
	});

	it('leaves out whom it shall skip, counts the others against limit and credit, and carries the input along', async () => {
		const tag = 'spring-sale';
		await platform.run({ ...campaignParameters, options: { tag } }, people(1));
		simulator.optOut(phoneNumber(1));
		simulator.setSmsCredit(2);
		const guests: IDataObject[] = [...people(4), { phoneNumber: '06 00 00 00 02', name: 'Again' }];
		const options = { tag, skip: ['duplicates', 'optedOut', 'sameTag'], spendingLimit: 2, checkCredit: true, includeInputFields: true };
		const { execution, node, json } = await platform.run({ ...campaignParameters, options }, guests);
		expect(execution.status).toBe('success');
		const left = { segments: 0, cost: 0 };
		expect(json).toEqual(
			[
				{ phoneNumber: phoneNumber(0), skipped: 'sameTag', status: 'waiting', ...left },
				{ phoneNumber: phoneNumber(1), skipped: 'optedOut', status: 'notSent', messageId: null, ...left },
				{ phoneNumber: phoneNumber(2), skipped: null, status: 'waiting', segments: 1 },
				{ phoneNumber: phoneNumber(3), skipped: null, status: 'waiting', segments: 1 },
				{ phoneNumber: phoneNumber(2), skipped: 'duplicate', status: 'notSent', messageId: null, ...left },
			].map((item, index) => expect.objectContaining({ ...item, name: guests[index]?.['name'] })),
		);
		expect(node.hints).toContainEqual(expect.stringMatching(/^2 sent, 3 skipped\. 2 SMS billed, /));
		expect(sentTo()).toEqual([0, 2, 3].map(phoneNumber));
	});
});

describe('nothing is sent', () => {
	const tag = 'spring-sale';
	const sameTag: INodeParameters = { ...campaignParameters, options: { tag, skip: ['sameTag'] } };
	const optedOut: INodeParameters = { ...campaignParameters, options: { skip: ['optedOut'] } };

	beforeEach(() => simulator.reset());

	interface Unread {
		parameters: INodeParameters;
		behaviour?: Partial<Behaviour>;
		/** Path of the list that the platform does not give. */
		broken?: string;
	}

	it.each<[string, Unread]>([
		['the opt-out list is shorter than it says', { parameters: optedOut, behaviour: { stopListMissing: 1 } }],
		['the opt-out list has a second page that nobody gets', { parameters: optedOut, behaviour: { stopListPerPage: 1, stopListPageParameter: 'offset' } }],
		['the opt-out list does not come', { parameters: optedOut, broken: '/stop-sms/list' }],
		['the list of the tag is shorter than it says', { parameters: sameTag, behaviour: { tagListTotal: 'tooMany' } }],
		['the list of the tag has a second page that nobody gets', { parameters: sameTag, behaviour: { statusPageParameter: 'offset' } }],
		['the list of the tag does not come', { parameters: sameTag, broken: '/bulk-status-by-tag' }],
	])('when %s', async (_what, { parameters, behaviour = {}, broken }) => {
		await platform.run({ ...campaignParameters, options: { tag } }, people(30));
		for (const index of [100, 101]) simulator.optOut(phoneNumber(index));
		Object.assign(simulator.behaviour, behaviour);
		if (broken !== undefined) simulator.faults.add({ kind: 'status', status: 500 }, { path: broken, times: 100 });
		const asked = requestsToSend();

		const { execution } = await platform.run(parameters, people(40));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: .*could not be read/);
		const { json } = await platform.run(parameters, people(40), goOn);
		expect(json).toEqual(people(40).map((person) => expect.objectContaining(refused(person['phoneNumber'], 'LIST_INCOMPLETE'))));
		expect(requestsToSend()).toBe(asked);
	});

	it.each<[string, INodeParameters, string, RegExp]>([
		['beyond Spending Limit', { spendingLimit: 5 }, 'SPENDING_LIMIT', /\b6 SMS\b.*\b5\b/],
		['beyond the credit', { checkCredit: true }, 'CREDIT_TOO_LOW', /\b6 SMS\b.*\b5\b/],
	])('%s, and both numbers are named; what just suffices does', async (_what, options, code, message) => {
		simulator.setSmsCredit(5);
		const parameters = { ...campaignParameters, message: LONG, options };
		const { execution } = await platform.run(parameters, people(3));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: /);
		expect(execution.error?.message).toMatch(message);
		const { json } = await platform.run(parameters, people(3), goOn);
		expect(json).toEqual(people(3).map((person) => expect.objectContaining(refused(person['phoneNumber'], code))));
		expect(requestsToSend()).toBe(0);

		simulator.setSmsCredit(6);
		expect((await platform.run({ ...parameters, options: { ...options, ...(code === 'SPENDING_LIMIT' && { spendingLimit: 6 }) } }, people(3))).execution.status).toBe('success');
		expect(simulator.accepted).toHaveLength(3);
	});

	it('when the credit cannot be read', async () => {
		Object.assign(simulator.behaviour, { creditSms: 'absent' });
		const { execution } = await platform.run({ ...campaignParameters, options: { checkCredit: true } }, people(3));
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^Nothing was sent: The credit of the account cannot be read/);
		expect(requestsToSend()).toBe(0);
	});
});

describe('as a tool of an AI agent', () => {
	let session: McpSession;

	beforeAll(async () => {
		const tools: Record<string, INodeParameters> = { Send: {}, Limited: { spendingLimit: 1 }, Covered: { checkCredit: true } };
		const workflow = buildWorkflow({
			name: 'Guarded tools',
			nodes: [
				{ name: 'MCP Server Trigger', type: '@n8n/n8n-nodes-langchain.mcpTrigger', typeVersion: 2, parameters: { path: 'guarded-tools' } },
				...Object.entries(tools).map(([name, options]) => ({
					name,
					type: 'n8n-nodes-smspartner.smsPartnerTool',
					credentials: platform.credentials,
					parameters: { resource: 'sms', operation: 'send', to: "={{ $fromAI('recipient', 'phone number', 'string') }}", message: 'Hello', options },
				})),
			],
			wires: [],
		});
		for (const name of Object.keys(tools)) workflow.connections[name] = { ai_tool: [[{ node: 'MCP Server Trigger', type: 'ai_tool', index: 0 }]] };
		await n8n.publish(await n8n.createWorkflow(workflow));
		session = await openMcp(`${n8n.url}/mcp/guarded-tools`);
	});
	beforeEach(() => simulator.reset());

	const both = `${phoneNumber(1)}, ${phoneNumber(2)}`;

	it.each([
		['Limited', /Nothing was sent: .*\b2 SMS\b.*\b1\b/],
		['Covered', /Nothing was sent: .*\b2 SMS\b.*\b1\b/],
	])('%s: sends to one, and to two not at all, naming both numbers', async (tool, message) => {
		simulator.setSmsCredit(1);
		expect(await session.useTool(tool, { recipient: both })).toMatch(message);
		expect(requestsToSend()).toBe(0);
		expect(await session.useTool(tool, { recipient: phoneNumber(3) })).toContain('messageId');
		expect(sentTo()).toEqual([phoneNumber(3)]);
	});

	it('one recipient alone fails as an error', async () => {
		simulator.optOut(phoneNumber(1));
		const { result } = await session.call('tools/call', { name: 'Send', arguments: { recipient: phoneNumber(1) } });
		expect(result).toEqual({ isError: true, content: [{ type: 'text', text: expect.stringMatching(/Nothing was sent: /) }] });
		expect(simulator.accepted).toHaveLength(0);
	});

	it('one of two fails as an item beside the other', async () => {
		simulator.makeInvalid(phoneNumber(1));
		const answer = await session.useTool('Send', { recipient: both });
		expect(answer).toContain('messageId');
		expect(answer).toContain('notSent');
		expect(sentTo()).toEqual([phoneNumber(2)]);
	});
});
