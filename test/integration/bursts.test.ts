import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';

import { readFixture } from '../callbacks/support/fixtures';
import { partPayload } from '../callbacks/longReplies/sample';
import { serveTrigger, type ServerOptions, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const report = readFixture('webhook.dlr.json');
let server: TriggerServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

async function serve(options: ServerOptions, groupBursts: unknown = true): Promise<TriggerServer> {
	server = await serveTrigger({ options: { groupBursts: groupBursts === true } }, options);
	return server;
}

const post = async ({ url }: TriggerServer, number: number) => (await http.post(`${url}/delivery-report`, { ...report, msgId: String(number) })).status;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const ids = ({ executions }: TriggerServer) => executions.flatMap((outputs) => outputs.flat().map(({ json }) => Number(json['messageId'])));

test('events that come while n8n is busy leave together, each once', async () => {
	const trigger = await serve({ createExecution: async () => await sleep(100) });
	expect(new Set(await Promise.all(numbers(40).map(async (number) => await post(trigger, number))))).toEqual(new Set([200]));
	expect(ids(trigger).sort((a, b) => a - b)).toEqual(numbers(40));
	expect(trigger.executions.length).toBeLessThan(10);
});

test('without the option every event has its own execution', async () => {
	const trigger = await serve({ createExecution: async () => await sleep(50) }, false);
	await Promise.all(numbers(10).map(async (number) => await post(trigger, number)));
	expect(trigger.executions.map((outputs) => outputs.flat().length)).toEqual(numbers(10).map(() => 1));
});

test('no event is acknowledged before it is in an execution, and a failure loses only the event that is told so', async () => {
	let executions = 0;
	const trigger = await serve({
		createExecution: async () => {
			executions += 1;
			await sleep(50);
			if (executions % 2 === 1) throw new Error('database is locked');
		},
	});
	const statuses = await Promise.all(numbers(20).map(async (number) => await post(trigger, number)));
	expect(ids(trigger).sort((a, b) => a - b)).toEqual(numbers(20).filter((number) => statuses[number] === 200));
	expect(statuses).toContain(500);
});

test('an event whose caller hangs up is in an execution all the same, and so are those behind it', async () => {
	const trigger = await serve({ createExecution: async () => await sleep(200) });
	const hungUp = http.post(`${trigger.url}/delivery-report`, { ...report, msgId: '100' }, { timeout: 60 }).catch(() => 'hung up');
	await sleep(20);
	const others = numbers(5).map(async (number) => await post(trigger, number));
	expect(await hungUp).toBe('hung up');
	expect(await Promise.all(others)).toEqual(numbers(5).map(() => 200));
	expect(ids(trigger).sort((a, b) => a - b)).toEqual([...numbers(5), 100]);
});

test('an event whose caller hangs up while it waits holds up nobody behind it', async () => {
	const trigger = await serve({ createExecution: async () => await sleep(200) });
	const first = post(trigger, 1);
	await sleep(20);
	const hungUp = http.post(`${trigger.url}/delivery-report`, { ...report, msgId: '2' }, { timeout: 60 }).catch(() => 'hung up');
	await sleep(20);
	const third = post(trigger, 3);
	expect([await hungUp, await first, await third]).toEqual(['hung up', 200, 200]);
	expect(await post(trigger, 4)).toBe(200);
	expect(ids(trigger).sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});

test('events of different kinds leave by their own branches, long replies whole', async () => {
	const trigger = await serve({ createExecution: async () => await sleep(500) });
	const first = post(trigger, 1);
	await sleep(20);
	const parts = [2, 1].map(async (part) => await http.post(`${trigger.url}/reply`, partPayload({ 'concat-part': String(part), text: `${part} ` })));
	const stop = http.post(`${trigger.url}/stop`, readFixture('webhook.stop.json'));
	await Promise.all([first, stop, post(trigger, 2), ...parts]);
	expect(trigger.executions.map((outputs) => outputs.map((items) => items.map(({ json }) => json['text'] ?? json['messageId'])))).toEqual([
		[[], [], ['1'], [], [], []],
		[['1 2 '], ['Stop'], ['2'], [], [], []],
	]);
});

test('a test event in the editor is not grouped: listening ends with the first execution', async () => {
	const trigger = await serve({ mode: 'manual', createExecution: async () => await sleep(50) });
	await Promise.all([post(trigger, 1), post(trigger, 2)]);
	expect(trigger.executions).toHaveLength(2);
});
