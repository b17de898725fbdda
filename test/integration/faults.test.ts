import { createServer } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { runNode } from './support/engine';
import { campaignParameters, goOn, people, phoneNumber } from './support/parameters';

const ITEMS = people(3);

describe('sms.send when the platform or the network misbehaves', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const parameters: INodeParameters = { ...campaignParameters, options: { timeout: 1 } };
	const strict: INodeParameters = { ...campaignParameters, options: { timeout: 1, stopOnFailure: true } };
	const send = async (settings = goOn) => run(simulator, parameters, ITEMS, settings);

	it.each<[string, Parameters<Simulator['faults']['add']>[0], number]>([
		['a time-out after the platform accepted', { kind: 'timeout', accept: true }, 3],
		['a time-out before the platform accepted', { kind: 'timeout', accept: false }, 0],
		['a reset after the platform accepted', { kind: 'reset', accept: true }, 3],
		['a reset before the platform accepted', { kind: 'reset', accept: false }, 0],
		['a 500 with HTML', { kind: 'status', status: 500, html: true }, 0],
		['a 503 after the platform accepted', { kind: 'status', status: 503, acceptFirst: true }, 3],
		['a 200 with truncated JSON', { kind: 'truncate', accept: true }, 3],
		['an empty 200', { kind: 'body', status: 200, body: '', accept: true }, 3],
		['a 200 that is a web page', { kind: 'body', status: 200, body: '<html>Maintenance</html>', contentType: 'text/html', accept: false }, 0],
		['a 200 of another content type', { kind: 'body', status: 200, body: 'OK', contentType: 'application/octet-stream', accept: true }, 3],
	])('reports an unknown outcome after %s, and never repeats it', async (_what, fault, accepted) => {
		simulator.faults.add(fault);
		const { items } = await send();
		expect(simulator.requests).toHaveLength(1);
		expect(simulator.accepted).toHaveLength(accepted);
		expect(items.map(({ json }) => json)).toEqual(
			ITEMS.map((person) => ({
				error: expect.stringMatching(/^Outcome unknown: /),
				code: expect.any(String),
				description: expect.stringContaining('before you run this item again'),
				phoneNumber: person.phoneNumber,
				status: 'unknown',
			})),
		);
	});

	it('goes out once when the connection is refused at first', async () => {
		const port = Number(new URL(simulator.url).port);
		await simulator.stop();
		const restart = new Promise<Simulator>((resolve, reject) => {
			setTimeout(() => startSimulator({ port, automaticReports: false }).then(resolve, reject), 250);
		});
		const { items } = await send();
		simulator = await restart;
		expect(simulator.accepted).toHaveLength(3);
		expect(items.map(({ json }) => json.status)).toEqual(['waiting', 'waiting', 'waiting']);
	});

	it('says that nothing was sent when the connection stays refused', async () => {
		const silent = createServer();
		const address = await new Promise<string>((resolve) => {
			silent.listen(0, '127.0.0.1', () => {
				const bound = silent.address();
				resolve(typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '');
			});
		});
		await new Promise((resolve) => silent.close(resolve));
		const { items } = await run({ ...simulator, smsBaseUrl: address }, parameters, ITEMS, goOn);
		expect(items.map(({ json }) => json)).toEqual(
			ITEMS.map(() => expect.objectContaining({ error: expect.stringContaining('could not be reached'), code: 'ECONNREFUSED', description: expect.stringContaining('Nothing was sent') })),
		);
	});

	it.each([
		['Retry-After', 1],
		['no Retry-After', undefined],
	])('waits out a 429 with %s and goes out once', async (_what, retryAfter) => {
		simulator.faults.add({ kind: 'status', status: 429, ...(retryAfter !== undefined && { retryAfter }) }, { times: 2 });
		const { items } = await send();
		expect(simulator.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
		expect(simulator.accepted).toHaveLength(3);
		expect(items.every(({ json }) => json.status === 'waiting')).toBe(true);
	});

	it('gives up at once when the platform asks for too long a wait', async () => {
		simulator.faults.add({ kind: 'status', status: 429, retryAfter: 3600 });
		const { items } = await send();
		expect(simulator.accepted).toHaveLength(0);
		expect(items[0]?.json).toMatchObject({ code: '429', description: expect.stringContaining('wait 3600 seconds') });
	});

	it.each([200, 400])('takes success:false under HTTP %i for the failure it is', async (status) => {
		simulator.faults.add({ kind: 'body', status, body: '{"success":false,"code":44,"message":"Expéditeur refusé"}', contentType: 'application/json', accept: false });
		const { items } = await send();
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => json)).toEqual(
			ITEMS.map((person) => ({
				error: 'Expéditeur refusé',
				code: '44',
				description: expect.stringContaining('sender'),
				phoneNumber: person.phoneNumber,
				status: 'notSent',
			})),
		);
	});

	it.each([200, 400])('knows of one alone that the credit did not suffice, and not of several, under HTTP %i', async (status) => {
		const refuse = () => simulator.faults.add({ kind: 'body', status, body: { success: false, code: 11, message: 'Crédit insuffisant' }, accept: false });
		refuse();
		const alone = await run(simulator, parameters, people(1), goOn);
		expect(alone.items.map(({ json }) => json)).toEqual([
			{ error: 'Crédit insuffisant', code: '11', description: expect.stringContaining('not enough credit'), phoneNumber: phoneNumber(0), status: 'notSent' },
		]);
		refuse();
		const { items } = await send();
		expect(simulator.requests).toHaveLength(2);
		expect(items.map(({ json }) => json)).toEqual(
			ITEMS.map((person) => ({
				error: expect.stringMatching(/^Outcome unknown: .*\(Crédit insuffisant\)/),
				code: '11',
				description: expect.stringContaining('not enough credit'),
				phoneNumber: person.phoneNumber,
				status: 'unknown',
			})),
		);
	});

	describe.each(['asSent', 'lastDigits', 'none'] as const)('a batch refused because of one of 500 numbers, named "%s"', (invalidNumberNaming) => {
		it.each(['Same for all', 'Hello {name}'])('sends the 499 others exactly once (%s)', async (message) => {
			const platform = await startSimulator({ automaticReports: false, invalidNumberNaming });
			const bad = phoneNumber(321);
			platform.makeInvalid(bad);
			const { items } = await run(platform, { ...parameters, message }, people(500), goOn);
			await platform.stop();
			expect(new Set(platform.accepted.map((sms) => sms.phoneNumber)).size).toBe(499);
			expect(platform.accepted).toHaveLength(499);
			const failed = items.filter(({ json }) => json.error !== undefined);
			expect(failed).toEqual([{ json: expect.objectContaining({ error: expect.stringContaining(bad.slice(-6)), code: '9', phoneNumber: bad, status: 'notSent' }), pairedItem: { item: 321 } }]);
			expect(items).toHaveLength(500);
		});
	});

	it('sees a recipient refused inside a success', async () => {
		simulator.faults.add({ kind: 'partial', phoneNumbers: [phoneNumber(1)], code: 14, message: 'Numéro dans la liste STOP' });
		const { items } = await send();
		expect(items.map(({ json }) => json.code ?? json.status)).toEqual(['waiting', '14', 'waiting']);
		expect(items[1]?.json.status).toBe('notSent');
		expect(simulator.accepted).toHaveLength(2);
	});

	it('leaves the opted-out recipient out and sends the rest, where they are to be skipped', async () => {
		simulator.optOut(phoneNumber(0));
		const { items, hints } = await run(simulator, { ...parameters, options: { skip: ['optedOut'] } }, ITEMS);
		expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.status, json.skipped, pairedItem])).toEqual([
			[phoneNumber(0), 'notSent', 'optedOut', { item: 0 }],
			[phoneNumber(1), 'waiting', null, { item: 1 }],
			[phoneNumber(2), 'waiting', null, { item: 2 }],
		]);
		expect(simulator.accepted.map((sms) => sms.phoneNumber).sort()).toEqual([phoneNumber(1), phoneNumber(2)]);
		expect(hints.map(({ message }) => message)).toEqual(['2 sent, 1 skipped. 2 SMS billed, 0.09 EUR.']);
	});

	it('sends nothing again where one of several has opted out and nobody can tell who was sent to', async () => {
		simulator.optOut(phoneNumber(0));
		const { items } = await send();
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => [json.phoneNumber, json.status, json.code])).toEqual(ITEMS.map((person) => [person.phoneNumber, 'unknown', '14']));
	});

	it.each([
		['deleted', {}, /credential/i],
		['without a key', { smsPartnerApi: { baseUrl: 'https://example.com' } }, /no API key/],
		['without an address', { smsPartnerApi: { apiKey: 'some-key', baseUrl: '' } }, /Base URL/],
	])('sends nothing with a credential that is %s, and says so', async (_what, credentials, message) => {
		const chosen = { credentials: { smsPartnerApi: { id: '1', name: 'SMS' } } };
		const { items } = await runNode({ parameters, items: ITEMS, settings: { ...goOn, ...chosen }, credentials });
		expect(items.map(({ json }) => json)).toEqual(ITEMS.map(() => expect.objectContaining({ error: expect.stringMatching(message), code: 'NO_CREDENTIAL' })));
	});

	it('goes on with the others although one is refused, and sums it up', async () => {
		simulator.makeInvalid(phoneNumber(0));
		const { items, error, hints } = await send({});
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.status, json.code, pairedItem])).toEqual([
			[phoneNumber(0), 'notSent', '9', { item: 0 }],
			[phoneNumber(1), 'waiting', undefined, { item: 1 }],
			[phoneNumber(2), 'waiting', undefined, { item: 2 }],
		]);
		expect(hints.map(({ message }) => message)).toEqual(['2 sent, 1 refused. 2 SMS billed, 0.09 EUR.']);
	});

	it('stops with an error that says what went through, with Stop If One Fails', async () => {
		simulator.makeInvalid(phoneNumber(0));
		const { error } = await run(simulator, strict, ITEMS);
		expect(error?.message).toMatch(/^2 of 3 sent, 1 refused: /);
		expect(error?.message).toContain(phoneNumber(0).slice(1));
		expect(error?.description).toMatch(/Of 3: 2 sent, 1 refused\. \+33600000000: /);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});

	it('stops where all are refused, and names each', async () => {
		for (const { phoneNumber: number } of ITEMS) simulator.makeInvalid(String(number));
		const { error } = await send({});
		expect(error?.message).toMatch(/^Nothing was sent: /);
		expect(error?.description).toContain('Of 3: 3 refused.');
		for (const { phoneNumber: number } of ITEMS) expect(error?.description).toContain(number);
		expect(simulator.accepted).toHaveLength(0);
	});

	describe('with one SMS in each request, the first of them refused', () => {
		const single: INodeParameters = { ...parameters, options: { batchSize: 1 } };

		it.each([
			['stops', {}],
			['continues', goOn],
		])('starts no further request with Stop If One Fails, when the node %s on errors', async (_what, settings) => {
			simulator.optOut(phoneNumber(0));
			const { error, items } = await run(simulator, { ...single, options: { batchSize: 1, stopOnFailure: true } }, people(100), settings);
			// The few that were under way together with the refused one.
			expect(simulator.requests.length).toBeLessThan(20);
			const sent = simulator.accepted.length;
			expect(sent).toBe(simulator.requests.length - 1);
			if (settings === goOn) {
				expect(items.map(({ json }) => json.code).filter((code) => code !== undefined)).toEqual(['14', ...Array<string>(99 - sent).fill('STOPPED')]);
			} else {
				expect(error?.message).toBe(`${sent} of 100 sent, 1 refused, ${99 - sent} not started: Le numéro est dans la liste des STOP SMS (${phoneNumber(0)})`);
				expect(error?.description).toContain('opt-out');
			}
		});

		it.each([
			['stops', {}],
			['continues', goOn],
		])('sends all others when the node %s on errors', async (_what, settings) => {
			simulator.optOut(phoneNumber(0));
			const { items, error } = await run(simulator, single, people(100), settings);
			expect(error).toBeUndefined();
			expect(simulator.accepted).toHaveLength(99);
			expect(items.map(({ json }) => json.code ?? json.status)).toEqual(['14', ...Array<string>(99).fill('waiting')]);
		});
	});

	describe('with Retry On Fail, where n8n calls the node again', () => {
		const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

		it.each([
			['stopping', parameters, retry],
			['continuing', parameters, { ...retry, ...goOn }],
			['with Stop If One Fails', strict, retry],
		])('sends nothing twice that went through (%s)', async (_what, given, settings) => {
			simulator.makeInvalid(phoneNumber(0));
			await run(simulator, given, ITEMS, settings);
			// One is refused, the others go out; then the refused one is tried again, twice.
			expect(simulator.requests.map(({ status }) => status)).toEqual([400, 200, 400, 400]);
			expect(simulator.accepted.map((sms) => sms.phoneNumber).sort()).toEqual([phoneNumber(1), phoneNumber(2)]);
		});

		it('sends nothing twice although the text reads differently each time', async () => {
			simulator.makeInvalid(phoneNumber(0));
			await run(simulator, { ...strict, recipientSource: 'parameters', to: '={{ $json.phoneNumber }}', message: '=Code {{ Math.random() }}' }, ITEMS, retry);
			expect(simulator.requests).toHaveLength(4);
			expect(simulator.accepted.map((sms) => sms.phoneNumber).sort()).toEqual([phoneNumber(1), phoneNumber(2)]);
		});

		it('sends nothing again whose outcome is unknown', async () => {
			simulator.faults.add({ kind: 'timeout', accept: true });
			const { error } = await send(retry);
			expect(error?.message).toMatch(/^0 of 3 sent, 3 unknown: Outcome unknown: /);
			expect(simulator.accepted).toHaveLength(3);
			expect(simulator.requests).toHaveLength(1);
		});
	});

	it('never shows the key, even when the platform repeats it', async () => {
		for (const settings of [{}, goOn, { onError: 'continueErrorOutput' } as const]) {
			simulator.reset();
			// What cannot be read is taken apart until each stands alone.
			simulator.faults.add({ kind: 'echoKey' }, { times: 5 });
			const { items, errorItems, error } = await send(settings);
			const seen = JSON.stringify([items, errorItems, error, error?.message, error?.description, error?.stack, error?.cause, errorItems.map((item) => item.error?.stack)]);
			expect(seen).toContain('***');
			expect(seen).not.toContain(simulator.apiKey);
			expect(simulator.requests).toHaveLength(5);
			expect(simulator.accepted).toHaveLength(0);
		}
	});
});
