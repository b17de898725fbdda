import axios from 'axios';
import pLimit from 'p-limit';

import { controlN8n, useN8n } from '../harness/e2eInstance';
import { usedOutputs } from '../harness/executionRecord';
import { pollUntil } from '../harness/poll';
import { buildWorkflow } from '../harness/workflow';

const n8n = useN8n();
const noOp = (name: string) => ({ name, type: 'n8n-nodes-base.noOp' });

describe('the harness drives a real n8n', () => {
	it('runs a workflow by hand from pinned items and reads what each node gave', async () => {
		const items = [{ json: { n: 1 } }, { json: { n: 2 } }, { json: { n: 3 } }];
		const id = await n8n.createWorkflow(
			buildWorkflow({
				name: 'Manual run',
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{
						name: 'Odd?',
						type: 'n8n-nodes-base.filter',
						typeVersion: 2,
						parameters: {
							conditions: {
								options: { version: 1, caseSensitive: true, typeValidation: 'strict', leftValue: '' },
								combinator: 'and',
								conditions: [
									{ id: '1', leftValue: '={{ $json.n % 2 }}', rightValue: 1, operator: { type: 'number', operation: 'equals' } },
								],
							},
						},
					},
				],
				wires: [['Start', 'Odd?']],
				pinned: { Start: items },
			}),
		);

		const execution = await n8n.run(id, 'Start');
		expect(execution.status).toBe('success');
		expect(execution.nodes['Odd?']?.outputs[0]?.map((item) => item.json)).toEqual([{ n: 1 }, { n: 3 }]);
		expect(execution.nodes['Odd?']?.outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	it('tells which node failed and why', async () => {
		const id = await n8n.createWorkflow(
			buildWorkflow({
				name: 'Failing run',
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{ name: 'Stop', type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: 'Enough' } },
				],
				wires: [['Start', 'Stop']],
			}),
		);
		const execution = await n8n.run(id, 'Start');
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toBe('Enough');
		expect(execution.nodes['Stop']?.error?.message).toBe('Enough');
	});

	it('publishes a webhook, counts its executions and takes it back', async () => {
		const path = 'harness';
		const url = `${n8n.url}/webhook/${path}`;
		const id = await n8n.createWorkflow(
			buildWorkflow({
				name: 'Webhook',
				nodes: [
					{
						name: 'Hook',
						type: 'n8n-nodes-base.webhook',
						typeVersion: 2,
						parameters: { path, multipleMethods: true, httpMethod: ['GET', 'POST'] },
					},
					noOp('By GET'),
					noOp('By POST'),
				],
				wires: [
					['Hook', 'By GET', 0],
					['Hook', 'By POST', 1],
				],
			}),
		);
		expect(await n8n.registeredMethods(url)).toEqual([]);

		await n8n.publish(id, [url]);
		await axios.post(url, { who: 'me' });
		await axios.post(url, { who: 'you' });
		const executions = await n8n.waitForExecutions(id, 2);
		expect(executions).toHaveLength(2);
		expect(executions.map(({ nodes }) => nodes['Hook'] && usedOutputs(nodes['Hook']))).toEqual([[1], [1]]);
		expect(executions.map(({ nodes }) => nodes['By POST']?.outputs[0]?.[0]?.json['body'])).toEqual(
			expect.arrayContaining([{ who: 'me' }, { who: 'you' }]),
		);
		expect(executions.map(({ nodes }) => nodes['By GET'])).toEqual([undefined, undefined]);

		await n8n.unpublish(id, [url]);
		const gone = await axios.post(url, {}, { validateStatus: null });
		expect(gone.status).toBe(404);
	});

	it('lists every execution once, however many pages they fill and however many ran at once', async () => {
		const path = 'many';
		const url = `${n8n.url}/webhook/${path}`;
		const hook = { name: 'Hook', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { path, httpMethod: 'POST' } };
		const id = await n8n.createWorkflow(buildWorkflow({ name: 'Many', nodes: [hook], wires: [] }));
		await n8n.publish(id, [url]);
		const calls = Array.from({ length: 230 }, (_, call) => call);
		const tenAtOnce = pLimit(10);
		await Promise.all(calls.map(async (call) => await tenAtOnce(async () => await axios.post(url, { call }))));
		const executions = await n8n.waitForExecutions(id, calls.length);
		const seen = executions.map(({ nodes }) => nodes['Hook']?.outputs[0]?.[0]?.json['body']);
		expect(seen).toHaveLength(calls.length);
		expect(seen).toEqual(expect.arrayContaining(calls.map((call) => ({ call }))));
	});

	it('kills and restarts it, with its session, its webhooks and its executions kept', async () => {
		const path = 'survivor';
		const url = `${n8n.url}/webhook/${path}`;
		const hook = { name: 'Hook', type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { path, httpMethod: 'POST' } };
		const id = await n8n.createWorkflow(buildWorkflow({ name: 'Survivor', nodes: [hook], wires: [] }));
		await n8n.publish(id, [url]);
		await axios.post(url, { before: true });
		await n8n.waitForExecutions(id, 1);

		await controlN8n().kill();
		expect(await axios.post(url, {}).then(() => 'answered', () => 'dead')).toBe('dead');
		await controlN8n().restart();
		await pollUntil('the webhook to answer again', async () => ((await n8n.registeredMethods(url)).length > 0 ? true : undefined));
		await axios.post(url, { after: true });
		expect(await n8n.waitForExecutions(id, 2)).toHaveLength(2);
	}, 180_000);

	it('stores credentials without giving their values back', async () => {
		const { id } = await n8n.createCredential('A header', 'httpHeaderAuth', { name: 'x-key', value: 'hidden-value' });
		const stored = await n8n.credentials();
		expect(stored.find((credential) => credential.id === id)).toMatchObject({ name: 'A header', type: 'httpHeaderAuth' });
		expect(JSON.stringify(stored)).not.toContain('hidden-value');
	});
});
