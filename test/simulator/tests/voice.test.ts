import { CALLER, fixture, http, numbers, postVoice, shape } from './helpers';
import { startSimulator, type Simulator, type VoiceErrorShape } from '../index';

let simulator: Simulator;
let tokenAudio: string;
let now: Date;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => now });
});
beforeEach(() => {
	now = new Date('2018-04-16T11:26:46Z');
	simulator.reset();
	({ token: tokenAudio } = simulator.addAudioFile({ name: 'filename.wav', size: '135.8Ko', duration: '1:07' }));
});
afterAll(async () => await simulator.stop());

const getVoice = async (path: string) => await http.get(`${simulator.voiceBaseUrl}${path}`);
const cancel = async (campaignId: string, key = simulator.voiceApiKey) =>
	await http.delete(`${simulator.voiceBaseUrl}/campaign/cancel/${key}/${campaignId}`);

describe('keys', () => {
	it.each(['/audio-file/rename', '/campaign/send', '/tts/send'])('of %s are in the body', async (path) => {
		const refused = { success: false, code: 10, message: expect.any(String) };
		expect((await postVoice(simulator, path, { apiKey: undefined })).data).toEqual(refused);
		expect((await postVoice(simulator, path, { apiKey: simulator.apiKey })).data).toEqual(refused);
	});

	it('of /audios and of cancelling are in the path', async () => {
		const audios = await getVoice('/audios/wrong');
		expect([audios.status, audios.data.code]).toEqual([400, 10]);
		const { status, data } = await cancel('D572M', 'wrong');
		expect([status, data]).toEqual([401, { success: false, code: 401, message: expect.any(String) }]);
	});
});

describe('audio files', () => {
	it('are listed like the fixture', async () => {
		const { data } = await getVoice(`/audios/${simulator.voiceApiKey}`);
		const documented = fixture('voice-audios.success.json') as { datas: [{ created_at: object }] };
		expect(shape(data)).toEqual(shape(documented));
		expect(data).toEqual({
			nb_datas: 1,
			datas: [
				{
					name: 'filename.wav',
					token: tokenAudio,
					size: '135.8Ko',
					duration: '1:07',
					created_at: documented.datas[0].created_at,
				},
			],
		});
		expect(simulator.requests[0]).toMatchObject({ path: '/audios/{apiKey}', keyPlacement: 'path' });
	});

	it('are renamed, like the fixture', async () => {
		const { data } = await postVoice(simulator, '/audio-file/rename', { tokenAudio, filename: 'Spring' });
		expect(shape(data)).toEqual(shape(fixture('voice-audio-file-rename.success.json')));
		expect(data).toMatchObject({ filename: 'Spring', tokenAudio });
		expect(simulator.audioFiles).toEqual([expect.objectContaining({ token: tokenAudio, name: 'Spring' })]);
	});

	it.each([
		['TOKEN_AUDIO_REQUIRED', { tokenAudio: '' }],
		['AUDIO_FILE_NOT_FOUND', { tokenAudio: 'x' }],
		['FILENAME_INVALID', { filename: undefined }],
		['FILENAME_INVALID', { filename: 'ab' }],
		['FILENAME_INVALID', { filename: 'a'.repeat(51) }],
	])('are not renamed: %s', async (message, fields) => {
		const request = { tokenAudio, filename: 'Spring', ...fields };
		const { status, data } = await postVoice(simulator, '/audio-file/rename', request);
		expect([status, data]).toEqual([400, { success: false, message }]);
		expect(simulator.audioFiles[0]?.name).toBe('filename.wav');
	});
});

describe('POST /campaign/send', () => {
	it('drops a voicemail, like the fixture, and takes its price', async () => {
		simulator.authorizeVoiceSender(CALLER);
		const settings = { sender: '0612345678', notifyUrl: 'http://a/v', emailForNotification: 'ann@example.com' };
		const phoneNumbers = '0612345678, +33612345679';
		const { data } = await postVoice(simulator, '/campaign/send', { tokenAudio, phoneNumbers, ...settings });
		const documented = fixture('voice-campaign-send.success.json');
		expect(shape(data)).toEqual(shape(documented));
		expect(data).toEqual({
			...(documented as object),
			campaignId: expect.stringMatching(/^\w{5,21}$/),
			cost: 0.3,
			nbSms: 2,
			detail: { '33': { nbSms: 2, cost_unity: 0.15, cost: 0.3 } },
		});
		expect(simulator.voiceCampaigns).toEqual([
			{
				campaignId: data.campaignId,
				kind: 'voicemail',
				phoneNumbers: [CALLER, '+33612345679'],
				tokenAudio,
				sender: CALLER,
				notifyUrl: 'http://a/v',
				cost: 0.3,
				status: 'sent',
			},
		]);
		expect((await getVoice(`/me/${simulator.voiceApiKey}`)).data.credit).toBe('18.7');
		expect([simulator.voiceBalance, simulator.balance]).toEqual([18.7, 10225.119]);
	});

	it('needs no e-mail, as in one of the samples', async () => {
		expect((await postVoice(simulator, '/campaign/send', { tokenAudio, phoneNumbers: CALLER })).data.success).toBe(true);
	});

	it.each([
		['TOKEN_AUDIO_REQUIRED', { tokenAudio: undefined }],
		['AUDIO_FILE_NOT_FOUND', { tokenAudio: 'x' }],
		['SENDER_INVALID', { sender: 'Shop' }],
		['SENDER_NOT_AUTHORIZED', { sender: CALLER }],
	])('refuses with %s', async (message, fields) => {
		const { data } = await postVoice(simulator, '/campaign/send', { tokenAudio, phoneNumbers: CALLER, ...fields });
		expect(data).toEqual({ success: false, message });
		expect(simulator.voiceCampaigns).toEqual([]);
	});
});

