import { collectJobs, type Request } from '../../nodes/SmsPartner/sending/recipients';
import { accept, refuse } from '../../nodes/SmsPartner/values/checked';
import { plainSettings } from './jobs';

const collect = (...requests: Array<Pick<Request, 'to' | 'text'>>) =>
	collectJobs(requests.length, (index) => accept({ to: '', text: '', ...requests[index], settings: plainSettings }));

describe('collectJobs', () => {
	it('makes an SMS for each recipient, a number listed twice in one item once', () => {
		const { jobs, rejected } = collect({ to: '0612345678, +33612345678; 07 00 00 00 01', text: 'Hi' }, { to: ['0612345678'], text: 'Ho' });
		expect(rejected).toEqual([]);
		expect(jobs.map(({ itemIndex, phoneNumber, text }) => [itemIndex, phoneNumber, text])).toEqual([
			[0, '+33612345678', 'Hi'],
			[0, '+33700000001', 'Hi'],
			[1, '+33612345678', 'Ho'],
		]);
	});

	it('refuses only the bad number of an item', () => {
		const { jobs, rejected } = collect({ to: '0612345678, 12', text: 'Hi' });
		expect(jobs).toHaveLength(1);
		expect(rejected).toEqual([{ itemIndex: 0, phoneNumber: '12', failure: expect.objectContaining({ kind: 'input' }) }]);
	});

	it.each([
		['', 'Hi'],
		[' , ;', 'Hi'],
		[[], 'Hi'],
		['0612345678', ''],
		['0612345678', 'x'.repeat(1531)],
	])('refuses an item to %j with text %.5j as a whole', (to, text) => {
		const { jobs, rejected } = collect({ to, text });
		expect(jobs).toEqual([]);
		expect(rejected).toHaveLength(1);
	});

	it('passes a refusal of the item on', () => {
		expect(collectJobs(1, () => refuse('no', 'do this'))).toEqual({
			jobs: [],
			rejected: [{ itemIndex: 0, failure: { kind: 'input', message: 'no', description: 'do this', code: 'INVALID_INPUT' } }],
		});
	});
});
