import axios, { type AxiosResponse } from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { useN8n } from '../harness/e2eInstance';
import { usedOutputs } from '../harness/executionRecord';
import { buildWorkflow, webhookUrl } from '../harness/workflow';

const n8n = useN8n();
const TRIGGER = 'SMS Partner Trigger';
const PATHS = ['reply', 'stop', 'delivery-report', 'voice-status', 'number-check'];
const BRANCHES = ['Reply', 'STOP', 'Delivery', 'Voice Status', 'Number Check', 'Unrecognised'];
const ALL_EVENTS = ['reply', 'stop', 'deliveryReport', 'voiceStatus', 'numberCheck', 'unrecognised'];

/** A published workflow with the trigger, each output wired to a node that bears its name. */
async function publishTrigger(name: string, parameters: INodeParameters = {}) {
	const workflow = buildWorkflow({
		name,
		nodes: [
			{ name: TRIGGER, type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters },
			...BRANCHES.map((branch) => ({ name: branch, type: 'n8n-nodes-base.noOp' })),
		],
		wires: BRANCHES.map((branch, output) => [TRIGGER, branch, output]),
	});
	const secret = parameters['secret'] === undefined ? '' : `/${String(parameters['secret'])}`;
	const url = (path: string) => `${webhookUrl(n8n.url, workflow, TRIGGER, path)}${secret}`;
	const id = await n8n.createWorkflow(workflow);
	await n8n.publish(id, PATHS.map(url));
	return { id, url, without: (path: string) => webhookUrl(n8n.url, workflow, TRIGGER, path) };
}

