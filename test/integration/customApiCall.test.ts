import { createServer, type IncomingMessage, type Server } from 'node:http';

import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type ILoadOptionsFunctions, type IRequestOptions } from 'n8n-workflow';

import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';
import { startSimulator, type Simulator } from '../simulator';
import { keysOf } from './support/campaign';
import type { CredentialValues } from './support/credentials';
import { actionNode, additionalData, nodeTypes } from './support/engine';

/** "Custom API Call" is n8n's HTTP Request node with our credential: it hands over the address as `uri`. */
async function call(credentials: CredentialValues, type: string, request: IRequestOptions): Promise<unknown> {
	// n8n gives every credential to a node of this name, whatever it is.
	const node = { ...actionNode({}, credentials), type: 'n8n-nodes-base.httpRequest' };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: nodeTypes({ [node.type]: new SmsPartner() }) });
	const context = new LoadOptionsContext(workflow, node, additionalData(credentials), '') as unknown as ILoadOptionsFunctions;
	const httpRequestNode = { headers: {}, gzip: true, followRedirect: true, followAllRedirects: true, simple: false, resolveWithFullResponse: true, json: true };
	return await context.helpers.requestWithAuthentication.call(context, type, { ...httpRequestNode, ...request });
}

describe('a Custom API Call', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	it('works with the credential of SMS Partner', async () => {
		const ask = async (request: IRequestOptions) => await call(keysOf(simulator), 'smsPartnerApi', request);
		expect(await ask({ method: 'GET', uri: `${simulator.smsBaseUrl}/me` })).toMatchObject({ statusCode: 200, body: { success: true } });
		expect(await ask({ method: 'POST', uri: `${simulator.smsBaseUrl}/group/add`, body: { name: 'VIP' } })).toMatchObject({ body: { success: true } });
		expect(await ask({ method: 'DELETE', uri: `${simulator.smsBaseUrl}/subaccount/remove`, body: { token: 'none' } })).toMatchObject({ body: { success: false, code: 404 } });
		expect(simulator.groups).toEqual([expect.objectContaining({ name: 'VIP' })]);
	});

	it.each(['{apiKey}', '%7BapiKey%7D'])('works with the credential of Voice Partner, its key in place of %s', async (placeholder) => {
		const ask = async (request: IRequestOptions) => await call(keysOf(simulator), 'voicePartnerApi', request);
		expect(await ask({ method: 'GET', uri: `${simulator.voiceBaseUrl}/me/${placeholder}` })).toMatchObject({ statusCode: 200, body: { credit: expect.anything() } });
		expect(await ask({ method: 'DELETE', uri: `${simulator.voiceBaseUrl}/campaign/cancel/${placeholder}/none` })).toMatchObject({ statusCode: 404 });
		expect(await ask({ method: 'POST', uri: `${simulator.voiceBaseUrl}/audio-file/rename`, body: { tokenAudio: 'none', filename: 'Autumn' } })).not.toMatchObject({ statusCode: 401 });
	});

	describe('to a server of somebody else', () => {
		const seen: string[] = [];
		let stranger: Server;
		let platform: Server;

		beforeAll(async () => {
			stranger = await listening(async (request) => {
				seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${await bodyOf(request)}`);
				return {};
			});
			platform = await listening(async () => ({ location: `${addressOf(stranger)}/caught` }));
		});
		beforeEach(() => seen.splice(0));
		afterAll(() => [stranger, platform].forEach((server) => server.close()));

		const keys = (): CredentialValues => {
			const baseUrl = `${addressOf(platform)}/v1`;
			return { smsPartnerApi: { apiKey: 'the-secret-key', baseUrl }, voicePartnerApi: { apiKey: 'the-secret-key', baseUrl } };
		};

		it.each(['smsPartnerApi', 'voicePartnerApi'])('carries no key of %s', async (type) => {
			for (const method of ['GET', 'POST', 'DELETE'] as const) {
				const { host } = new URL(addressOf(stranger));
				await call(keys(), type, { method, uri: `${addressOf(stranger)}/{apiKey}`, ...(method !== 'GET' && { body: { a: 1 } }) });
				await call(keys(), type, { method, uri: `http://${new URL(addressOf(platform)).host}@${host}/{apiKey}` });
			}
			expect(seen).toHaveLength(6);
			expect(seen.join()).not.toContain('the-secret-key');
		});

		it.each(['smsPartnerApi', 'voicePartnerApi'])('is not led there by a redirect with the key of %s', async (type) => {
			for (const method of ['GET', 'POST', 'DELETE'] as const) {
				expect(await call(keys(), type, { method, uri: `${addressOf(platform)}/v1/me/{apiKey}`, ...(method !== 'GET' && { body: { a: 1 } }) })).toMatchObject({ statusCode: 307 });
			}
			expect(seen).toEqual([]);
		});
	});
});

async function listening(answer: (request: IncomingMessage) => Promise<{ location?: string }>): Promise<Server> {
	const server = createServer((request, response) => {
		void answer(request).then((headers) => response.writeHead(headers.location === undefined ? 200 : 307, headers).end('{}'));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

function addressOf(server: Server): string {
	const address = server.address();
	return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const part of request) body += String(part);
	return body;
}
