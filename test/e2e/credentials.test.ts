import { useN8n } from '../harness/e2eInstance';
import { startPlatform, SMS_KEY, VOICE_KEY, type Platform } from './platform';

const n8n = useN8n();

describe('the credential test of a real n8n', () => {
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
	});
	afterAll(async () => platform.simulator.stop());

	const sms = (apiKey: string, baseUrl = platform.simulator.smsBaseUrl) => n8n.testCredential('smsPartnerApi', { apiKey, baseUrl });
	const voice = (apiKey: string) => n8n.testCredential('voicePartnerApi', { apiKey, baseUrl: platform.simulator.voiceBaseUrl });

	it('accepts the right keys, also with spaces pasted around them', async () => {
		expect(await sms(SMS_KEY)).toMatchObject({ status: 'OK' });
		expect(await sms(` ${SMS_KEY}\n`)).toMatchObject({ status: 'OK' });
		expect(await voice(VOICE_KEY)).toMatchObject({ status: 'OK' });
	});

	it('says what the platform says to a wrong key', async () => {
		expect(await sms('not-the-right-key')).toEqual({ status: 'Error', message: expect.stringContaining('Clé API incorrecte') });
		expect((await voice('not-the-right-key')).status).toBe('Error');
	});

	it('fails on success:false inside a 200, with the platform message', async () => {
		platform.simulator.faults.add({ kind: 'body', status: 200, body: { success: false, code: 20, message: 'Compte désactivé' }, accept: false });
		expect(await sms(SMS_KEY)).toEqual({ status: 'Error', message: expect.stringContaining('Compte désactivé') });
	});

	it('tells an address that is no platform from a wrong key', async () => {
		expect(await sms(SMS_KEY, 'http://127.0.0.1:1')).toEqual({ status: 'Error', message: expect.stringContaining('could not be reached') });
		expect(await sms(SMS_KEY, platform.simulator.url)).toEqual({ status: 'Error', message: expect.stringMatching(/HTTP 404|web page|unreadable/) });
		expect(await sms(' ')).toEqual({ status: 'Error', message: expect.stringContaining('API Key is empty') });
	});
});
