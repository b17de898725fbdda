import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { readFixture } from '../callbacks/support/fixtures';
import { partPayload, samplePart } from '../callbacks/longReplies/sample';
import { emptyStore } from './support/webhookContext';
import { serveTrigger, type ServerOptions, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const servers: TriggerServer[] = [];

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

async function serve(parameters: INodeParameters = {}, options: ServerOptions = {}): Promise<TriggerServer> {
	const server = await serveTrigger(parameters, options);
	servers.push(server);
	return server;
}

const part = (number: number, fields = {}) => partPayload({ 'concat-part': String(number), text: `text ${number};`, ...fields });

/** The items that left, with their output. */
function left({ executions }: TriggerServer): IDataObject[] {
	return executions.flatMap((outputs) => outputs.flatMap((items, output) => items.map(({ json }) => ({ output, ...json }))));
}

describe('a long reply', () => {
	test('starts the workflow once, whole, in part order, with a stable id', async () => {
		const trigger = await serve();
		for (const number of [3, 1, 1, 2, 3]) {
			const answer = await http.post(`${trigger.url}/reply`, part(number, { 'concat-total': '3' }));
			expect([answer.status, answer.data]).toEqual([200, { received: true, event: 'reply' }]);
		}
		const again = await serve();
		for (const number of [2, 3, 1]) await http.post(`${again.url}/reply`, part(number, { 'concat-total': '3' }));
		expect(left(trigger)).toEqual([
			expect.objectContaining({ output: 0, event: 'reply', text: 'text 1;text 2;text 3;', parts: 3, part: null, complete: true, phoneNumber: '+33612345678', to: '+33755112233', keyword: 'ONE' }),
		]);
		expect(left(trigger)[0]?.['raw']).toEqual({ parts: [1, 2, 3].map((number) => part(number, { 'concat-total': '3' })) });
		expect(left(again).map(({ eventId }) => eventId)).toEqual(left(trigger).map(({ eventId }) => eventId));
	});

	test('survives a restart in the middle, and is not repeated by one at its end', async () => {
		const store = emptyStore();
		const before = await serve({}, { store });
		await http.post(`${before.url}/reply`, part(1));
		expect(left(before)).toEqual([]);
		const after = await serve({}, { store });
		await http.post(`${after.url}/reply`, part(2));
		expect(left(after)).toEqual([expect.objectContaining({ text: 'text 1;text 2;', complete: true })]);
		const later = await serve({ options: { missingPartWait: 0 } }, { store });
		for (const number of [1, 2]) await http.post(`${later.url}/reply`, part(number));
		await http.post(`${later.url}/delivery-report`, readFixture('webhook.dlr.json'));
		expect(left(later).map(({ event }) => event)).toEqual(['deliveryReport']);
	});

	test('is whole although all its parts come at once', async () => {
		const store = emptyStore();
		const trigger = await serve({}, { store });
		const messages = Array.from({ length: 20 }, (_, index) => [1, 2, 3].map((number) => part(number, { 'concat-ref': String(index), 'concat-total': '3', text: `${index}.${number} ` })));
		await Promise.all(messages.flat().reverse().map(async (payload) => await http.post(`${trigger.url}/reply`, payload)));
		expect(left(trigger).map((item) => item['text']).sort()).toEqual(messages.map((_, index) => `${index}.1 ${index}.2 ${index}.3 `).sort());
		expect(JSON.parse(store.json)['node:SMS Partner Trigger'].longReplies.waiting).toEqual([]);
	});

	test('leaves once although its parts are pushed again with another time, before it is whole and after', async () => {
		const trigger = await serve();
		for (const [number, minute] of [[1, 0], [1, 1], [2, 2], [1, 3], [2, 4]] as const) {
			await http.post(`${trigger.url}/reply`, part(number, { 'message-timestamp': `2026-03-09 16:0${minute}:30` }));
		}
		expect(left(trigger)).toEqual([expect.objectContaining({ text: 'text 1;text 2;', complete: true })]);
	});

	test('leaves as it is with the next event after the time a part may take', async () => {
		const trigger = await serve({ events: ['reply', 'deliveryReport'], options: { missingPartWait: 0.002 } });
		await http.post(`${trigger.url}/reply`, part(2));
		await new Promise((resolve) => setTimeout(resolve, 150));
		await http.post(`${trigger.url}/delivery-report`, readFixture('webhook.dlr.json'));
		expect(left(trigger)).toEqual([
			expect.objectContaining({ output: 0, text: 'text 2;', parts: 2, complete: false }),
			expect.objectContaining({ output: 2, event: 'deliveryReport' }),
		]);
		expect(trigger.executions).toHaveLength(1);
	});

	test('is whole when the part that completes it is the next event after that time', async () => {
		const trigger = await serve({ options: { missingPartWait: 0.002 } });
		await http.post(`${trigger.url}/reply`, part(1));
		await new Promise((resolve) => setTimeout(resolve, 150));
		await http.post(`${trigger.url}/reply`, part(2));
		expect(left(trigger)).toEqual([expect.objectContaining({ text: 'text 1;text 2;', complete: true })]);
	});

	test('leaves with a later event when too many are late: an execution stays small', async () => {
		const store = emptyStore();
		const waiting = Array.from({ length: 450 }, (_, index) => samplePart({ 'concat-ref': String(index) }, Date.now() - 3_600_000));
		store.json = JSON.stringify({ 'node:SMS Partner Trigger': { longReplies: { waiting, left: {} } } });
		const trigger = await serve({}, { store });
		for (let event = 0; event < 3; event += 1) await http.post(`${trigger.url}/delivery-report`, readFixture('webhook.dlr.json'));
		expect(trigger.executions.map((outputs) => outputs.map((items) => items.length))).toEqual([
			[400, 0, 1, 0, 0, 0],
			[50, 0, 1, 0, 0, 0],
			[0, 0, 1, 0, 0, 0],
		]);
	});

	test('leaves with an event that is filtered out, too', async () => {
		const trigger = await serve({ events: ['reply'], options: { missingPartWait: 0.002 } });
		await http.post(`${trigger.url}/reply`, part(2));
		await new Promise((resolve) => setTimeout(resolve, 150));
		const answer = await http.post(`${trigger.url}/delivery-report`, readFixture('webhook.dlr.json'));
		expect(answer.data).toEqual({ received: true, event: 'deliveryReport', ignored: true });
		expect(left(trigger)).toEqual([expect.objectContaining({ text: 'text 2;', complete: false })]);
	});

	test('that is a STOP leaves by STOP with its whole text, whichever part comes first', async () => {
		const trigger = await serve({ events: ['stop'] });
		await http.post(`${trigger.url}/reply`, part(2));
		await http.post(`${trigger.url}/reply`, part(1, { text: 'STOP ' }));
		expect(left(trigger)).toEqual([expect.objectContaining({ output: 1, event: 'stop', source: 'keyword', text: 'STOP text 2;', complete: true })]);
	});

	test.each([
		['recevoir. ', 'STOP', {}],
		['recevoir ', 'arrêt, ne plus', { optOutWords: 'recevoir' }],
		['ne plus ', 'recevoir', { optOutWords: 'ne plus recevoir' }],
	])('%j and %j with %j is a STOP, as a whole', async (first, last, options) => {
		const trigger = await serve({ options });
		await Promise.all([part(2, { text: last }), part(1, { text: first })].map(async (payload) => await http.post(`${trigger.url}/reply`, payload)));
		expect(left(trigger)).toEqual([expect.objectContaining({ output: 1, event: 'stop', source: 'keyword', text: first + last, complete: true })]);
	});

	test('that ends with STOP leaves by STOP with that part, where each leaves by itself', async () => {
		const trigger = await serve({ longReplies: 'parts' });
		for (const [number, text] of [[1, 'stop '], [2, 'by later, please '], [2, 'stop by later'], [2, 'and do not write again, stop']] as const) await http.post(`${trigger.url}/reply`, part(number, { text }));
		expect(left(trigger).map(({ event }) => event)).toEqual(['stop', 'reply', 'reply', 'stop']);
	});

	test('that is a STOP does not wait long for a missing part', async () => {
		const trigger = await serve();
		const answer = await http.post(`${trigger.url}/reply`, part(1, { text: 'STOP ' }));
		expect(answer.status).toBe(200);
		expect(left(trigger)).toEqual([expect.objectContaining({ output: 1, event: 'stop', text: 'STOP ', complete: false })]);
	});

	test('that is a STOP is whole when the rest comes while it waits', async () => {
		const trigger = await serve();
		const beginning = http.post(`${trigger.url}/reply`, part(1, { text: 'STOP ' }));
		await new Promise((resolve) => setTimeout(resolve, 200));
		await http.post(`${trigger.url}/reply`, part(2));
		await beginning;
		expect(left(trigger)).toEqual([expect.objectContaining({ output: 1, event: 'stop', text: 'STOP text 2;', complete: true })]);
	});

	test('is kept when n8n could not start the workflow', async () => {
		let fails = true;
		const trigger = await serve({}, { createExecution: async () => (fails ? await Promise.reject(new Error('database is locked')) : undefined) });
		await http.post(`${trigger.url}/reply`, part(1));
		expect((await http.post(`${trigger.url}/reply`, part(2))).status).toBe(500);
		fails = false;
		await http.post(`${trigger.url}/reply`, part(2));
		expect(left(trigger)).toEqual([expect.objectContaining({ text: 'text 1;text 2;', complete: true })]);
	});

	test('comes part by part where asked, and writes nothing', async () => {
		const store = emptyStore();
		const trigger = await serve({ longReplies: 'parts' }, { store });
		for (const number of [2, 1]) await http.post(`${trigger.url}/reply`, part(number));
		expect(left(trigger)).toEqual([2, 1].map((number) => expect.objectContaining({ text: `text ${number};`, part: number, parts: 2, complete: false })));
		expect(store.writes).toBe(0);
	});

	test('is put together while the editor listens for a test event', async () => {
		const store = emptyStore();
		const trigger = await serve({}, { store, mode: 'manual' });
		await http.post(`${trigger.url}/reply`, part(1));
		expect(trigger.executions).toEqual([]);
		await http.post(`${trigger.url}/reply`, part(2));
		expect(left(trigger)).toEqual([expect.objectContaining({ text: 'text 1;text 2;', complete: true })]);
	});

	test('is no concern of replies and STOPs in one SMS, nor of anything else: nothing is written for them', async () => {
		const store = emptyStore();
		const trigger = await serve({}, { store });
		for (const name of ['webhook.vn-reply.json', 'webhook.response.json', 'webhook.stop.json', 'webhook.dlr.json']) await http.post(`${trigger.url}/reply`, readFixture(name));
		expect(left(trigger)).toHaveLength(4);
		expect(store.writes).toBe(0);
	});
});
