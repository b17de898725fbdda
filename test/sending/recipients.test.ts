import { collectSms, type Request } from '../../nodes/SmsPartner/sending/recipients';
import { accept, refuse } from '../../nodes/SmsPartner/values/checked';
import { plainSettings } from './messages';

const collect = (...requests: Array<Pick<Request, 'to' | 'text'>>) =>
	collectSms(requests.length, (index) => accept({ to: '', text: '', ...requests[index], settings: plainSettings }));

describe('collectSms', () => {
	it('makes an SMS for each recipient, a number listed twice in one item once', () => {
		const { messages, rejected } = collect({ to: '0612345678, +33612345678; 07 00 00 00 01', text: 'Hi' }, { to: ['0612345678'], text: 'Ho' });
		expect(rejected).toEqual([]);
		expect(messages.map(({ itemIndex, phoneNumber, text }) => [itemIndex, phoneNumber, text])).toEqual([
			[0, '+33612345678', 'Hi'],
			[0, '+33700000001', 'Hi'],
			[1, '+33612345678', 'Ho'],
		]);
	});

	it('refuses only the bad number of an item', () => {
		const { messages, rejected } = collect({ to: '0612345678, 12', text: 'Hi' });
		expect(messages).toHaveLength(1);
		expect(rejected).toEqual([{ itemIndex: 0, phoneNumber: '12', failure: expect.objectContaining({ kind: 'input' }) }]);
	});

	it.each([
		['', 'Hi'],
		[' , ;', 'Hi'],
		[[], 'Hi'],
		['0612345678', ''],
		['0612345678', 'x'.repeat(1531)],
	])('refuses an item to %j with text %.5j as a whole', (to, text) => {
		const { messages, rejected } = collect({ to, text });
		expect(messages).toEqual([]);
		expect(rejected).toHaveLength(1);
	});

	it('passes a refusal of the item on', () => {
		expect(collectSms(1, () => refuse('no', 'do this'))).toEqual({
			messages: [],
			rejected: [{ itemIndex: 0, failure: { kind: 'input', message: 'no', description: 'do this', code: 'INVALID_INPUT' } }],
		});
	});
});
