import { settleFields } from '../../nodes/SmsPartner/callbacks/fields';

describe('settleFields', () => {
	test.each([
		['one value in a list', { type: ['stop'] }, { type: 'stop' }],
		['a value given twice', { text: ['STOP', 'STOP'] }, { text: 'STOP' }],
		['another case', { Type: 'stop', PHONE_NUMBER: '+33612345678' }, { type: 'stop', phone_number: '+33612345678' }],
		['a value in two cases', { type: 'stop', Type: ['stop'] }, { type: 'stop' }],
		['values that differ', { type: ['response', 'stop'] }, { type: ['response', 'stop'] }],
		['values that differ in two cases', { type: 'response', TYPE: 'stop' }, { type: ['response', 'stop'] }],
		[
			'a nested value given twice',
			{ audioFileComplementaire: { status: 'Deposit' }, AudioFileComplementaire: { status: 'Deposit' } },
			{ audioFileComplementaire: { status: 'Deposit' } },
		],
		['an empty list', { type: [] }, { type: [] }],
		['an object', { type: { name: 'stop' } }, { type: { name: 'stop' } }],
		['other fields', { Tags: ['a'], tags: ['a', 'a'] }, { Tags: ['a'], tags: ['a', 'a'] }],
	])('%s', (_name, payload, settled) => {
		expect(settleFields(payload)).toEqual(settled);
	});

	test('keeps apart fields that differ by more than case', () => {
		const payload = { messageId: 'a', message_id: 'b', campaignId: 'c', campaign_id: 'd' };
		expect(settleFields(payload)).toEqual(payload);
	});
});
