import { collectRecipients } from '../../nodes/SmsPartner/sending/recipients';
import { accept, refuse } from '../../nodes/SmsPartner/values/checked';

const collect = (...recipients: unknown[]) =>
	collectRecipients(recipients.length, (index) => accept({ to: recipients[index], defaultCountry: 'FR', content: accept({ text: `Text ${index}` }) }));

describe('collectRecipients', () => {
	it('makes a delivery for each recipient, a number listed twice in one item once', () => {
		expect(collect('0612345678, +33612345678; 07 44 00 00 01', ['0612345678'])).toEqual({
			deliveries: [
				{ itemIndex: 0, place: 0, phoneNumber: '+33612345678', text: 'Text 0' },
				{ itemIndex: 0, place: 1, phoneNumber: '+33744000001', text: 'Text 0' },
				{ itemIndex: 1, place: 2, phoneNumber: '+33612345678', text: 'Text 1' },
			],
			rejected: [],
		});
	});

	it('refuses only the bad number of an item', () => {
		const { deliveries, rejected } = collect('0612345678, 12');
		expect(deliveries).toHaveLength(1);
		expect(rejected).toEqual([{ itemIndex: 0, place: 1, phoneNumber: '12', failure: expect.objectContaining({ kind: 'input' }) }]);
	});

	it.each(['', ' , ;', [], undefined])('refuses an item without a recipient: %j', (to) => {
		const { deliveries, rejected } = collect(to, '0612345678');
		expect(deliveries.map(({ itemIndex }) => itemIndex)).toEqual([1]);
		expect(rejected).toEqual([{ itemIndex: 0, phoneNumber: null, failure: expect.objectContaining({ kind: 'input', message: 'There is no recipient' }) }]);
	});

	it.each<unknown>([{ number: '0612345678' }, { toString: 1 }, true])('shows no number for %j, which is none', (recipient) => {
		expect(collect([recipient]).rejected).toEqual([{ itemIndex: 0, place: 0, phoneNumber: null, failure: expect.objectContaining({ kind: 'input' }) }]);
	});

	it('shows the beginning of a text that is too long for a number', () => {
		expect(collect('x'.repeat(100_000)).rejected).toMatchObject([{ phoneNumber: `${'x'.repeat(60)}…` }]);
	});

	it('passes a refusal of the item on', () => {
		expect(collectRecipients(1, () => refuse('no', 'do this'))).toEqual({
			deliveries: [],
			rejected: [{ itemIndex: 0, phoneNumber: null, failure: { kind: 'input', message: 'no', description: 'do this', code: 'INVALID_INPUT' } }],
		});
	});
});
