import axios, { type AxiosResponse } from 'axios';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { readFixture } from '../callbacks/support/fixtures';
import { partPayload } from '../callbacks/longReplies/sample';
import { serveTrigger, type ServerOptions, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const reply = readFixture('webhook.response.json');
const stop = readFixture('webhook.stop.json');
const report = readFixture('webhook.dlr.json');
const odd = { survey: 4 };
let server: TriggerServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

async function serve(parameters: INodeParameters = {}, options: ServerOptions = {}): Promise<TriggerServer> {
	server = await serveTrigger(parameters, options);
	return server;
}

const post = async ({ url }: TriggerServer, body: unknown, headers = json): Promise<AxiosResponse> => await http.post(`${url}/reply`, body, { headers });

/** What left by each output of each execution, by event. */
function left({ executions }: TriggerServer): unknown[] {
	const named = (items: INodeExecutionData[]) => items.map(({ json: { text, messageId } }) => text ?? messageId);
	return executions.map((outputs) => outputs.map(named));
}

describe('a list of events', () => {
	const indexed = (payloads: object[], key = (index: number) => String(index)) =>
		payloads.map((payload, index) => new URLSearchParams(Object.entries(payload).map(([name, value]): [string, string] => [`${key(index)}[${name}]`, String(value)])).toString()).join('&');

	test.each<[string, unknown, object]>([
		['JSON', [reply, stop, report], json],
		['JSON in a text', JSON.stringify(JSON.stringify([reply, stop, report])), { 'Content-Type': 'text/plain' }],
		['JSON in a field', { events: [reply, stop, report] }, json],
		['a PHP list', indexed([reply, stop, report]), form],
		['a PHP list with a name', indexed([reply, stop, report], (index) => `events[${index}]`), form],
		['JSON in a field of a form', new URLSearchParams({ payload: JSON.stringify([reply, stop, report]) }).toString(), form],
	])('as %s is that many items in one execution, each by its branch', async (_name, body, headers) => {
		const trigger = await serve();
		const answer = await http.post(`${trigger.url}/reply`, body, { headers: { ...headers } });
		expect([answer.status, answer.data]).toEqual([200, { received: true, events: { reply: 1, stop: 1, deliveryReport: 1 } }]);
		expect(left(trigger)).toEqual([[['test'], ['Stop'], ['11111111'], [], [], []]]);
	});

	test('opts out with the words of the user, each by itself and in parts', async () => {
		const trigger = await serve({ options: { optOutWords: 'ne plus recevoir' } });
		const parts = ['ne plus ', 'recevoir'].map((text, index) => partPayload({ 'concat-part': String(index + 1), text }));
		await post(trigger, [{ ...reply, text: 'Ne plus recevoir svp' }, reply, ...parts]);
		expect(left(trigger)).toEqual([[['test'], ['ne plus recevoir', 'Ne plus recevoir svp'], [], [], [], []]]);
	});

	test('has an id for each, the same as one by itself', async () => {
		const trigger = await serve();
		await post(trigger, [reply, stop]);
		for (const event of [reply, stop]) await post(trigger, event);
		const ids = trigger.executions.map((outputs) => outputs.flat().map(({ json: item }) => item['eventId']));
		expect(ids[0]).toEqual(ids.slice(1).flat());
		expect(trigger.executions[0]?.flat().map(({ json: item }) => item['raw'])).toEqual([reply, stop]);
	});

	test('is not acknowledged when n8n cannot start the execution', async () => {
		let fails = true;
		const trigger = await serve({}, { createExecution: async () => (fails ? await Promise.reject(new Error('database is locked')) : undefined) });
		expect((await post(trigger, [reply, stop])).status).toBe(500);
		fails = false;
		expect((await post(trigger, [reply, stop])).status).toBe(200);
		expect(left(trigger)).toEqual([[['test'], ['Stop'], [], [], [], []]]);
	});

	test('loses none of 500 at once, and starts one execution', async () => {
		const trigger = await serve();
		const events = Array.from({ length: 500 }, (_, index) => ({ ...report, msgId: String(index) }));
		expect((await post(trigger, events)).status).toBe(200);
		expect(left(trigger)).toEqual([[[], [], events.map(({ msgId }) => msgId), [], [], []]]);
	});

	test('leaves out events that are not selected', async () => {
		const trigger = await serve({ events: ['stop'] });
		const answer = await post(trigger, [reply, report, stop, report]);
		expect([answer.status, answer.data]).toEqual([200, { received: true, events: { stop: 1 }, ignored: { reply: 1, deliveryReport: 2 } }]);
		expect(left(trigger)).toEqual([[[], ['Stop'], [], [], [], []]]);
		expect((await post(trigger, [reply, report])).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('is refused when something in it is not understood, and the rest leaves all the same', async () => {
		// That answer is the node's own, and does not wait for n8n.
		const trigger = await serve({}, { createExecution: async () => undefined });
		const answer = await post(trigger, [odd, stop]);
		expect([answer.status, answer.data]).toEqual([400, expect.objectContaining({ received: false, error: 'unrecognised', fields: ['survey'] })]);
		expect(left(trigger)).toEqual([[[], ['Stop'], [], [], [], []]]);
		expect((await post(trigger, [odd, odd])).status).toBe(400);
		expect(trigger.executions).toHaveLength(1);
	});

	test('may hold what is not understood, where that is selected', async () => {
		const trigger = await serve({ events: ['stop', 'unrecognised'] });
		expect((await post(trigger, [odd, stop, odd])).status).toBe(200);
		expect(trigger.executions.map((outputs) => outputs.map((items) => items.length))).toEqual([[0, 1, 0, 0, 0, 2]]);
	});

	test('leaves together with others in a burst', async () => {
		const trigger = await serve({ options: { groupBursts: true } }, { createExecution: async () => await new Promise((resolve) => setTimeout(resolve, 100)) });
		const statuses = await Promise.all([[reply, stop], [stop, report], [odd, reply], report].map(async (events) => (await post(trigger, events)).status));
		expect(statuses).toEqual([200, 200, 400, 200]);
		const counts = trigger.executions.map((outputs) => outputs.map((items) => items.length));
		expect(counts[0]?.map((_, output) => counts.reduce((sum, outputs) => sum + (outputs[output] ?? 0), 0))).toEqual([2, 2, 2, 0, 0, 0]);
	});
});

describe('a list with parts of long replies', () => {
	const parts = [1, 2].map((number) => partPayload({ 'concat-part': String(number), text: `text ${number};` }));

	test('gives the whole reply, with the other events in the same execution', async () => {
		const trigger = await serve();
		expect((await post(trigger, [...parts.reverse(), stop])).status).toBe(200);
		expect(left(trigger)).toEqual([[['text 1;text 2;'], ['Stop'], [], [], [], []]]);
	});

	test('keeps one that waits, and completes it with another request', async () => {
		const trigger = await serve();
		await post(trigger, [parts[0], report]);
		await post(trigger, [parts[1], report]);
		expect(left(trigger)).toEqual([
			[[], [], ['11111111'], [], [], []],
			[['text 1;text 2;'], [], ['11111111'], [], [], []],
		]);
	});

	test('loses no part when it is refused', async () => {
		const trigger = await serve();
		expect((await post(trigger, [odd, parts[0]])).status).toBe(400);
		expect((await post(trigger, [parts[1]])).status).toBe(200);
		expect(left(trigger)).toEqual([[['text 1;text 2;'], [], [], [], [], []]]);
	});
});
