import { CALLER, fixture, postVoice, shape, startReceiver } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let now: Date;
const OTHER = '+33612345679';
const BOTH = `${CALLER},${OTHER}`;

beforeAll(async () => {
	simulator = await startSimulator({ reportDelayMs: 0, now: () => now });
	receiver = await startReceiver();
});
beforeEach(() => {
	now = new Date('2026-01-13T10:35:00Z');
	simulator.reset();
	receiver.received.length = 0;
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

it('a voicemail drop is reported by one GET, beside the query that the URL has', async () => {
	const { token: tokenAudio } = simulator.addAudioFile();
	simulator.setStatus(OTHER, 'not delivered');
	const notifyUrl = `${receiver.url}/voice?secret=1`;
	const { data } = await postVoice(simulator, '/campaign/send', { tokenAudio, phoneNumbers: BOTH, notifyUrl });
	await simulator.settled();
	expect(receiver.received).toEqual([
		{
			method: 'GET',
			path: '/voice',
			query: {
				secret: '1',
				campaign_token: data.campaignId,
				campaign_id: 'NDA_20260113_00811',
				delivered_quantity: '1',
				total_quantity: '2',
			},
			contentType: undefined,
			text: '',
		},
	]);
});

it('stays a GET when callbacks are forms', async () => {
	const { token: tokenAudio } = simulator.addAudioFile();
	simulator.callbackMode.encoding = 'form';
	const notifyUrl = receiver.url;
	await postVoice(simulator, '/campaign/send', { tokenAudio, phoneNumbers: CALLER, notifyUrl });
	await postVoice(simulator, '/tts/send', { text: 'm', phoneNumbers: CALLER, notifyUrl });
	await simulator.settled();
	const form = 'application/x-www-form-urlencoded';
	expect(receiver.received.map(({ method, contentType }) => [method, contentType]).sort()).toEqual([
		['GET', undefined],
		['POST', form],
	]);
});

it('a voice SMS is reported by one POST per number, like the fixture', async () => {
	simulator.setStatus(OTHER, 'not delivered');
	const { data } = await postVoice(simulator, '/tts/send', { text: 'm', phoneNumbers: BOTH, notifyUrl: receiver.url });
	await simulator.settled();
	expect(receiver.received.map(({ method }) => method)).toEqual(['POST', 'POST']);
	const calls = receiver.received.map(({ text }) => JSON.parse(text));
	calls.sort((one, other) => one.phoneNumber.localeCompare(other.phoneNumber));
	expect(shape(calls[0])).toEqual(shape(fixture('webhook.voice-sms.json')));
	const at = { sendAt: '2026-01-13 11:35:00', doneAt: '2026-01-13 11:35:00', campaignId: data.campaignId };
	expect(calls).toEqual([
		{
			...at,
			phoneNumber: '0033612345678',
			status: 'delivered',
			additionnal_status: 'VOICE_ANSWERED',
			duration: 6,
		},
		{
			...at,
			phoneNumber: '0033612345679',
			status: 'undelivered',
			additionnal_status: 'VOICE_NOT_ANSWERED',
			duration: 0,
		},
	]);
});

it('a voice SMS with an audio file says what became of it, and may be pending', async () => {
	const { token: tokenAudio } = simulator.addAudioFile();
	simulator.setStatus(CALLER, 'waiting');
	await postVoice(simulator, '/tts/send', { tokenAudio, phoneNumbers: CALLER, notifyUrl: receiver.url });
	await simulator.settled();
	const [call] = receiver.received.map(({ text }) => JSON.parse(text));
	expect(shape(call)).toEqual(shape(fixture('webhook.voice-sms.with-audio.json')));
	expect(call.status).toBe('pending');
});

it('what is scheduled is reported when it leaves, what has no URL never', async () => {
	const { token: tokenAudio } = simulator.addAudioFile();
	const scheduledDate = '2026-01-13 12:00:00';
	const later = { phoneNumbers: CALLER, notifyUrl: receiver.url, scheduledDate };
	await postVoice(simulator, '/tts/send', { ...later, text: 'm' });
	await postVoice(simulator, '/campaign/send', { ...later, tokenAudio });
	await postVoice(simulator, '/tts/send', { text: 'm', phoneNumbers: CALLER });
	simulator.departScheduled();
	await simulator.settled();
	expect(receiver.received).toEqual([]);
	now = new Date('2026-01-13T11:00:00Z');
	simulator.departScheduled();
	simulator.departScheduled();
	await simulator.settled();
	expect(receiver.received.map(({ method }) => method).sort()).toEqual(['GET', 'POST']);
});
