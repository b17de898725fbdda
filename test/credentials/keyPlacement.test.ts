import { placeSmsKey, placeVoiceKey } from '../../credentials/keyPlacement';

const credentials = { apiKey: ' key/1 ', baseUrl: 'https://example.com/v1/' };

describe('placeSmsKey', () => {
	it('puts the key into the query of a GET and leaves the rest alone', () => {
		expect(placeSmsKey(credentials, { method: 'GET', url: '/me', qs: { a: 1 } })).toEqual({
			method: 'GET',
			url: '/me',
			baseURL: 'https://example.com/v1',
			qs: { a: 1, apiKey: 'key/1' },
		});
	});

	it.each(['POST', 'DELETE'] as const)('puts the key into the body of a %s', (method) => {
		expect(placeSmsKey(credentials, { method, url: '/send', body: { to: '1' } })).toMatchObject({ body: { to: '1', apiKey: 'key/1' } });
		expect(placeSmsKey(credentials, { method, url: '/send' })).toMatchObject({ body: { apiKey: 'key/1' } });
	});

	it('keeps an absolute address, as the HTTP Request node uses', () => {
		expect(placeSmsKey(credentials, { method: 'GET', url: 'https://other.example/x' })).not.toHaveProperty('baseURL');
	});
});

describe('placeVoiceKey', () => {
	it.each(['GET', 'DELETE'] as const)('puts the key into the path of a %s', (method) => {
		const placed = placeVoiceKey(credentials, { method, url: '/campaign/cancel/{apiKey}/D572M' });
		expect(placed).toMatchObject({ url: '/campaign/cancel/key%2F1/D572M', baseURL: 'https://example.com/v1' });
		expect(placed).not.toHaveProperty('body');
	});

	it('puts the key into the body of a POST', () => {
		expect(placeVoiceKey(credentials, { method: 'POST', url: '/tts/send', body: {} })).toMatchObject({ url: '/tts/send', body: { apiKey: 'key/1' } });
	});
});

it.each([placeSmsKey, placeVoiceKey])('%p changes nothing the second time', (place) => {
	for (const method of ['GET', 'POST', 'DELETE'] as const) {
		const once = place(credentials, { method, url: '/me/{apiKey}' });
		expect(place(credentials, once)).toEqual(once);
	}
});