describe('POST /tts/send', () => {
	it('reads a text out, like the fixture', async () => {
		const spoken = { text: 'a'.repeat(30), lang: 'en' };
		const { data } = await postVoice(simulator, '/tts/send', { phoneNumbers: CALLER, ...spoken });
		expect(shape(data)).toEqual(shape(fixture('voice-tts-send.success.json')));
		expect(data).toMatchObject({ lang: 'en', duration: 2, detail: { '33': { country_code: 'fr', duration: 2 } } });
		expect(simulator.voiceCampaigns).toEqual([
			{
				campaignId: data.campaignId,
				kind: 'voiceSms',
				phoneNumbers: [CALLER],
				text: spoken.text,
				cost: 0.15,
				status: 'sent',
			},
		]);
		expect(simulator.voiceBalance).toBe(18.85);
	});

	it.each([
		['half as fast', { speechRate: 0.5 }, 4],
		['as slow as it gets', { speechRate: 0.1 }, 4],
		['as fast as it gets', { speechRate: '9' }, 1],
		['with pauses', { text: `${'a'.repeat(28)},,` }, 3],
	])('takes its time: %s', async (_what, fields, duration) => {
		const request = { phoneNumbers: CALLER, text: 'a'.repeat(30), ...fields };
		expect((await postVoice(simulator, '/tts/send', request)).data).toMatchObject({ duration, lang: 'fr' });
	});

	it('plays an audio file', async () => {
		const { data } = await postVoice(simulator, '/tts/send', { phoneNumbers: CALLER, tokenAudio });
		expect(data).toMatchObject({ success: true, duration: 67 });
		expect(simulator.voiceCampaigns).toEqual([expect.objectContaining({ tokenAudio })]);
	});

	it.each([
		['TOKEN_AUDIO_REQUIRED', { text: '' }],
		['AUDIO_FILE_NOT_FOUND', { tokenAudio: 'x' }],
	])('refuses with %s', async (message, fields) => {
		const { data } = await postVoice(simulator, '/tts/send', { phoneNumbers: CALLER, text: 'm', ...fields });
		expect(data).toEqual({ success: false, message });
		expect(simulator.voiceCampaigns).toEqual([]);
	});
});

