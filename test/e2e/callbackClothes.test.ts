import axios, { type AxiosResponse } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { useN8n } from '../harness/e2eInstance';
import { currentLine } from '../harness/line';
import { buildWorkflow, webhookUrl } from '../harness/workflow';
import { ALL_EVENTS, BRANCHES, PATHS, publishTrigger, TRIGGER } from './publishTrigger';

const n8n = useN8n();

const post = async (url: string, body: unknown, contentType = 'application/json'): Promise<AxiosResponse> =>
	axios.post(url, body, { headers: { 'content-type': contentType }, validateStatus: null, transformRequest: (data: unknown) => (typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data)) });

const reply = { type: 'response', phone_number: '+33612345678', text: 'Déjà reçu, l’été', message_id: 1 };
const windows1252 = (payload: object) => Buffer.from(JSON.stringify(payload).replace(/’/g, '\x92'), 'latin1');

async function itemsOf(id: string, executions: number): Promise<IDataObject[]> {
	const records = await n8n.waitForExecutions(id, executions);
	return records.flatMap(({ nodes }) => nodes[TRIGGER]?.outputs.flat().map(({ json }) => json) ?? []);
}

describe('callbacks in other clothes, in a real n8n', () => {
	it('a list of mixed events is one execution, each by its branch, and every node behind finds the event of its item', async () => {
		const workflow = buildWorkflow({
			name: 'List',
			nodes: [
				{ name: TRIGGER, type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters: { events: ALL_EVENTS } },
				...BRANCHES.map((name) => ({
					name,
					type: 'n8n-nodes-base.set',
					typeVersion: 3.4,
					parameters: { mode: 'raw', jsonOutput: `={{ JSON.stringify({ here: $json.eventId, there: $('${TRIGGER}').item.json.eventId }) }}`, options: {} },
				})),
			],
			wires: BRANCHES.map((branch, output) => [TRIGGER, branch, output]),
		});
		const url = (path: string) => webhookUrl(n8n.url, workflow, TRIGGER, path);
		const id = await n8n.createWorkflow(workflow);
		await n8n.publish(id, PATHS.map(url));
		const report = (number: number) => ({ ...fixture('webhook.dlr'), msgId: String(number) });
		const events = [report(1), fixture('webhook.stop'), report(2), fixture('webhook.response'), { odd: 1 }, fixture('webhook.hlr'), report(3), fixture('webhook.voice-sms')];
		const answer = await post(url('reply'), events);
		expect([answer.status, answer.data]).toEqual([200, { received: true, events: { deliveryReport: 3, stop: 1, reply: 1, unrecognised: 1, numberCheck: 1, voiceStatus: 1 } }]);

		const [execution] = await n8n.waitForExecutions(id, 1);
		expect(execution?.status).toBe('success');
		const behind = BRANCHES.map((name) => execution?.nodes[name]?.outputs[0]?.map(({ json }) => json) ?? []);
		expect(behind.map((items) => items.length)).toEqual([1, 1, 3, 1, 1, 1]);
		const ids = execution?.nodes[TRIGGER]?.outputs.map((items) => items.map(({ json }) => json['eventId']));
		expect(behind).toEqual(ids?.map((branch) => branch.map((eventId) => ({ here: eventId, there: eventId }))));
	});

	it('what in a list is understood leaves although the rest is refused', async () => {
		const trigger = await publishTrigger(n8n, 'Refused in part');
		expect((await post(trigger.url('reply'), [{ odd: 1 }, fixture('webhook.stop')])).status).toBe(400);
		expect(await itemsOf(trigger.id, 1)).toEqual([expect.objectContaining({ event: 'stop' })]);
	});

	it('pushes that are repeated with another time are the same event, and a long reply leaves once', async () => {
		const trigger = await publishTrigger(n8n, 'Pushed again');
		const sms = (time: string) => ({ ...fixture('webhook.vn-reply'), msisdn: '33612345678', to: '33755112233', 'message-timestamp': `2026-03-09 ${time}` });
		for (const time of ['10:00:00', '10:05:00']) await post(trigger.url('reply'), sms(time));
		for (const [part, time] of [[1, '11:00:00'], [1, '11:01:00'], [2, '11:02:00'], [2, '11:03:00'], [1, '11:04:00']] as const) {
			const concat = { concat: 'true', 'concat-ref': '7', 'concat-total': '2', 'concat-part': String(part) };
			await post(trigger.url('reply'), { ...sms(time), ...concat, messageId: `long-${part}`, text: `text ${part};` });
		}
		const items = await itemsOf(trigger.id, 3);
		expect(items.map(({ text }) => text).sort()).toEqual(['Test', 'Test', 'text 1;text 2;']);
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(2);
	});

	it('text in windows-1252 and UTF-16 is read, as JSON, form and query, also behind a second question mark', async () => {
		const trigger = await publishTrigger(n8n, 'Latin-1');
		const form = 'type=response&phone_number=%2B33612345678&text=D%E9j%E0+re%E7u,+l%92%E9t%E9&message_id=1';
		const answers = [
			await post(trigger.url('reply'), windows1252(reply)),
			await post(trigger.url('reply'), windows1252(reply), 'application/octet-stream'),
			await post(trigger.url('reply'), Buffer.from(JSON.stringify(reply), 'utf16le'), 'text/plain'),
			await post(trigger.url('reply'), form, 'application/x-www-form-urlencoded'),
			await axios.get(`${trigger.url('reply')}?${form}`),
			await axios.get(`${trigger.url('reply')}?customer=42?${form}`),
		];
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
		const items = await itemsOf(trigger.id, answers.length);
		expect(items.map(({ text, phoneNumber }) => [text, phoneNumber])).toEqual(answers.map(() => [reply.text, reply.phone_number]));
	});

	it('what n8n refuses before the node sees it is refused as the documentation says', async () => {
		const trigger = await publishTrigger(n8n, 'Refused by n8n');
		const url = trigger.url('reply');
		const broken = JSON.stringify(reply).replace('reçu, ', 'reçu,\n');
		const refused = [
			await post(url, windows1252(reply), 'application/json; charset=iso-8859-1'),
			await post(url, windows1252(reply), 'text/plain; charset=windows-1252'),
			await post(url, 'type=stop', 'application/x-www-form-urlencoded; charset=utf-16'),
			await post(url, broken),
			await post(url, Buffer.from(JSON.stringify(reply), 'utf16le')),
		];
		expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 422));
		const mark = await post(url, `\ufeff${JSON.stringify(reply)}`);
		expect(mark.status).toBe(currentLine() === '1.x' ? 422 : 200);
		const read = [
			await post(url, windows1252(reply), 'application/json; charset=latin1'),
			await post(url, Buffer.from(JSON.stringify(reply), 'utf16le'), 'application/json; charset=utf-16le'),
			await post(url, broken, 'text/plain'),
		];
		expect(read.map(({ status }) => status)).toEqual([200, 200, 200]);
	});

	it('a secret that an expression does not give is refused, with nothing published', async () => {
		for (const secret of ['={{ null }}', '={{ $vars.missing }}', '={{ "" }}']) {
			const workflow = buildWorkflow({ name: 'No secret', nodes: [{ name: TRIGGER, type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters: { secret } }], wires: [] });
			const id = await n8n.createWorkflow(workflow);
			await expect(n8n.publish(id)).rejects.toThrow(/The expression in .*Secret.* gives nothing/);
			for (const path of PATHS) expect(await n8n.registeredMethods(webhookUrl(n8n.url, workflow, TRIGGER, path))).toEqual([]);
		}
	});
});
