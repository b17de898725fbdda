import { joinParts, toMessages } from '../../../nodes/SmsPartner/callbacks/longReplies/messages';
import { partPayload, samplePart } from './sample';

const at = (minute: number) => ({ 'message-timestamp': `2026-03-09 16:${String(minute).padStart(2, '0')}:00` });
const first = { 'concat-part': '1', text: 'One ' };
const second = { 'concat-part': '2', text: 'two' };
const texts = (...parts: Array<ReturnType<typeof samplePart>>) => toMessages(parts).map((message) => joinParts(message).fields.text);

describe('toMessages', () => {
	test('puts parts together in part order, whatever the order they came in', () => {
		const parts = [samplePart(second, 1), samplePart(first, 2)];
		expect(toMessages(parts)).toEqual([expect.objectContaining({ complete: true, since: 1 })]);
		expect(texts(...parts)).toEqual(['One two']);
	});

	test('knows when a part is missing', () => {
		expect(toMessages([samplePart({ ...first, 'concat-total': '3' }), samplePart({ ...second, 'concat-total': '3' })])).toEqual([
			expect.objectContaining({ complete: false }),
		]);
	});

	test('does not mix messages of one reference: parts sent together belong together', () => {
		const old = samplePart({ ...first, text: 'Old ', ...at(0) }, 1);
		const newFirst = samplePart({ ...first, text: 'New ', ...at(5) }, 3);
		const newSecond = samplePart({ ...second, ...at(5) }, 2);
		expect(texts(old, newFirst)).toEqual(['Old ', 'New ']);
		expect(texts(old, newFirst, samplePart({ ...second, ...at(5) }, 4)).sort()).toEqual(['New two', 'Old ']);
		expect(toMessages([samplePart({ ...first, ...at(0) }), samplePart({ ...second, ...at(11) })])).toHaveLength(2);
		expect(texts(newSecond, newFirst)).toEqual(['New two']);
	});

	test('gives a part to the newer message when nothing else tells', () => {
		const parts = [samplePart({ ...first, text: 'Old ' }, 1), samplePart({ ...first, text: 'New ' }, 2), samplePart(second, 3)];
		expect(texts(...parts)).toEqual(['Old ', 'New two']);
	});

	test('does without times that cannot be read', () => {
		const unread = { 'message-timestamp': 'yesterday' };
		expect(texts(samplePart({ ...first, ...unread }), samplePart({ ...second, ...unread }))).toEqual(['One two']);
	});
});

test('joinParts keeps the fields of the first part, and all parts as they came', () => {
	const [message] = toMessages([samplePart(second), samplePart(first)]);
	if (message === undefined) throw new Error('No message');
	expect(joinParts(message)).toEqual({
		fields: { ...partPayload(first), text: 'One two' },
		raw: { parts: [partPayload(first), partPayload(second)] },
	});
});
