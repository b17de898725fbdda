import { textFor } from '../../nodes/SmsPartner/running/callbackUrlHint';

const platform = 'https://api.smspartner.fr/v1';
const simulator = 'http://127.0.0.1:8080/v1';
const good = 'https://n8n.example.com/webhook/1b/reply';
const testUrl = 'http://localhost:5678/webhook-test/1b/reply';
const local = 'http://localhost:5678/webhook/1b/reply';

describe('textFor', () => {
	it.each([
		['nothing', [], platform, undefined],
		['an address open to the internet', [good], platform, undefined],
		['a Test URL', [good, testUrl], platform, expect.stringContaining('Production URL')],
		['a Test URL, with a simulator too', [testUrl], simulator, expect.stringContaining('Production URL')],
		['an address of the own network', [good, local], platform, expect.stringContaining('open to the internet')],
		['the same with a simulator', [local], simulator, undefined],
		['the same without a readable credential', [local], '', expect.stringContaining('open to the internet')],
	])('%s', (_name, urls, base, expected) => {
		const text = textFor(urls, base);
		expect(text).toEqual(expected);
		expect(text?.length ?? 0).toBeLessThanOrEqual(120);
	});

	it('says it in the words of the operation', () => {
		expect(textFor([local], platform, { testUrl: 'listen', ownNetwork: 'set WEBHOOK_URL' })).toBe('set WEBHOOK_URL');
	});
});
