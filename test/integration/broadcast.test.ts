import type { INode, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator, type VoiceErrorShape } from '../simulator';
import { run } from './support/campaign';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

/** What holds for every operation that sends one message to many, shown against a platform that remembers what it took. */
describe.each<[string, INodeParameters]>([
	['a survey', { resource: 'sms', operation: 'sendSurvey', surveyId: 'abc123' }],
	['an RCS message', { resource: 'rcs', operation: 'send', content: 'text', text: 'Hello', suggestions: {}, failover: {} }],
	['a voice SMS', { resource: 'voice', operation: 'sendSms', content: 'text', text: 'Hello', language: 'fr' }],
	['a voicemail', { resource: 'voice', operation: 'depositVoicemail', emailForNotification: 'name@example.com' }],
])('%s', (_what, operation) => {
	let simulator: Simulator;
	let parameters: INodeParameters;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => {
		simulator.reset();
		simulator.setVoiceBalance(1000);
		const audioFile = { __rl: true, mode: 'id', value: simulator.addAudioFile().token };
		parameters = { ...operation, audioFile, to: '={{ $json.phoneNumber }}', options: { timeout: 1 } };
	});
	afterAll(async () => simulator.stop());

	const send = async (count: number, settings: Partial<INode> = goOn) => run(simulator, parameters, people(count), settings);
	const taken = () => [...simulator.accepted.map((sms) => sms.phoneNumber), ...simulator.voiceCampaigns.flatMap((campaign) => campaign.phoneNumbers)].sort();
	const numbers = (...indexes: number[]) => indexes.map(phoneNumber);
	const isVoice = operation.resource === 'voice';
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('goes to 501 in 2 requests, each once and paired to its item', async () => {
		const { items, error } = await send(501, {});
		expect(error).toBeUndefined();
		expect(simulator.requests).toHaveLength(2);
		expect(taken()).toEqual(people(501).map((person) => person.phoneNumber));
		expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.status, pairedItem])).toEqual(people(501).map((person, item) => [person.phoneNumber, 'waiting', { item }]));
		expectSchema(String(operation.resource), String(operation.operation), items.map(({ json }) => json));
		const ids = new Set(items.map(({ json }) => json.messageId ?? json.campaignId));
		expect(ids.size).toBe(2);
		expect(ids).not.toContain(null);
	});

	it('goes to each of several numbers in one item, a repeated one once', async () => {
		parameters.to = '0600000001, +33600000002; 06 00 00 00 01';
		const { items } = await send(1);
		expect(taken()).toEqual(numbers(1, 2));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	if (isVoice) {
		it('calls nobody again when the platform refuses one of several, which it cannot be asked about', async () => {
			simulator.makeInvalid(phoneNumber(13));
			const { items } = await send(30);
			expect(simulator.requests).toHaveLength(1);
			expect(items).toEqual(
				people(30).map((person, item) => ({
					json: { error: expect.stringMatching(/^Outcome unknown: /), code: 'DESTINATION_INVALID', description: expect.stringContaining('not sent again'), phoneNumber: person.phoneNumber, status: 'unknown' },
					pairedItem: { item },
				})),
			);
		});
	} else {
		it('goes once to all but the one that the platform refuses', async () => {
			simulator.makeInvalid(phoneNumber(13));
			const { items } = await send(30);
			expect(taken()).toEqual(numbers(...Array.from({ length: 30 }, (_, index) => index).filter((index) => index !== 13)));
			expect(items.filter(({ json }) => json.error !== undefined)).toEqual([
				{ json: { error: expect.stringContaining(phoneNumber(13).slice(-8)), code: '9', description: expect.stringMatching(/\w{5}/), phoneNumber: phoneNumber(13), status: 'notSent' }, pairedItem: { item: 13 } },
			]);
		});

		it('goes out once with Retry On Fail to those of a refused request that are accepted', async () => {
			simulator.makeInvalid(phoneNumber(1));
			parameters.options = { stopOnFailure: true };
			const { error } = await send(3, retry);
			expect(error?.message).toMatch(/^2 of 3 sent, 1 refused: /);
			expect(error?.message).toContain(phoneNumber(1).slice(-8));
			expect(taken()).toEqual(numbers(0, 2));
		});
	}

	it('makes an item of a bad number and goes to the others, whether it stops or continues on errors', async () => {
		parameters.to = '={{ $itemIndex === 1 ? "12" : $json.phoneNumber }}';
		for (const settings of [{}, goOn]) {
			simulator.reset();
			simulator.setVoiceBalance(1000);
			parameters.audioFile = { __rl: true, mode: 'id', value: simulator.addAudioFile().token };
			const { items, error, hints } = await send(3, settings);
			expect(error).toBeUndefined();
			expect(taken()).toEqual(numbers(0, 2));
			expect(items.map(({ json, pairedItem }) => [json.phoneNumber, json.status, json.code, pairedItem])).toEqual([
				[phoneNumber(0), 'waiting', undefined, { item: 0 }],
				['12', 'notSent', 'INVALID_INPUT', { item: 1 }],
				[phoneNumber(2), 'waiting', undefined, { item: 2 }],
			]);
			expect(hints.at(-1)?.message).toMatch(/^2 sent, 1 refused\. 2 \S+ billed, [\d.]+ EUR\.$/);
		}
	});

	it('refuses a bad number before anything is spent, with Stop If One Fails', async () => {
		parameters.to = '={{ $itemIndex === 1 ? "12" : $json.phoneNumber }}';
		parameters.options = { stopOnFailure: true };
		const { error } = await send(3, {});
		expect(error).toMatchObject({ message: expect.stringMatching(/^Nothing was sent: "12"/), context: { itemIndex: 1 } });
		expect(simulator.requests).toHaveLength(0);
	});

	it('asks once when the credit is too low', async () => {
		simulator.setBalance(0.01);
		simulator.setVoiceBalance(0.01);
		const { items } = await send(4);
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => json.description)).toEqual(Array.from({ length: 4 }, () => expect.stringContaining('not enough credit')));
	});

	it.each([
		[{ kind: 'timeout', accept: true }, 3],
		[{ kind: 'reset', accept: true }, 3],
		[{ kind: 'truncate', accept: true }, 3],
		[{ kind: 'status', status: 503, html: true }, 0],
	] as const)('is not sent again after %j, whatever came of it', async (fault, arrived) => {
		simulator.faults.add(fault);
		const { error } = await send(3, retry);
		expect(error?.message).toMatch(/^0 of 3 sent, 3 unknown: Outcome unknown: /);
		expect(error?.description).toContain(isVoice ? 'my.voicepartner.fr' : 'my.smspartner.fr');
		for (const number of numbers(0, 1, 2)) expect(error?.description).toContain(number);
		expect(simulator.requests).toHaveLength(1);
		expect(taken()).toHaveLength(arrived);
	});

	it('goes out once with Retry On Fail to those whose own request is accepted', async () => {
		simulator.makeInvalid(phoneNumber(1));
		parameters.options = { stopOnFailure: true, scheduledAt: '=2099-07-01T1{{ $itemIndex }}:00:00+02:00' };
		const { error } = await send(3, retry);
		expect(error?.message).toMatch(/^2 of 3 sent, 1 refused: /);
		expect(error?.message).toContain(phoneNumber(1).slice(-8));
		expect(error?.description).toMatch(/Of 3: 2 sent, 1 refused\./);
		expect(taken()).toEqual(numbers(0, 2));
		// Three at first; then only the refused one is tried again, twice.
		expect(simulator.requests).toHaveLength(5);
	});

	it('leaves at the time that is meant', async () => {
		parameters.options = { scheduledAt: '2099-07-01T12:00:00+02:00' };
		const { items } = await send(1);
		expect(items[0]?.json.scheduledAt).toBe('2099-07-01T12:00:00+02:00');
		expect([...simulator.accepted, ...simulator.voiceCampaigns].map(({ scheduledAt }) => scheduledAt)).toEqual(['2099-07-01T10:00:00.000Z']);
	});

	it('keeps to the time of Paris in winter too, and in the zone of the workflow', async () => {
		parameters.options = { scheduledAt: '2099-01-15T12:00:00' };
		await send(1);
		expect([...simulator.accepted, ...simulator.voiceCampaigns].map(({ scheduledAt }) => scheduledAt)).toEqual(['2099-01-15T11:00:00.000Z']);
	});

	if (isVoice) {
		it.each<VoiceErrorShape>(['message', 'code', 'codeAndMessage', 'error', 'errorObject', 'errors', 'errorsObject'])('is taken apart or not by the name of the refusal, wherever it stands: %s', async (shape) => {
			simulator.behaviour.voiceErrorShape = shape;
			simulator.setVoiceBalance(0);
			expect((await send(3)).items.map(({ json }) => json.code)).toEqual(['NOT_CREDIT', 'NOT_CREDIT', 'NOT_CREDIT']);
			expect(simulator.requests).toHaveLength(1);
			simulator.setVoiceBalance(1000);
			simulator.makeInvalid(phoneNumber(1));
			expect((await send(3)).items.map(({ json }) => [json.code, json.status])).toEqual(numbers(0, 1, 2).map(() => ['DESTINATION_INVALID', 'unknown']));
			expect(simulator.requests).toHaveLength(2);
			simulator.faults.add({ kind: 'partlySent', taken: { first: 0 }, code: 'PHONE_NUMBER_REQUIRED' });
			parameters.to = '={{ $itemIndex === 1 ? "+33600000009" : $json.phoneNumber }}';
			expect((await send(3)).items.map(({ json }) => json.code ?? json.status)).toEqual(['waiting', 'waiting', 'waiting']);
			expect(taken()).toEqual(numbers(0, 2, 9));
			expect(simulator.requests).toHaveLength(5);
		});
	}
});
