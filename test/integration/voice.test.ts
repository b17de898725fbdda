import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { pick } from './support/pick';
import { expectSchema } from './support/schema';

describe('voice', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: object, times = 1) => simulator.faults.add({ kind: 'body', status: 'success' in body && body.success === false ? 400 : 200, body, accept: false }, { times });
	const audioFile = { __rl: true, mode: 'list', value: 'token1' };
	const notifyUrl = 'https://n8n.example.com/webhook/voice-status';
	const scheduledAt = '2099-07-01T10:01:00';

	/** The names that sending has for its refusals (docs: voice, sending errors). */
	const sendingRefusals = {
		10: /API key is not accepted/,
		401: /my\.voicepartner\.fr/,
		PHONE_NUMBER_REQUIRED: /Fill in To/,
		PHONE_NUMBER_SIZE_ERROR: /500/,
		TOKEN_AUDIO_REQUIRED: /Choose one in Audio File/,
		NOTIFY_URL_INVALID: /Notify URL/,
		SENDER_NOT_AUTHORIZED: /not validated/,
		SENDER_INVALID: /Sender/,
		AUDIO_FILE_NOT_FOUND: /does not know this audio file/,
		DESTINATION_INVALID: /destination/,
		NOT_CREDIT: /not enough credit/,
	};

	describe('sendSms', () => {
		const success = fixture('voice-tts-send.success');
		const parameters: INodeParameters = { resource: 'voice', operation: 'sendSms', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', language: 'en', options: {} };

		it('calls many in one request with a text, one item for each', async () => {
			answer({ ...success, nbSms: 2, cost: 0.3, detail: { 33: { nbSms: 2, cost_unity: 0.15, cost: 0.3 } } });
			const options = { speechRate: 1.25, notifyUrl, scheduledAt };
			const { items, hints } = await run(simulator, { ...parameters, options }, people(2));
			expect(simulator.requests).toEqual([
				expect.objectContaining({
					method: 'POST',
					path: '/tts/send',
					keyPlacement: 'body',
					body: {
						phoneNumbers: `${phoneNumber(0)},${phoneNumber(1)}`,
						text: 'Hello',
						lang: 'en',
						speechRate: 1.25,
						notifyUrl,
						scheduledDate: '2099-07-01 10:05:00',
					},
				}),
			]);
			expect(items).toEqual(
				people(2).map((person, item) => ({
					json: {
						phoneNumber: person.phoneNumber,
						campaignId: 'Ff1tbu0lax',
						durationSeconds: 6.3,
						status: 'waiting',
						segments: 1,
						cost: 0.15,
						currency: 'EUR',
						language: 'en',
						scheduledAt: '2099-07-01T10:05:00+02:00',
						skipped: null,
					},
					pairedItem: { item },
				})),
			);
			expectSchema('voice', 'sendSms', items.map(({ json }) => json));
			expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('rounded up'), '2 sent. 2 calls billed, 0.3 EUR.']);
		});

		it('plays a recording instead of a text', async () => {
			answer(success);
			const { items } = await run(simulator, { ...parameters, content: 'audioFile', audioFile, options: { speechRate: 2 } }, people(1));
			expect(simulator.requests[0]?.body).toEqual({ phoneNumbers: phoneNumber(0), tokenAudio: 'token1' });
			expect(items[0]?.json).toMatchObject({ campaignId: 'Ff1tbu0lax', language: null });
		});

		it('gives each recipient the price of the own country', async () => {
			answer({ ...success, nbSms: 3, cost: 0.6, detail: { 33: { nbSms: 2, cost: 0.3 }, 3: { nbSms: 1, cost: 9 }, 32: { nbSms: 1, cost: 0.3 } } });
			const { items } = await run(simulator, { ...parameters, to: '0612345678, +32470123456, 0742345678' });
			expect(items.map(({ json }) => [json.phoneNumber, json.cost, json.segments])).toEqual([
				['+33612345678', 0.15, 1],
				['+32470123456', 0.3, 1],
				['+33742345678', 0.15, 1],
			]);
		});

		it.each([undefined, { 49: { nbSms: 2, cost: 5 } }, { 33: 'free' }])('shares the whole price where the detail says nothing of a country: %j', async (detail) => {
			answer({ ...success, nbSms: 2, cost: 0.3, detail });
			const { items } = await run(simulator, parameters, people(2));
			expect(items.map(({ json }) => json.cost)).toEqual([0.15, 0.15]);
		});

		it('sends items with different texts apart', async () => {
			answer(success, 2);
			await run(simulator, { ...parameters, text: '=Hello {{ $json.name }}' }, people(2));
			expect(simulator.requests).toHaveLength(2);
		});

		it('leaves out a number that the platform does not read and calls the others, but asks once when the credit is too low', async () => {
			answer({ success: false, error: 'PHONE_NUMBER_REQUIRED' }, 2);
			answer(success);
			const { items } = await run(simulator, parameters, people(2), goOn);
			expect(items.map(({ json }) => json.code ?? json.status)).toEqual(['PHONE_NUMBER_REQUIRED', 'waiting']);
			simulator.reset();
			answer({ success: false, errors: ['NOT_CREDIT'] });
			await run(simulator, parameters, people(2), goOn);
			expect(simulator.requests).toHaveLength(1);
		});

		it('calls nobody again where a destination of several is refused: others may have been called', async () => {
			answer({ success: false, error: 'DESTINATION_INVALID' });
			const { items } = await run(simulator, parameters, people(2), goOn);
			expect(simulator.requests).toHaveLength(1);
			expect(items.map(({ json }) => json)).toEqual(
				people(2).map((person) => ({
					error: expect.stringMatching(/^Outcome unknown: .*DESTINATION_INVALID/),
					code: 'DESTINATION_INVALID',
					description: expect.stringContaining('not sent again'),
					phoneNumber: person.phoneNumber,
					status: 'unknown',
				})),
			);
		});

		it('says of one destination alone that it is refused, and why', async () => {
			answer({ success: false, error: 'DESTINATION_INVALID' });
			const { items } = await run(simulator, parameters, people(1), goOn);
			expect(items.map(({ json }) => json)).toEqual([expect.objectContaining({ code: 'DESTINATION_INVALID', status: 'notSent', description: expect.stringContaining('does not call this destination') })]);
		});

		it('waits out a rate limit and sends once, unless it is told not to wait', async () => {
			simulator.faults.add({ kind: 'status', status: 429 });
			answer(success);
			const { items } = await run(simulator, { ...parameters, options: { waitOnRateLimit: 1 } }, people(1));
			expect(items[0]?.json.status).toBe('waiting');
			simulator.reset();
			simulator.faults.add({ kind: 'status', status: 429 });
			const { error } = await run(simulator, { ...parameters, options: { waitOnRateLimit: 0 } }, people(1));
			expect(error?.message).toContain('no more requests');
			expect(simulator.requests).toHaveLength(1);
		});

		it.each<[IDataObject, RegExp]>([
			[{ options: { speechRate: 0.4 } }, /Speech Rate must be a number from 0.5 to 2/],
			[{ options: { speechRate: 2.1 } }, /Speech Rate/],
			[{ options: { notifyUrl: 'example.com' } }, /Notify URL/],
			[{ options: { scheduledAt: '2020-01-01T10:00:00' } }, /in the past/],
			[{ content: 'audioFile', audioFile: { __rl: true, mode: 'id', value: '={{ "" }}' } }, /Audio File is empty/],
		])('refuses %j before anything is sent', async (override, said) => {
			const { error } = await run(simulator, { ...parameters, ...(override as INodeParameters) }, people(1));
			expect(error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, to: '0612345678' },
			effect: 'write',
			success,
			sends: 'sent',
			required: { to: /There is no recipient/, text: /Text is empty/, language: /Language is empty/ },
			refusals: sendingRefusals,
		});
	});

	describe('depositVoicemail', () => {
		const success = fixture('voice-campaign-send.success');
		const parameters: INodeParameters = { resource: 'voice', operation: 'depositVoicemail', to: '={{ $json.phoneNumber }}', audioFile, emailForNotification: 'name@example.com', options: {} };

		it('leaves 1,200 voicemails in 3 requests', async () => {
			answer(success, 3);
			const { items } = await run(simulator, parameters, people(1200));
			expect(simulator.requests).toHaveLength(3);
			expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(1200).map((person) => person.phoneNumber));
		});

		it('asks for all that is filled in, and gives the campaign', async () => {
			answer(success);
			const { items } = await run(simulator, { ...parameters, options: { sender: '06 12 34 56 78', notifyUrl, scheduledAt } }, people(1));
			expect(simulator.requests).toEqual([
				expect.objectContaining({
					method: 'POST',
					path: '/campaign/send',
					body: {
						phoneNumbers: phoneNumber(0),
						tokenAudio: 'token1',
						emailForNotification: 'name@example.com',
						sender: '0612345678',
						notifyUrl,
						scheduledDate: '2099-07-01 10:05:00',
					},
				}),
			]);
			expect(items[0]?.json).toEqual({
				phoneNumber: phoneNumber(0),
				campaignId: 'campaignId',
				audioFileName: 'filename.wav',
				status: 'waiting',
				segments: 1,
				cost: 0.15,
				currency: 'EUR',
				scheduledAt: '2099-07-01T10:05:00+02:00',
				skipped: null,
			});
			expectSchema('voice', 'depositVoicemail', items.map(({ json }) => json));
		});

		it.each([
			[{ emailForNotification: 'name' }, /"Notification Email" is not an e-mail address/],
			[{ options: { sender: '12' } }, /^Nothing was sent: Sender: "12"/],
		])('refuses %j before anything is sent', async (override, said) => {
			expect((await run(simulator, { ...parameters, ...override }, people(1))).error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, to: '0612345678' },
			effect: 'write',
			success,
			sends: 'sent',
			required: { to: /There is no recipient/, audioFile: /Audio File is empty/, emailForNotification: /"Notification Email" is empty/ },
			refusals: sendingRefusals,
		});
	});

	describe('cancel', () => {
		const success = fixture('voice-campaign-cancel.success');
		const parameters: INodeParameters = { resource: 'voice', operation: 'cancel', campaignId: 'D572M' };

		it('cancels a campaign and shows the credit that comes back', async () => {
			answer(success);
			const { items } = await run(simulator, parameters);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'DELETE', path: '/campaign/cancel/{apiKey}/D572M' })]);
			expect(items).toEqual([{ json: { campaignId: 'D572M', cancelled: true, creditReturned: 1.8, currency: 'EUR' }, pairedItem: { item: 0 } }]);
			expectSchema('voice', 'cancel', items.map(({ json }) => json));
		});

		it('takes a scheduled voice SMS back, with its credit, once', async () => {
			const balance = simulator.voiceBalance;
			const scheduled = { resource: 'voice', operation: 'sendSms', to: '0612345678', content: 'text', text: 'Hello', language: 'fr', options: { scheduledAt } };
			const { items: sent } = await run(simulator, scheduled);
			expect(simulator.voiceBalance).toBeLessThan(balance);
			const campaign = { campaignId: String(sent[0]?.json.campaignId) };
			const { items } = await run(simulator, { ...parameters, campaignId: '={{ $json.campaignId }}' }, [campaign, { campaignId: 'unknown' }, campaign], goOn);
			expect(simulator.voiceBalance).toBe(balance);
			expect(items.map(({ json }) => json.cancelled ?? json.code).sort()).toEqual(['400', '404', true]);
			expect(items.find(({ json }) => json.cancelled)?.json).toEqual({ ...campaign, cancelled: true, creditReturned: sent[0]?.json.cost, currency: 'EUR' });
		});

		it.each(['..', 'a/b', 'D572M?x=1', '{apiKey}'])('refuses %s, which would make another path', async (campaignId) => {
			expect((await run(simulator, { ...parameters, campaignId })).error?.message).toMatch(/Campaign ID is no ID/);
			expect(simulator.requests).toHaveLength(0);
		});

		it.each([
			[400, /may have left already/],
			[404, /does not know this campaign/],
		])('explains HTTP %i also when the body names no code', async (status, explained) => {
			simulator.faults.add({ kind: 'body', status, body: { success: false, message: 'Non' }, accept: false });
			expect((await run(simulator, parameters)).error).toMatchObject({ message: 'Non', description: expect.stringMatching(explained) });
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success,
			required: { campaignId: /Campaign ID is empty/ },
			refusals: { 10: /API key is not accepted/, 400: /may have left already/, 401: /my\.voicepartner\.fr/, 404: /does not know this campaign/ },
		});
	});

	describe('audio files', () => {
		const list = fixture('voice-audios.success');
		const parameters: INodeParameters = { resource: 'voice', operation: 'getAudioFiles', returnAll: true, options: {} };

		it('renames one so that the list and the picker show the new name', async () => {
			const { token } = simulator.addAudioFile({ name: 'Old name', size: '1.5Mo', duration: '1:05' });
			await run(simulator, { resource: 'voice', operation: 'renameAudioFile', audioFile: { ...audioFile, value: token }, name: 'New name', options: {} });
			const { items } = await run(simulator, parameters);
			expect(items.map(({ json }) => json)).toContainEqual({ audioFileId: token, name: 'New name', durationSeconds: 65, sizeKilobytes: 1536, createdAt: expect.stringMatching(/\+0[12]:00$/) });
			expect(await pick(simulator, 'searchAudioFiles', parameters, 'new')).toEqual([{ name: 'New name', value: token }]);
		});

		it('lists them once for all items, as far as each wants', async () => {
			answer(list);
			const { items } = await run(simulator, { ...parameters, returnAll: '={{ $json.all }}', limit: 1 }, [{ all: true }, { all: false }]);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/audios/{apiKey}' })]);
			const first = { audioFileId: 'token1', name: 'filename1', durationSeconds: 7, sizeKilobytes: 104.5, createdAt: '2018-04-16T13:26:46+02:00' };
			const second = { audioFileId: 'token2', name: 'filename2', durationSeconds: 49, sizeKilobytes: 762.7, createdAt: '2018-06-04T07:26:04+02:00' };
			expect(items).toEqual([
				{ json: first, pairedItem: { item: 0 } },
				{ json: second, pairedItem: { item: 0 } },
				{ json: first, pairedItem: { item: 1 } },
			]);
			expectSchema('voice', 'getAudioFiles', items.map(({ json }) => json));
		});

		it('adds the platform record under raw when not simplified', async () => {
			answer(list);
			const { items } = await run(simulator, { ...parameters, simplify: false });
			expect(items[0]?.json.raw).toMatchObject({ token: 'token1', size: '104.5Ko' });
		});

		it('does not take an answer without a list for an account without recordings', async () => {
			answer({ success: true });
			expect((await run(simulator, parameters)).error?.message).toBe('The platform answered without the expected result');
		});

		it('offers them in the picker, and finds them by name', async () => {
			answer(list, 2);
			expect(await pick(simulator, 'searchAudioFiles', parameters)).toEqual([
				{ name: 'filename1', value: 'token1' },
				{ name: 'filename2', value: 'token2' },
			]);
			expect(await pick(simulator, 'searchAudioFiles', parameters, 'NAME2')).toEqual([{ name: 'filename2', value: 'token2' }]);
		});

		itFailsWell(() => simulator, { parameters, effect: 'read', success: list, required: {}, refusals: { 10: /API key is not accepted/, 401: /my\.voicepartner\.fr/ } });
	});

	describe('renameAudioFile', () => {
		const success = fixture('voice-audio-file-rename.success');
		const parameters: INodeParameters = { resource: 'voice', operation: 'renameAudioFile', audioFile, name: 'Autumn sale', options: {} };

		it('gives a recording another name', async () => {
			answer(success);
			const { items } = await run(simulator, parameters);
			expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/audio-file/rename', body: { tokenAudio: 'token1', filename: 'Autumn sale' } })]);
			expect(items).toEqual([{ json: { audioFileId: 'TOKEN DU FICHIER AUDIO', name: 'NOM DU FICHIER' }, pairedItem: { item: 0 } }]);
			expectSchema('voice', 'renameAudioFile', items.map(({ json }) => json));
		});

		it.each(['ab', 'x'.repeat(51)])('refuses the name %s', async (name) => {
			expect((await run(simulator, { ...parameters, name })).error?.message).toMatch(new RegExp(`Name has ${name.length} characters`));
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters,
			effect: 'write',
			success,
			required: { audioFile: /Audio File is empty/, name: /Name is empty/ },
			refusals: { 10: /API key is not accepted/, TOKEN_AUDIO_REQUIRED: /Choose one in Audio File/, AUDIO_FILE_NOT_FOUND: /does not know this audio file/ },
		});
	});
});