const post = async (url: string, payload: unknown, headers = {}): Promise<AxiosResponse> =>
	axios.post(url, payload, { headers, validateStatus: null });

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('callbacks in a real n8n', () => {
	it('registers every URL for POST and GET', async () => {
		const trigger = await publishTrigger('Methods');
		for (const path of PATHS) expect((await n8n.registeredMethods(trigger.url(path))).sort()).toEqual(['GET', 'POST']);
	});

	const reply = { event: 'reply', channel: 'shortCode', to: null, parts: 1, complete: true };
	const longReply = { event: 'reply', channel: 'virtualNumber', parts: 2, complete: false };
	const voice = { event: 'voiceStatus', kind: 'voiceSms', campaignId: 'XHa7GXvhy6zkhQEf4HtHG', status: 'delivered', answered: true, sentAt: '2026-01-13T11:35:00+01:00', doneAt: '2026-01-13T11:35:12+01:00', durationSeconds: 6 };

	/** Fixture, URL it comes to, branch by which it leaves, fields of its item. */
	const documented: Array<[string, string, string, IDataObject]> = [
		['webhook.response', 'reply', 'Reply', { ...reply, text: 'test', keyword: 'test', messageId: '1111111' }],
		['webhook.response.legacy', 'stop', 'Reply', { ...reply, text: 'Ma réponse', messageId: '123' }],
		['webhook.stop', 'reply', 'STOP', { event: 'stop', source: 'platform', text: 'Stop', messageId: '111111' }],
		['webhook.vn-reply', 'reply', 'Reply', { event: 'reply', channel: 'virtualNumber', text: 'Test', keyword: 'Test', receivedAt: '2016-03-10T10:51:46+01:00', complete: true }],
		['webhook.vn-reply.concat-1', 'reply', 'Reply', { ...longReply, part: 1, keyword: 'MESSAGELONG' }],
		['webhook.vn-reply.concat-2', 'reply', 'Reply', { ...longReply, part: 2, text: '....très long' }],
		['webhook.dlr', 'delivery-report', 'Delivery', { event: 'deliveryReport', status: 'delivered', isFinal: true, messageId: '11111111', doneAt: '2025-12-03T14:28:05+01:00', cost: 0.049, currency: 'EUR', tag: '....' }],
		['webhook.hlr', 'number-check', 'Number Check', { event: 'numberCheck', reachable: true, ported: true, networkCode: '20815', errorName: 'NO_ERROR', errorDescription: 'No Error' }],
		['webhook.voice-sms', 'voice-status', 'Voice Status', { ...voice, voicemailStatus: null }],
		['webhook.voice-sms.with-audio', 'voice-status', 'Voice Status', { ...voice, voicemailStatus: 'Deposit' }],
	];

	it('lets every documented callback leave by its own branch with its fields, as JSON and as a form', async () => {
		const trigger = await publishTrigger('Documented', { events: ALL_EVENTS, longReplies: 'parts' });
		for (const [name, path] of documented) {
			for (const headers of [{}, form]) {
				const answer = await post(trigger.url(path), fixture(name), headers);
				expect([name, answer.status, answer.data]).toEqual([name, 200, expect.objectContaining({ received: true })]);
			}
		}
		const campaign = await axios.get(trigger.url('voice-status'), { params: fixture('webhook.voice-campaign.query') });
		expect(campaign.status).toBe(200);

		const executions = await n8n.waitForExecutions(trigger.id, documented.length * 2 + 1);
		const left = executions.map(({ status, nodes }) => {
			const run = nodes[TRIGGER] ?? { outputs: [], hints: [] };
			const [output = -1] = usedOutputs(run);
			return { status, outputs: usedOutputs(run).length, branch: BRANCHES[output], continued: nodes[BRANCHES[output] ?? ''] !== undefined, json: run.outputs[output]?.[0]?.json ?? {} };
		});
		expect(left.every(({ status, outputs, continued }) => status === 'success' && outputs === 1 && continued)).toBe(true);
		for (const [name, , branch, fields] of documented) {
			const items = left.filter(({ json }) => sameNumber(json, fixture(name)) && (fields['part'] === undefined || json['part'] === fields['part']) && (fields['voicemailStatus'] === undefined || json['voicemailStatus'] === fields['voicemailStatus']) && (fields['text'] === undefined || json['text'] === fields['text']));
			expect([name, items.map((item) => item.branch)]).toEqual([name, [branch, branch]]);
			for (const { json } of items) expect(json).toMatchObject({ ...fields, eventId: expect.any(String), receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), raw: expect.any(Object) });
			expect(new Set(items.map(({ json }) => json['eventId'])).size).toBe(1);
		}
		expect(left.filter(({ json }) => json['kind'] === 'voicemailCampaign')).toEqual([
			expect.objectContaining({
				branch: 'Voice Status',
				json: expect.objectContaining({ campaignToken: 'oiTCpIVk2jvIY3xcfg', campaignId: 'NDA_20230111_00811', deliveredQuantity: 1, totalQuantity: 1 }),
			}),
		]);
	});

	it('tells a STOP by its text, and lets what it cannot recognise leave by Unrecognised', async () => {
		const trigger = await publishTrigger('Keyword', { events: ALL_EVENTS });
		await post(trigger.url('reply'), { ...fixture('webhook.vn-reply'), text: ' stop. ' });
		await post(trigger.url('reply'), { hello: 'world' });
		const executions = await n8n.waitForExecutions(trigger.id, 2);
		const outputs = executions.map(({ nodes }) => nodes[TRIGGER]?.outputs.map((items) => items.map(({ json }) => json)) ?? []);
		expect(outputs.map((branches) => branches.findIndex((items) => items.length > 0)).sort()).toEqual([1, 5]);
		expect(outputs.flat(2)).toEqual(expect.arrayContaining([expect.objectContaining({ event: 'stop', source: 'keyword', channel: 'virtualNumber' })]));
	});

	it('answers 400 to what it cannot recognise, and 200 to a filtered event, without an execution', async () => {
		const trigger = await publishTrigger('Filtered', { events: ['stop'] });
		const unknown = await post(trigger.url('reply'), { hello: 'world' });
		expect([unknown.status, unknown.data]).toEqual([400, expect.objectContaining({ received: false, fields: ['hello'] })]);
		const filtered = await post(trigger.url('reply'), fixture('webhook.response'));
		expect([filtered.status, filtered.data]).toEqual([200, expect.objectContaining({ received: true, ignored: true })]);
		await post(trigger.url('reply'), fixture('webhook.stop'));
		const executions = await n8n.waitForExecutions(trigger.id, 1);
		expect(executions).toHaveLength(1);
		expect(usedOutputs(executions[0]?.nodes[TRIGGER] ?? { outputs: [], hints: [] })).toEqual([1]);
	});

	it('answers 404 without or with a wrong secret, without an execution, and never shows the secret', async () => {
		const secret = 'right-secret-5521';
		const trigger = await publishTrigger('Secret', { secret });
		for (const url of [trigger.without('reply'), `${trigger.without('reply')}/wrong`]) {
			expect((await post(url, fixture('webhook.response'))).status).toBe(404);
		}
		expect((await post(trigger.url('reply'), fixture('webhook.response'))).status).toBe(200);
		const executions = await n8n.waitForExecutions(trigger.id, 1);
		expect(executions).toHaveLength(1);
		expect(JSON.stringify(executions[0]?.nodes[TRIGGER]?.outputs)).not.toContain(secret);
	});

	it('does not go to work with a secret that a URL cannot keep, and says what to do', async () => {
		const workflow = buildWorkflow({ name: 'Bad secret', nodes: [{ name: TRIGGER, type: 'n8n-nodes-smspartner.smsPartnerTrigger', parameters: { secret: 'a/b c' } }], wires: [] });
		const id = await n8n.createWorkflow(workflow);
		await expect(n8n.publish(id)).rejects.toThrow(/Secret.* only letters, digits/);
		expect(await n8n.registeredMethods(`${webhookUrl(n8n.url, workflow, TRIGGER, 'reply')}/a/b%20c`)).toEqual([]);
	});

	it('leaves raw out when asked to, and reads times in the given zone', async () => {
		const trigger = await publishTrigger('Options', { options: { includeRaw: false, sourceTimezone: 'UTC' } });
		await post(trigger.url('reply'), fixture('webhook.vn-reply'));
		const [execution] = await n8n.waitForExecutions(trigger.id, 1);
		const json = execution?.nodes[TRIGGER]?.outputs[0]?.[0]?.json;
		expect(json).not.toHaveProperty('raw');
		expect(json).toMatchObject({ receivedAt: expect.stringMatching(/^2016-03-10T09:51:46(Z|\+00:00)$/) });
	});
});

/** Whether an item came from this fixture: by the ids that the fixture holds. */
function sameNumber(json: IDataObject, payload: Record<string, unknown>): boolean {
	const id = payload['message_id'] ?? payload['messageId'] ?? payload['msgId'] ?? payload['campaignId'];
	return json['messageId'] === String(id) || json['campaignId'] === String(id);
}
