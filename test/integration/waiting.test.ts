import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

import type { INode, INodeParameters } from 'n8n-workflow';

import { normalise } from '../../nodes/SmsPartner/callbacks/normalise';
import { automaticZone } from '../../nodes/SmsPartner/callbacks/sourceTime';
import { startSimulator, type AcceptedSms, type Simulator } from '../simulator';
import { deliveryReportPayload, longReplyPayloads, replyPayload, stopPayload, virtualNumberReplyPayload } from '../simulator/callbacks/payloads';
import { run } from './support/campaign';
import { goOn } from './support/parameters';
import { expectSchema } from './support/schema';
import { SleepingExecution, type ExecutionOptions } from './support/sleepingExecution';

const NUMBER = '+33639980001';
const ask: INodeParameters = { resource: 'sms', operation: 'sendAndWaitForEvent', to: NUMBER, message: 'Yes or no?', waitFor: 'reply', options: {} };
const deliver: INodeParameters = { ...ask, waitFor: 'delivery' };

describe('sms.sendAndWaitForEvent in n8n-core', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => simulator.stop());

	const start = async (parameters: INodeParameters, options: Partial<ExecutionOptions> = {}) =>
		await new SleepingExecution(simulator, { parameters, ...options }).start();

	function theSms(): AcceptedSms & { url: string } {
		const [sms, ...more] = simulator.accepted;
		if (sms === undefined || more.length > 0) throw new Error(`${simulator.accepted.length} SMS were sent, not one`);
		return { ...sms, url: sms.urlResponse ?? sms.urlDlr ?? '' };
	}

	const reply = (fields = {}) => replyPayload({ phoneNumber: NUMBER, messageId: theSms().messageId, text: 'Yes', ...fields });
	const report = (fields = {}) => deliveryReportPayload({ phoneNumber: NUMBER, messageId: theSms().messageId, ...fields });

	/** Lets the time limit pass. */
	async function limit(execution: SleepingExecution, resume = execution.readForLimit()): Promise<void> {
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + 3_600_000);
		await resume();
		jest.restoreAllMocks();
	}

	describe.each([
		['2.x', 'v1'],
		['2.x', 'v0'],
		['1.x', 'v1'],
		['1.x', 'v0'],
	] as const)('resumed as n8n %s does, with execution order %s', (line, executionOrder) => {
		const inLine = { line, executionOrder };

		it('sleeps for 45 minutes unless told otherwise, after one SMS that carries the URL', async () => {
			const before = Date.now();
			const execution = await start(ask, inLine);
			expect(execution.status).toBe('waiting');
			expect(Math.round(((execution.waitTill?.getTime() ?? 0) - before) / 60_000)).toBe(45);
			expect(theSms()).toMatchObject({ phoneNumber: NUMBER, message: 'Yes or no?', urlResponse: expect.stringMatching(/\/1\/reply\?.*wait=[\w-]{22}$/) });
			expect(theSms().urlDlr).toBeUndefined();
		});

		it.each([
			['a reply', 'Reply', 0, () => reply(), { event: 'reply', text: 'Yes' }],
			['a STOP', 'STOP', 1, () => stopPayload({ phoneNumber: NUMBER, messageId: theSms().messageId }), { event: 'stop', source: 'platform' }],
			['a text that says STOP', 'STOP', 1, () => reply({ text: 'Stop!' }), { event: 'stop', source: 'keyword' }],
			['a text that ends with STOP', 'STOP', 1, () => reply({ text: 'Merci de me retirer stop' }), { event: 'stop', source: 'keyword' }],
			['an objection in other words', 'Reply', 0, () => reply({ text: 'Arrêtez' }), { event: 'reply', mayBeOptOut: true }],
		])('wakes with %s, by %s', async (_what, _name, output, payload, expected) => {
			const execution = await start(ask, inLine);
			expect(await execution.call(theSms().url, payload())).toEqual({ status: 200, body: { received: true, event: expected.event } });
			expect(execution.status).toBe('success');
			const item = { json: expect.objectContaining({ ...expected, phoneNumber: NUMBER, sentMessageId: theSms().messageId }), pairedItem: { item: 0 } };
			expect(execution.runs).toEqual([[0, 1, 2].map((each) => (each === output ? [item] : []))]);
			expect(Object.keys(execution.behind)).toEqual([['First', 'Second'][output]]);
			expect(simulator.requests).toHaveLength(1);
		});

		it.each([
			['delivered', 0, 'delivered'],
			['not delivered', 1, 'notDelivered'],
			['ko', 1, 'notSent'],
		] as const)('wakes with the report "%s"', async (status, output, expected) => {
			const execution = await start(deliver, inLine);
			expect(theSms().urlDlr).toMatch(/\/1\/delivery-report\?/);
			expect(await execution.call(theSms().url, report({ status: 'waiting' }))).toMatchObject({ status: 200, body: { ignored: true } });
			expect(execution.status).toBe('waiting');
			await execution.call(theSms().url, report({ status }));
			expect(execution.runs).toHaveLength(1);
			expect(execution.runs[0]?.map((items) => items.length)).toEqual([0, 1, 2].map((each) => (each === output ? 1 : 0)));
			expect(Object.values(execution.behind)).toEqual([[expect.objectContaining({ event: 'deliveryReport', status: expected, isFinal: true })]]);
		});

		it('leaves by Timed Out at the limit, with the item of Send and without an empty one by Reply', async () => {
			const execution = await start(ask, { ...inLine, settings: { alwaysOutputData: true } });
			await limit(execution);
			const item = expect.objectContaining({ event: 'timedOut', phoneNumber: NUMBER, messageId: theSms().messageId, status: 'waiting', segments: 1 });
			expect(execution.runs).toEqual([[[], [], [{ json: item, pairedItem: { item: 0 } }]]]);
			expect(execution.behind).toEqual({ 'Timed Out': [item] });
			expect(simulator.requests).toHaveLength(1);
		});

		it('carries the fields of the input item along, by an answer and at the limit, where asked to', async () => {
			const asked = { ...inLine, items: [{ customer: 'C-7', status: 'mine', error: 'old' }] };
			const carrying = { ...ask, options: { includeInputFields: true } };
			const answered = await start(carrying, asked);
			await answered.call(theSms().url, reply());
			expect(answered.behind).toEqual({ First: [expect.objectContaining({ customer: 'C-7', event: 'reply', text: 'Yes' })] });
			expect(answered.behind.First?.[0]).not.toHaveProperty('error');
			simulator.reset();
			const late = await start(carrying, asked);
			await limit(late);
			expect(late.behind).toEqual({ 'Timed Out': [expect.objectContaining({ customer: 'C-7', event: 'timedOut', status: 'waiting' })] });
		});

		it('adds no empty item by Reply to a STOP', async () => {
			const execution = await start(ask, { ...inLine, settings: { alwaysOutputData: true } });
			await execution.call(theSms().url, reply({ text: 'STOP' }));
			expect(Object.keys(execution.behind)).toEqual(['Second']);
		});

		it.each([
			['delivered', 0, 'First'],
			['not delivered', 1, 'Second'],
		] as const)('looks a lost report up once at the limit: %s', async (status, output, behind) => {
			const execution = await start(deliver, inLine);
			simulator.setStatus(NUMBER, status);
			await limit(execution);
			expect(simulator.countRequests('/message-status')).toBe(1);
			expect(Object.keys(execution.behind)).toEqual([behind]);
			const lookedUp = execution.runs[0]?.[output]?.[0]?.json;

			const context = { now: new Date(), zone: automaticZone, includeRaw: false };
			const reported = normalise(report({ status }), { event: 'deliveryReport' }, context);
			expect(lookedUp).toEqual({ ...reported, receivedAt: expect.any(String), doneAt: expect.any(String), tag: null });
		});

		it('leaves by Timed Out with the looked-up status when there is no final one', async () => {
			const execution = await start(deliver, inLine);
			await limit(execution);
			expect(execution.behind).toEqual({ 'Timed Out': [expect.objectContaining({ event: 'timedOut', messageId: theSms().messageId, status: 'waiting' })] });
		});

		it('sleeps on when n8n comes before the limit, and still hears the answer', async () => {
			const execution = await start(ask, inLine);
			const until = execution.waitTill;
			await execution.limit();
			expect([execution.status, execution.waitTill]).toEqual(['waiting', until]);
			await execution.call(theSms().url, reply());
			expect(execution.runs).toHaveLength(1);
			expect(Object.keys(execution.behind)).toEqual(['First']);
		});

		it.each([
			['stops', {}, []],
			['continues', goOn, ['Timed Out']],
			['has an error output', { onError: 'continueErrorOutput' } satisfies Partial<INode>, ['Failed']],
		] as Array<[string, Partial<INode>, string[]]>)('never takes a failure for an answer when it %s', async (_how, settings, behind) => {
			simulator.optOut(NUMBER);
			const execution = await start(ask, { ...inLine, settings });
			expect(execution.status).toBe(behind.length === 0 ? 'error' : 'success');
			expect(Object.keys(execution.behind)).toEqual(behind);
			expect(simulator.accepted).toHaveLength(0);
		});

		it('leaves by its own output when the node has an error output too', async () => {
			const execution = await start(ask, { ...inLine, settings: { onError: 'continueErrorOutput' } });
			await execution.call(theSms().url, reply({ text: 'STOP' }));
			expect(Object.keys(execution.behind)).toEqual(['Second']);
			simulator.reset();
			const late = await start(ask, { ...inLine, settings: { onError: 'continueErrorOutput' } });
			await limit(late);
			expect(Object.keys(late.behind)).toEqual(['Timed Out']);
		});
	});

	it('shows the output that its schema describes', async () => {
		const execution = await start(ask);
		await execution.call(theSms().url, reply());
		expectSchema('sms', 'sendAndWaitForEvent', execution.runs[0]?.[0]?.map(({ json }) => json) ?? []);
	});

	it('sleeps on through calls that are not its answer, and says so', async () => {
		const execution = await start(ask);
		const { url } = theSms();
		const foreign = { status: 200, body: { received: true, event: 'reply', ignored: true } };
		expect(await execution.call(url, reply({ phoneNumber: '+33639980002' }))).toEqual(foreign);
		expect(await execution.call(url, reply({ messageId: '999' }))).toEqual(foreign);
		expect(await execution.call(url.replace(/wait=[\w-]+/, 'wait=x'), reply())).toEqual(foreign);
		expect(await execution.call(url.replace(/&?wait=[\w-]+/, ''), reply())).toEqual(foreign);
		expect(await execution.call(url, report())).toEqual({ status: 200, body: { received: true, event: 'deliveryReport', ignored: true } });
		expect(await execution.call(url, { hello: 'world' })).toMatchObject({ status: 400, body: { received: false, fields: ['hello'] } });
		expect(await execution.call(url, {}, 'GET')).toMatchObject({ status: 400, body: { received: false, fields: [] } });
		expect(execution.status).toBe('waiting');
		await execution.call(url, reply(), 'GET');
		expect(Object.values(execution.behind)).toEqual([[expect.objectContaining({ text: 'Yes' })]]);
	});

	it('hears a reply whose number is masked, and one to a virtual number, whose id is its own', async () => {
		const execution = await start(ask);
		await execution.call(theSms().url, reply({ phoneNumber: '+3363998XXXX' }));
		expect(Object.keys(execution.behind)).toEqual(['First']);

		simulator.reset();
		const conversation = await start({ ...ask, sendFrom: 'virtualNumber', virtualNumber: String(simulator.virtualNumbers[0]?.number) });
		await conversation.call(theSms().url, virtualNumberReplyPayload({ phoneNumber: NUMBER }));
		expect(Object.keys(conversation.behind)).toEqual(['First']);
	});

	it('goes on once when two equal answers come at once, and acknowledges the second when n8n goes on', async () => {
		const execution = await start(ask);
		const first = await execution.receive(theSms().url, reply());
		const second = execution.call(theSms().url, reply());
		expect(await Promise.race([second, nextTurn('not answered')])).toBe('not answered');
		await first.resume();
		expect([first.answer, await second]).toEqual(Array(2).fill({ status: 200, body: { received: true, event: 'reply' } }));
		expect(execution.runs).toHaveLength(1);
		expect(execution.behind).toEqual({ First: [expect.objectContaining({ text: 'Yes' })] });
	});

	it('goes on with the second of two answers when n8n could not go on with the first', async () => {
		const execution = await start(ask);
		const first = await execution.receive(theSms().url, reply());
		const others = ['Yes', 'STOP'].map(async (text) => await execution.call(theSms().url, reply({ text })));
		first.response.answer(500);
		expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
		expect(execution.runs).toHaveLength(1);
		expect(execution.behind).toEqual({ First: [expect.objectContaining({ text: 'Yes' })] });
	});

	it('loses no part of a long reply when n8n could not go on with the last', async () => {
		const execution = await start(ask);
		const [beginning = {}, end = {}] = longReplyPayloads({ phoneNumber: NUMBER, parts: ['Yes, ', 'but later'] });
		const first = execution.call(theSms().url, beginning);
		const last = await execution.receive(theSms().url, end);
		await sleep(200);
		last.response.answer(500);
		expect((await first).status).toBe(200);
		expect(execution.behind).toEqual({ First: [expect.objectContaining({ text: 'Yes, but later', complete: true })] });
	});

	it('goes on with what is there of a long reply before the time limit passes', async () => {
		const execution = await start({ ...ask, limitWaitTime: { values: { resumeAmount: 1, resumeUnit: 'seconds' } } });
		const [part = {}] = longReplyPayloads({ phoneNumber: NUMBER, parts: ['Yes, ', 'but later'] });
		const { resume } = await Promise.race([execution.receive(theSms().url, part), sleep(2_000, { resume: undefined })]);
		await resume?.();
		expect(execution.behind).toEqual({ First: [expect.objectContaining({ text: 'Yes, ', complete: false })] });
	});

	it.each(['answer', 'limit'])('leaves once when n8n 1 resumes with an answer and at the limit at once, the %s first', async (first) => {
		const execution = await start(ask, { line: '1.x' });
		const { resume } = await execution.receive(theSms().url, reply());
		const atLimit = execution.readForLimit();
		const steps = [resume, async () => await limit(execution, atLimit)];
		const left: string[] = [];
		for (const step of first === 'answer' ? steps : steps.reverse()) {
			await step();
			left.push(...Object.keys(execution.behind));
		}
		expect(left).toEqual([first === 'answer' ? 'First' : 'Timed Out']);
	});

	it('lets an answer leave once when n8n 1 resumes at the limit what an answer has resumed already', async () => {
		const execution = await start(ask, { line: '1.x' });
		const { resume } = await execution.receive(theSms().url, reply());
		await resume();
		expect(Object.keys(execution.behind)).toEqual(['First']);
		await resume();
		expect(execution.behind).toEqual({});
	});

	it('takes the repeated answer when n8n could not go on with the first', async () => {
		const execution = await start(ask);
		const { response } = await execution.receive(theSms().url, reply());
		response.answer(500);
		await new Promise(setImmediate);
		await execution.call(theSms().url, reply());
		expect(Object.keys(execution.behind)).toEqual(['First']);
	});

	it('goes on with a long reply once it is whole', async () => {
		const execution = await start(ask);
		const parts = longReplyPayloads({ phoneNumber: NUMBER, parts: ['Yes, ', 'but ', 'later'] });
		const order = [2, 0, 0, 1].map((index) => parts[index] ?? {});
		const answers = await Promise.all(order.map(async (part) => await execution.call(theSms().url, part)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		expect(execution.behind).toEqual({ First: [expect.objectContaining({ text: 'Yes, but later', parts: 3, part: null, complete: true })] });
	});

	it('goes on with what is there of a long reply when a part is lost', async () => {
		const execution = await start(ask);
		const [part = {}] = longReplyPayloads({ phoneNumber: NUMBER, parts: ['STOP now ', 'please'] });
		await execution.call(theSms().url, part);
		expect(execution.behind).toEqual({ Second: [expect.objectContaining({ text: 'STOP now ', complete: false })] });
	});

	it('sends nothing twice with Retry On Fail, and hears the answer to the first try', async () => {
		const execution = await start(ask, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
		await execution.call(theSms().url, reply());
		expect(Object.keys(execution.behind)).toEqual(['First']);

		simulator.reset();
		simulator.faults.add({ kind: 'reset', accept: true });
		const unknown = await start(ask, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
		expect(unknown.error?.message).toMatch(/^Outcome unknown/);
		expect(simulator.accepted).toHaveLength(1);
	});

	describe('refuses before anything is sent', () => {
		it.each<[string, INodeParameters, RegExp]>([
			['several numbers', { to: `${NUMBER}, +33639980002` }, /To holds several numbers/],
			['no amount', { limitWaitTime: { values: { resumeAmount: 0, resumeUnit: 'hours' } } }, /is 0 or less/],
			['a limit in the past', { limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T10:00' } } }, /in the past/],
			['a limit that ends before the SMS leaves', { options: { scheduledAt: '={{ $now.plus({ days: 1 }).toISO() }}' } }, /before the SMS leaves/],
			['no text', { message: '={{ "" }}' }, /Message/],
			['an expression for the amount that gives no number', { limitWaitTime: { values: { resumeAmount: '={{ "soon" }}' } } }, /cannot be read/],
		])('%s', async (_what, parameters, said) => {
			const execution = await start({ ...ask, ...parameters });
			expect(execution.error).toMatchObject({ message: expect.stringMatching(said), description: expect.stringMatching(/\w{3}.*\.$/s) });
			expect(simulator.requests).toHaveLength(0);
		});

		it('as the tool of an AI agent', async () => {
			const execution = await start(ask, { settings: { type: 'smsPartnerTool' } });
			expect(execution.error?.message).toMatch(/tool of an AI agent cannot wait/);
			expect(simulator.requests).toHaveLength(0);
		});

		it('several input items', async () => {
			const items = [{ name: 'Anna' }, { name: 'Ben' }];
			const execution = await start(ask, { items });
			expect(execution.error).toMatchObject({ message: expect.stringMatching(/several input items/), description: expect.stringMatching(/Loop Over Items/) });
			const continued = await start(ask, { items, settings: goOn });
			expect(continued.runs[0]?.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[], [], [{ item: 0 }, { item: 1 }]]);
			expect(simulator.requests).toHaveLength(0);
		});
	});

	it('keeps one output for every other operation', async () => {
		const { items } = await run(simulator, { ...ask, operation: 'preview' });
		expect(items).toHaveLength(1);
	});

	it('says what keeps answers away', async () => {
		const { hints } = await start({ ...ask, options: { sender: 'MyShop', sandbox: true } });
		expect(hints).toEqual([expect.stringContaining('leave Sender empty'), expect.stringContaining('Sandbox: no SMS was sent')]);
		for (const hint of hints) expect(hint.length).toBeLessThanOrEqual(120);
	});
});
