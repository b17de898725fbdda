import { nonceOf, resumeUrl } from '../../nodes/SmsPartner/waiting/resumeUrl';

describe('resumeUrl', () => {
	it.each([
		['http://n8n.example.com/webhook-waiting/12', 'http://n8n.example.com/webhook-waiting/12/reply?wait=abc'],
		['https://n8n.example.com/in/webhook-waiting/12?signature=0f', 'https://n8n.example.com/in/webhook-waiting/12/reply?signature=0f&wait=abc'],
		['https://n8n.example.com/webhook-waiting/12/', 'https://n8n.example.com/webhook-waiting/12/reply?wait=abc'],
	])('leads from %s to the path of the event', (base, url) => {
		expect(resumeUrl(base, 'reply', 'abc')).toEqual({ ok: true, value: url });
	});

	it.each([undefined, '', 'undefined/12', {}])('refuses %p', (base) => {
		expect(resumeUrl(base, 'reply', 'abc').ok).toBe(false);
	});
});

describe('nonceOf', () => {
	it('is the same for all tries of a run, and different for every run', () => {
		const run = {};
		expect(nonceOf(run)).toMatch(/^[\w-]{22}$/);
		expect(nonceOf(run)).toBe(nonceOf(run));
		expect(nonceOf({})).not.toBe(nonceOf({}));
	});
});
