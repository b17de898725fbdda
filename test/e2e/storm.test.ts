import { Agent } from 'node:http';

import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import pLimit from 'p-limit';

import { controlN8n, useN8n } from '../harness/e2eInstance';
import { currentLine } from '../harness/line';
import { pollUntil } from '../harness/poll';
import { ALL_EVENTS, BRANCHES, publishTrigger, TRIGGER, type PublishedTrigger } from './publishTrigger';
import { makeStorm, type Storm, type StormEvent } from './stormEvents';

const n8n = useN8n();
const line = currentLine();
const http = axios.create({ httpAgent: new Agent({ keepAlive: true }), proxy: false, validateStatus: null });

interface Left {
	branch: string;
	json: IDataObject;
	/** `n` of the callbacks that the item is made of. */
	from: number[];
}

/** A busy n8n may answer 503 by itself, before any node sees the call: such a call is made again. */
async function send(trigger: PublishedTrigger, { path, payload, isGet }: Pick<StormEvent, 'path' | 'payload' | 'isGet'>): Promise<number> {
	const url = trigger.url(path);
	return await pollUntil(`${url} to be served`, async () => {
		const { status } = await (isGet === true ? http.get(url, { params: payload }) : http.post(url, payload));
		return status === 503 ? undefined : status;
	});
}

async function sendAll(trigger: PublishedTrigger, events: StormEvent[], atOnce = 50): Promise<void> {
	const limit = pLimit(atOnce);
	const statuses = await Promise.all(events.map(async (event) => await limit(async () => await send(trigger, event))));
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
}

/** All items that have left the trigger, once its executions have ended. */
async function collect({ id }: PublishedTrigger): Promise<{ left: Left[]; executions: number }> {
	await pollUntil('the executions to end', async () => await n8n.endedIfIdle(id), { limitMs: 300_000, everyMs: 500 });
	const limit = pLimit(8);
	const summaries = await n8n.executions(id);
	const executions = await Promise.all(summaries.map(async (summary) => await limit(async () => await n8n.execution(summary.id))));
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	const left = executions.flatMap(({ nodes }) =>
		(nodes[TRIGGER]?.outputs ?? []).flatMap((items, output) =>
			items.map(({ json }) => ({ branch: BRANCHES[output] ?? '', json, from: numbersOf(json['raw']) })),
		),
	);
	return { left, executions: executions.length };
}

function numbersOf(raw: unknown): number[] {
	const { n, parts } = (raw ?? {}) as IDataObject;
	return Array.isArray(parts) ? parts.flatMap(numbersOf) : [Number(n)];
}

function checkSingles({ singles }: Storm, left: Left[]): void {
	const found = new Map<number, string[]>();
	for (const { branch, json, from } of left) if (json['parts'] === undefined || json['parts'] === 1) for (const n of from) found.set(n, [...(found.get(n) ?? []), branch]);
	expect(singles.filter(({ n, branch }) => found.get(n)?.join() !== branch).map(({ n, branch }) => ({ n, branch, found: found.get(n) }))).toEqual([]);
	expect(found.size).toBe(singles.length);
}

/** How many long replies left in one piece; the parts of the others are all there. */
function checkLongReplies({ longReplies }: Storm, left: Left[]): number {
	const items = left.filter(({ json }) => Number(json['parts']) > 1);
	expect(items.filter(({ branch }) => branch !== 'Reply')).toEqual([]);
	const whole = longReplies.filter(({ text, parts }) => {
		const own = items.filter(({ from }) => from.some((n) => parts.includes(n)));
		expect([...new Set(own.flatMap(({ from }) => from))].sort()).toEqual([...parts].sort());
		return own.length === 1 && own[0]?.json['complete'] === true && own[0].json['text'] === text;
	});
	return whole.length;
}

async function runStorm(name: string, total: number, parts: number, options: INodeParameters): Promise<void> {
	const storm = makeStorm(total, parts, 20261121);
	const parameters = { events: ALL_EVENTS, options };
	const trigger = await publishTrigger(n8n, name, parameters);
	const startedAt = Date.now();
	await sendAll(trigger, storm.events);
	const seconds = (Date.now() - startedAt) / 1000;
	if (line === 'queue') await flush(trigger, parameters);
	const { left, executions } = await collect(trigger);

	checkSingles(storm, left.filter(({ json }) => json['messageId'] !== 'flush'));
	const whole = checkLongReplies(storm, left);
	console.log(
		`${name}: ${storm.events.length} callbacks in ${seconds.toFixed(0)} s, ${executions} executions; ` +
			`${storm.singles.length} single events each once in their branch; ${whole} of ${storm.longReplies.length} long replies whole`,
	);
	// In queue mode the parts of a message may land on different webhook processors at once.
	if (line !== 'queue') expect(whole).toBe(storm.longReplies.length);
}

/** What a webhook processor still holds leaves with the next event it gets, once replies come part by part. */
async function flush(trigger: PublishedTrigger, parameters: INodeParameters): Promise<void> {
	await trigger.change({ ...parameters, longReplies: 'parts' });
	for (let index = 0; index < 8; index += 1) await send(trigger, { path: 'delivery-report', payload: { msgId: 'flush', status: 'delivered', n: -1 } });
}

describe('a storm of callbacks', () => {
	it('leaves by its branches, each event once, long replies whole, 5,000 grouped', async () => {
		await runStorm('Storm, grouped', 5_000, 1_000, { groupBursts: true });
	}, 900_000);

	it('leaves by its branches, each event once, long replies whole, 1,000 one by one', async () => {
		await runStorm('Storm', 1_000, 200, {});
	}, 600_000);
});

describe('a kill of n8n', () => {
	it('between the parts of long replies loses none of them', async () => {
		const trigger = await publishTrigger(n8n, 'Killed');
		const { events, longReplies } = makeStorm(66, 66, 7);
		expect(longReplies).toHaveLength(20);
		const isFirst = ({ n }: StormEvent) => longReplies.some(({ parts }) => parts[0] === n);
		// In queue mode two processors that write at once may overwrite each other: README, "In queue mode".
		const atOnce = line === 'queue' ? 1 : 50;
		await sendAll(trigger, events.filter(isFirst), atOnce);
		await controlN8n().kill();
		await controlN8n().restart();
		await pollUntil('the trigger to listen', async () => (await n8n.registeredMethods(trigger.url('reply')))[0]);
		await sendAll(trigger, events.filter((event) => !isFirst(event)), atOnce);
		const { left } = await collect(trigger);
		expect(left.map(({ json }) => [json['text'], json['complete']]).sort()).toEqual(longReplies.map(({ text }) => [text, true]).sort());
	}, 300_000);
});
