import { checkBaseUrl, travelsUnencrypted } from '../../nodes/SmsPartner/values/baseUrl';

test.each(['https://api.example.com/v1', ' http://127.0.0.1:8080/v1\n', 'HTTPS://API.example.com'])('%j is a Base URL', (text) => {
	expect(checkBaseUrl(text)).toEqual({ ok: true, value: text.trim() });
});

test.each([undefined, '', ' ', 'api.example.com', 'ftp://api.example.com', 'https://', 'https://api.example.com?x', 'https://api.example.com/#', 'https://a b'])('%j is none', (text) => {
	expect(checkBaseUrl(text)).toMatchObject({ ok: false, message: expect.stringContaining('Base URL') });
});

test.each([
	['https://api.example.com/v1', false],
	['http://api.example.com/v1', true],
	['HTTP://8.8.8.8/', true],
	['http://127.0.0.1.example.com/', true],
	['http://127.0.0.1:8080', false],
	['http://localhost:8080', false],
	['http://[::1]:8080', false],
	['http://192.168.1.7/v1', false],
	['http://simulator:8080/sms/v1', false],
	// Anybody can buy such a name.
	['http://smspartner.box/v1', true],
])('the key travels to %s unencrypted: %p', (baseUrl, expected) => {
	expect(travelsUnencrypted(baseUrl)).toBe(expected);
});
