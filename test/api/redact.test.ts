import { redact } from '../../nodes/SmsPartner/api/redact';

describe('redact', () => {
	it('blanks out every spelling of the key', () => {
		const key = 'a/b"c d+e-secret';
		const text = `${key} ${JSON.stringify({ key })} ?apiKey=${encodeURIComponent(key)}`;
		expect(redact(text, key)).not.toMatch(/secret/);
	});

	it('leaves text alone when the key is too short to be one', () => {
		expect(redact('a 1 b', '1')).toBe('a 1 b');
		expect(redact('text', '')).toBe('text');
	});
});
