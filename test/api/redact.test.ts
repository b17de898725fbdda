import { redact } from '../../nodes/SmsPartner/api/redact';

describe('redact', () => {
	it.each(['a/b"c d+e-secret', "it's-a-(secret)!", 'clé-secrète-é'])('blanks out %j wherever it stands', (key) => {
		const answer = { message: `no ${key}`, [key]: 1, list: [{ url: `?apiKey=${encodeURIComponent(key)}` }], upper: key.toUpperCase() };
		expect(JSON.stringify(redact(answer, key))).not.toMatch(/secr/i);
	});

	it('blanks out the quotes that a strict URL encodes', () => {
		expect(redact('?apiKey=it%27s-a-secret', "it's-a-secret")).toBe('?apiKey=***');
	});

	it('takes a short key for one only where it stands alone', () => {
		expect(redact('key1 monkey1 key12', 'key1')).toBe('*** monkey1 key12');
		expect(redact('a 1 b', '1')).toBe('a 1 b');
		expect(redact('text', '')).toBe('text');
	});

	it('leaves everything that is no text alone', () => {
		expect(redact({ id: 12345678, ok: true, none: null, at: undefined }, '12345678')).toEqual({ id: 12345678, ok: true, none: null, at: undefined });
	});
});
