import type { ICredentialTestFunctions, IRequestOptions } from 'n8n-workflow';

import { SmsPartnerApi } from '../../credentials/SmsPartnerApi.credentials';
import { VoicePartnerApi } from '../../credentials/VoicePartnerApi.credentials';
import { credentialTest } from '../../nodes/SmsPartner/api/credentialTest';
import { SMS_ME, VOICE_ME } from '../../nodes/SmsPartner/lookups/credit';

/** As much of n8n as a credential test has. */
function n8n(answer: unknown = { statusCode: 200, body: '{"success":true}' }) {
	const request = jest.fn(async (_options: IRequestOptions) => answer);
	return { context: { helpers: { request } } as unknown as ICredentialTestFunctions, request };
}

const credential = (data: Record<string, string>) => ({ id: '1', name: 'Key', type: 'x', data });

test.each(['http://api.smspartner.fr/v1', 'http://203.0.113.7:8080/v1'])('a key that would travel unencrypted to %s stays home, and the test says why', async (baseUrl) => {
	const { context, request } = n8n();
	expect(await credentialTest(new SmsPartnerApi(), SMS_ME).call(context, credential({ apiKey: 'key-1234', baseUrl }))).toEqual({ status: 'Error', message: expect.stringMatching(/unencrypted.*https/) });
	expect(request).not.toHaveBeenCalled();
});

test.each([
	[{ apiKey: ' ', baseUrl: 'https://api.example.com/v1' }, /API Key is empty/],
	[{ apiKey: 'key-1234', baseUrl: 'api.example.com' }, /Base URL.*https/],
	[{ apiKey: 'key-1234', baseUrl: '' }, /Base URL/],
])('nothing is asked with %j', async (data, said) => {
	const { context, request } = n8n();
	expect(await credentialTest(new SmsPartnerApi(), SMS_ME).call(context, credential(data))).toEqual({ status: 'Error', message: expect.stringMatching(said) });
	expect(request).not.toHaveBeenCalled();
});

test('a look-up with the key in its place tests it', async () => {
	const sms = n8n({ statusCode: 200, body: '{"success":true,"user":{},"credits":{"balance":"1.00"}}' });
	expect(await credentialTest(new SmsPartnerApi(), SMS_ME).call(sms.context, credential({ apiKey: 'key-1234', baseUrl: 'http://127.0.0.1:8080/v1/' }))).toMatchObject({ status: 'OK' });
	expect(sms.request).toHaveBeenCalledWith(expect.objectContaining({ uri: 'http://127.0.0.1:8080/v1/me', qs: { apiKey: 'key-1234' }, followRedirect: false }));
	const voice = n8n({ statusCode: 200, body: '{"credit":1}' });
	expect(await credentialTest(new VoicePartnerApi(), VOICE_ME).call(voice.context, credential({ apiKey: 'key-1234', baseUrl: 'https://api.example.com/v1' }))).toMatchObject({ status: 'OK' });
	expect(voice.request).toHaveBeenCalledWith(expect.objectContaining({ uri: 'https://api.example.com/v1/me/key-1234' }));
});
