import { collectSms } from '../../nodes/SmsPartner/sending/sms';
import { accept, refuse } from '../../nodes/SmsPartner/values/checked';
import { plainSettings } from './messages';

describe('collectSms', () => {
	const collect = (text: unknown) => collectSms(1, () => accept({ to: '0612345678, 0712345678', text, settings: plainSettings }));

	it('measures the text once for all recipients of an item', () => {
		const { deliveries } = collect('Hi');
		expect(deliveries).toEqual(['+33612345678', '+33712345678'].map((phoneNumber) => ({
			itemIndex: 0,
			phoneNumber,
			text: 'Hi',
			size: expect.objectContaining({ characters: 2, segments: 1 }),
			settings: plainSettings,
		})));
	});

	it.each(['', 'x'.repeat(1531)])('refuses an item with the text %.5j as a whole', (text) => {
		expect(collect(text)).toEqual({ deliveries: [], rejected: [{ itemIndex: 0, failure: expect.objectContaining({ kind: 'input' }) }] });
	});

	it('passes a refusal of the item on', () => {
		expect(collectSms(1, () => refuse('no', 'do this')).rejected).toEqual([expect.objectContaining({ itemIndex: 0 })]);
	});
});
