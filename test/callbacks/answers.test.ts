import { accepted, ignored, refused } from '../../nodes/SmsPartner/callbacks/answers';

test('accepted and ignored tell what a callback was taken for', () => {
	expect(accepted('reply')).toEqual({ received: true, event: 'reply' });
	expect(ignored('reply')).toEqual({ received: true, event: 'reply', ignored: true });
});

describe('refused', () => {
	test('names the fields it did not understand, and no value', () => {
		const answer = refused({ type: 'survey', answer: 'private' });
		expect(answer).toMatchObject({ received: false, error: 'unrecognised', fields: ['type', 'answer'] });
		expect(JSON.stringify(answer)).not.toContain('private');
	});

	test('tells someone who opens the URL in a browser what to do', () => {
		expect(refused({})).toMatchObject({ message: expect.stringContaining('paste it'), fields: [] });
	});

	test('stays short', () => {
		const payload = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}${'x'.repeat(1000)}`, '1']));
		expect(JSON.stringify(refused(payload)).length).toBeLessThan(1500);
	});
});