describe.each([
	['/campaign/send', () => ({ tokenAudio })],
	['/tts/send', () => ({ text: 'Bonjour' })],
])('POST %s', (path, content) => {
	const send = async (fields: object) => await postVoice(simulator, path, { phoneNumbers: CALLER, ...content(), ...fields });

	it('takes 500 numbers', async () => {
		simulator.setVoiceBalance(75);
		expect((await send({ phoneNumbers: numbers(500).join() })).data).toMatchObject({ nbSms: 500, cost: 75 });
		expect(simulator.voiceBalance).toBe(0);
	});

	it.each([
		['PHONE_NUMBER_REQUIRED', { phoneNumbers: undefined }],
		['PHONE_NUMBER_REQUIRED', { phoneNumbers: ' , ' }],
		['PHONE_NUMBER_SIZE_ERROR', { phoneNumbers: numbers(501).join() }],
		['NOTIFY_URL_INVALID', { notifyUrl: 'example.com' }],
		['DESTINATION_INVALID', { phoneNumbers: '12' }],
		['DESTINATION_INVALID', { phoneNumbers: `${CALLER},+4915112345678` }],
		['SCHEDULED_DATE_INVALID', { scheduledDate: '16/04/2018 15:00:00' }],
		['SCHEDULED_DATE_INVALID', { scheduledDate: '2018-04-16T15:00:00' }],
		['SCHEDULED_DATE_INVALID', { scheduledDate: '2018-04-16 15:00:30' }],
		['SCHEDULED_DATE_INVALID', { scheduledDate: '2018-04-16 13:26:00' }],
	])('refuses with %s %j', async (message, fields) => {
		const { status, data } = await send(fields);
		expect([status, data]).toEqual([400, { success: false, message }]);
		expect([simulator.voiceCampaigns, simulator.voiceBalance]).toEqual([[], 19]);
	});

	it('refuses with NOT_CREDIT, wherever the name is', async () => {
		simulator.setVoiceBalance(0.14);
		const named = 'NOT_CREDIT';
		const message = expect.any(String);
		const shapes: Record<VoiceErrorShape, object> = {
			message: { message: named },
			code: { code: named },
			codeAndMessage: { code: named, message },
			error: { error: named },
			errorObject: { error: { code: named, message } },
			errors: { errors: [named] },
			errorsObject: { errors: { form: [named] } },
		};
		for (const [voiceErrorShape, body] of Object.entries(shapes)) {
			Object.assign(simulator.behaviour, { voiceErrorShape });
			expect((await send({})).data).toEqual({ success: false, ...body });
		}
		expect(simulator.voiceBalance).toBe(0.14);
	});

	it('waits for a scheduled date in Paris, until when it can be cancelled', async () => {
		const { data: sent } = await send({ scheduledDate: '2018-04-16 14:15:00' });
		expect(simulator.voiceCampaigns).toMatchObject([{ status: 'waiting', scheduledAt: '2018-04-16T12:15:00.000Z' }]);
		expect(simulator.voiceBalance).toBe(18.85);
		const { status, data } = await cancel(sent.campaignId);
		expect(status).toBe(200);
		expect(shape(data)).toEqual(shape(fixture('voice-campaign-cancel.success.json')));
		expect(data).toMatchObject({ campaignId: sent.campaignId, assignedCredit: '0.15' });
		expect(simulator.voiceCampaigns).toMatchObject([{ status: 'cancelled' }]);
		expect(simulator.voiceBalance).toBe(19);
		now = new Date('2018-04-16T12:15:00Z');
		simulator.departScheduled();
		expect(simulator.voiceCampaigns).toMatchObject([{ status: 'cancelled' }]);
	});

	it('is not cancelled when it is unknown, cancelled or gone', async () => {
		const { data: waiting } = await send({ scheduledDate: '2018-04-16 14:15:00' });
		const { data: atOnce } = await send({});
		const refusal = (code: number) => ({ success: false, code, message: expect.any(String) });
		expect(await cancel('D572M')).toMatchObject({ status: 404, data: refusal(404) });
		expect(await cancel(atOnce.campaignId)).toMatchObject({ status: 400, data: refusal(400) });
		now = new Date('2018-04-16T12:15:00Z');
		simulator.departScheduled();
		expect(simulator.voiceCampaigns).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
		expect((await cancel(waiting.campaignId)).status).toBe(400);
		expect(simulator.voiceBalance).toBe(18.7);
		expect(simulator.requests.at(-1)).toMatchObject({
			method: 'DELETE',
			path: `/campaign/cancel/{apiKey}/${waiting.campaignId}`,
			keyPlacement: 'path',
			body: undefined,
		});
	});
});

describe('rate limits', () => {
	beforeEach(() => {
		simulator.behaviour.rateLimits = true;
	});

	it.each([
		['/me', 5, async () => await getVoice(`/me/${simulator.voiceApiKey}`)],
		['/audios', 360, async () => await getVoice(`/audios/${simulator.voiceApiKey}`)],
		['/audio-file/rename', 5, async () => await postVoice(simulator, '/audio-file/rename', { tokenAudio })],
		['/campaign/send', 5, async () => await postVoice(simulator, '/campaign/send', {})],
	])('%s takes %i requests a minute', async (_path, limit, ask) => {
		for (let request = 1; request <= limit; request++) expect((await ask()).status).not.toBe(429);
		expect((await ask()).status).toBe(429);
		now = new Date(now.getTime() + 60_000);
		expect((await ask()).status).not.toBe(429);
	});

	it('/tts/send takes 2000 an hour, and says how many are left', async () => {
		const ask = async () => (await postVoice(simulator, '/tts/send', { phoneNumbers: CALLER, text: 'm' })).headers;
		const resetsAt = String(now.getTime() / 1000 + 3600);
		const limits = (remaining: number) => ({
			'x-ratelimit-limit': '2000',
			'x-ratelimit-remaining': String(remaining),
			'x-ratelimit-reset': resetsAt,
		});
		expect(await ask()).toMatchObject(limits(1999));
		now = new Date(now.getTime() + 600_000);
		expect(await ask()).toMatchObject(limits(1998));
		simulator.behaviour.rateLimits = false;
		expect(await ask()).not.toHaveProperty('x-ratelimit-limit');
	});
});

it('refuses with 200 when told so, also what has HTTP codes', async () => {
	const other = await startSimulator({ businessErrorStatus: 200 });
	const cancelled = await http.delete(`${other.voiceBaseUrl}/campaign/cancel/${other.voiceApiKey}/x`);
	const sent = await postVoice(other, '/tts/send');
	await other.stop();
	expect([cancelled.status, cancelled.data.code]).toEqual([200, 404]);
	expect([sent.status, sent.data.message]).toEqual([200, 'PHONE_NUMBER_REQUIRED']);
});
