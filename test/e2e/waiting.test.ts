import { randomUUID } from 'node:crypto';

import axios from 'axios';
import fc from 'fast-check';
import pLimit from 'p-limit';

import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { useN8n } from '../harness/e2eInstance';
import { currentLine } from '../harness/line';
import { pollUntil } from '../harness/poll';
import { buildWorkflow } from '../harness/workflow';
import { phoneNumber } from '../integration/support/parameters';
import type { AcceptedSms } from '../simulator';
import { startPlatform, type Platform } from './platform';
import { publishWaiting, restartFully, WAITING_NODE } from './waitingWorkflow';

const n8n = useN8n();
const SEED = 20261121;
/** In queue mode n8n takes an execution whose limit passes while it starts for a dead one: it must pass later. */
const shortLimit = currentLine() === 'queue' ? 100 : 45;
const limitFromBody = { values: { resumeAmount: '={{ $json.body.seconds }}', resumeUnit: 'seconds' } };

describe('waiting for the answer in a real n8n', () => {
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
	});
	beforeEach(() => platform.simulator.reset());
	afterAll(async () => platform.simulator.stop());

	it('continues 30 executions once each with their own answers, and 5 by Timed Out, over a restart', async () => {
		const workflow = await publishWaiting(n8n, platform, { waitFor: 'reply', limitWaitTime: limitFromBody });
		const people = Array.from({ length: 35 }, (_, index) => ({ number: phoneNumber(index), answer: index % 3 === 0 ? `STOP ${index}` : `Yes ${index}`, isLate: index >= 30 }));
		const fewAtOnce = pLimit(5);
		const sent = new Map<string, AcceptedSms>();
		await Promise.all(
			people.map(async ({ number, isLate }) =>
				await fewAtOnce(async () => sent.set(number, await workflow.start({ phoneNumber: number, seconds: isLate ? shortLimit : 3600 }))),
			),
		);
		await workflow.atRest(people.length);

		const { callbacks } = platform.simulator;
		const calls = people
			.filter(({ isLate }) => !isLate)
			.flatMap(({ number, answer }, index) => {
				const { urlResponse: url = '', messageId = '' } = sent.get(number) ?? {};
				const neighbour = people[(index + 1) % people.length]?.number ?? '';
				const encoding = index % 2 === 0 ? 'json' : 'form';
				const right = { answers: number, make: async () => await callbacks.reply(url, { phoneNumber: number, messageId, text: answer }, { encoding }) };
				const wrong = [
					async () => await callbacks.reply(url, { phoneNumber: neighbour, messageId, text: 'Someone else' }),
					async () => await callbacks.reply(url, { phoneNumber: number, messageId: '77', text: 'Another message' }),
					async () => await callbacks.reply(url.replace(/wait=[\w-]+/, 'wait=guessed'), { phoneNumber: number, messageId, text: 'Foreign' }),
					async () => await callbacks.deliveryReport(url, { phoneNumber: number, messageId }),
				];
				return [right, right, ...wrong.map((make) => ({ answers: undefined, make }))];
			});
		const [shuffled = []] = fc.sample(fc.shuffledSubarray(calls, { minLength: calls.length }), { seed: SEED, numRuns: 1 });
		const [early, later] = [shuffled.slice(0, shuffled.length / 2), shuffled.slice(shuffled.length / 2)];
		const tenAtOnce = pLimit(10);
		const makeAll = async (some: typeof calls) =>
			await Promise.all(some.map(async ({ answers, make }) => await tenAtOnce(async () => ({ answers, ...(await make()) }))));
		const before = await makeAll(early);
		// n8n 1 answers before it resumes an execution, and a restart breaks off what is under way.
		for (const { answers } of early) if (answers !== undefined) await workflow.ended(answers);
		await restartFully();
		const after = await makeAll(later);
		// n8n itself refuses calls for an execution that has ended or is under way: by 409, and by 500 when it meets them half-way.
		const taken = [...before, ...after].filter(({ status }) => status === 200);
		expect(taken.filter(({ answers, body }) => answers === undefined && !(isRecord(body) && body['ignored'] === true))).toEqual([]);
		expect(new Set(taken.flatMap(({ answers }) => answers ?? [])).size).toBe(30);

		for (const { number, answer, isLate } of people) {
			const output = isLate ? 2 : answer.startsWith('STOP') ? 1 : 0;
			expect([number, await workflow.ended(number)]).toEqual([
				number,
				{
					status: 'success',
					output,
					json: expect.objectContaining({ phoneNumber: number, ...(isLate ? { messageId: sent.get(number)?.messageId } : { text: answer, sentMessageId: sent.get(number)?.messageId }) }),
					branches: [['First', 'Second', 'Timed Out'][output]],
					runs: [1, 1],
				},
			]);
		}
		expect(await n8n.executions(workflow.id)).toHaveLength(people.length);
		expect(platform.simulator.accepted).toHaveLength(people.length);
	}, 300_000);

	it('waits for the delivery, and looks up a report that never comes, in workflows of before and after n8n 1', async () => {
		const { simulator } = platform;
		const report = async ({ urlDlr = '', messageId, phoneNumber: number }: AcceptedSms, status: 'delivered' | 'not delivered' | 'waiting') =>
			await simulator.callbacks.deliveryReport(urlDlr, { phoneNumber: number, messageId, status });

		const waitAndSee = async (settings: Record<string, string>, offset: number) => {
			const workflow = await publishWaiting(n8n, platform, { waitFor: 'delivery', limitWaitTime: limitFromBody }, { settings });
			const start = async (index: number, seconds: number) => await workflow.start({ phoneNumber: phoneNumber(offset + index), seconds });
			const [arrived, failed, slow] = [await start(1, 3600), await start(2, 3600), await start(3, 3600)];
			const [lost, unknown] = [await start(4, 1), await start(5, 1)];
			simulator.setStatus(lost.phoneNumber, 'delivered');
			await workflow.atRest(5);

			expect((await report(arrived, 'delivered')).body).toEqual({ received: true, event: 'deliveryReport' });
			await report(failed, 'not delivered');
			expect((await report(slow, 'waiting')).body).toEqual({ received: true, event: 'deliveryReport', ignored: true });
			await report(slow, 'delivered');

			const once = { status: 'success', runs: [1, 1] };
			const delivered = { ...once, output: 0, branches: ['First'], json: expect.objectContaining({ event: 'deliveryReport', status: 'delivered' }) };
			expect(await workflow.ended(arrived.phoneNumber)).toEqual(delivered);
			expect(await workflow.ended(failed.phoneNumber)).toEqual({ ...once, output: 1, branches: ['Second'], json: expect.objectContaining({ status: 'notDelivered' }) });
			expect(await workflow.ended(slow.phoneNumber)).toEqual(delivered);
			expect(await workflow.ended(lost.phoneNumber)).toEqual(delivered);
			expect(await workflow.ended(unknown.phoneNumber)).toEqual({ ...once, output: 2, branches: ['Timed Out'], json: expect.objectContaining({ status: 'waiting' }) });
		};
		await Promise.all([waitAndSee({}, 100), waitAndSee({ executionOrder: 'v1' }, 200)]);
		expect(simulator.countRequests('/message-status')).toBe(4);
	}, 240_000);

	it('asks one after the other in a loop, where an answer does not count for the next question', async () => {
		const path = randomUUID();
		const numbers = [phoneNumber(1), phoneNumber(2)];
		const definition = buildWorkflow({
			name: 'Loop',
			nodes: [
				{ name: 'Intake', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' } },
				{ name: 'Each', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.numbers' } },
				{ name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3, parameters: {} },
				{
					name: WAITING_NODE,
					type: 'n8n-nodes-smspartner.smsPartner',
					credentials: platform.credentials,
					parameters: { resource: 'sms', operation: 'sendAndWaitForEvent', to: "={{ $json['body.numbers'] }}", message: 'Yes or no?', waitFor: 'reply', options: {} },
				},
				{ name: 'Done', type: 'n8n-nodes-base.noOp' },
			],
			wires: [['Intake', 'Each'], ['Each', 'Loop'], ['Loop', 'Done', 0], ['Loop', WAITING_NODE, 1], [WAITING_NODE, 'Loop', 0], [WAITING_NODE, 'Loop', 1], [WAITING_NODE, 'Loop', 2]],
		});
		const id = await n8n.createWorkflow({ ...definition, settings: { executionOrder: 'v1' } });
		const url = `${n8n.url}/webhook/${path}`;
		await n8n.publish(id, [url]);
		await axios.post(url, { numbers });

		const { simulator } = platform;
		const asleep = async (index: number) =>
			await pollUntil(`question ${index + 1}`, async () => {
				const [execution] = await n8n.executions(id);
				return execution?.status === 'waiting' ? simulator.acceptedFor(numbers[index] ?? '')[0] : undefined;
			});
		const answer = async ({ urlResponse = '', messageId, phoneNumber: number }: AcceptedSms, text: string) =>
			await simulator.callbacks.reply(urlResponse, { phoneNumber: number, messageId, text });
		const first = await asleep(0);
		await answer(first, 'One');
		const second = await asleep(1);
		expect((await answer(first, 'One again')).body).toMatchObject({ ignored: true });
		await answer(second, 'Two');

		const ended = await pollUntil('the loop to end', async () => (await n8n.waitForExecutions(id, 1)).find(({ status }) => status === 'success'));
		expect(ended.nodes['Done']?.outputs[0]?.map(({ json }) => [json['phoneNumber'], json['text']])).toEqual([
			[numbers[0], 'One'],
			[numbers[1], 'Two'],
		]);
	}, 120_000);
});
