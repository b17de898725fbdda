import { createServer, type Server } from 'node:http';

import type { INodeParameters } from 'n8n-workflow';

import { useN8n } from '../harness/e2eInstance';
import { buildWorkflow } from '../harness/workflow';
import { SMS_KEY, startPlatform, VOICE_KEY, type Platform } from './platform';

const n8n = useN8n();
const NODE = 'HTTP Request';

/** n8n sends a Custom API Call to its HTTP Request node, with the credential of this package. */
describe('a Custom API Call', () => {
	let platform: Platform;
	let stranger: Server;
	/** Everything that reached a server other than the platform. */
	const overheard: string[] = [];

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		stranger = createServer((request, response) => {
			overheard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
			request.on('data', (data) => overheard.push(String(data))).on('end', () => response.setHeader('content-type', 'application/json').end('{"heard":true}'));
		});
		await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	});
	beforeEach(() => platform.simulator.reset());
	afterAll(async () => {
		await platform.simulator.stop();
		await new Promise((resolve) => stranger.close(resolve));
	});

	async function call(credential: 'smsPartnerApi' | 'voicePartnerApi', request: INodeParameters) {
		const workflow = await n8n.createWorkflow(
			buildWorkflow({
				name: 'Custom API Call',
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{
						name: NODE,
						type: 'n8n-nodes-base.httpRequest',
						typeVersion: 4.2,
						parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: credential, options: {}, ...request },
						credentials: platform.credentials,
					},
				],
				wires: [['Start', NODE]],
				pinned: { Start: [{ json: {} }] },
			}),
		);
		const { nodes, status } = await n8n.run(workflow, 'Start');
		return { status, json: nodes[NODE]?.outputs[0]?.[0]?.json };
	}

	it('reaches SMS Partner, by GET and by POST', async () => {
		const { smsBaseUrl } = platform.simulator;
		expect((await call('smsPartnerApi', { method: 'GET', url: `${smsBaseUrl}/me` })).json).toMatchObject({ success: true, credits: expect.anything() });
		const body = JSON.stringify({ phoneNumbers: '+33612345678', message: 'By hand' });
		expect((await call('smsPartnerApi', { method: 'POST', url: `${smsBaseUrl}/send`, sendBody: true, specifyBody: 'json', jsonBody: body })).json).toMatchObject({ success: true });
		expect(platform.simulator.accepted).toHaveLength(1);
	});

	it('reaches Voice Partner, whose key stands in the path', async () => {
		const { json } = await call('voicePartnerApi', { method: 'GET', url: `${platform.simulator.voiceBaseUrl}/me/{apiKey}` });
		expect(json).toMatchObject({ credit: expect.anything() });
	});

	it.each(['smsPartnerApi', 'voicePartnerApi'] as const)('takes no key of %s to anybody else', async (credential) => {
		overheard.length = 0;
		const address = stranger.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		for (const method of ['GET', 'POST', 'DELETE']) {
			const body = method === 'POST' ? { sendBody: true, specifyBody: 'json', jsonBody: '{"a":1}' } : {};
			expect((await call(credential, { method, url: `http://127.0.0.1:${port}/v1/me/{apiKey}`, ...body })).json).toEqual({ heard: true });
		}
		expect(overheard.filter((text) => /^(GET|POST|DELETE) /.test(text))).toHaveLength(3);
		for (const key of [SMS_KEY, VOICE_KEY]) expect(overheard.join('\n')).not.toContain(key);
	});
});
