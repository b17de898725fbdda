import type { Failure } from '../../nodes/SmsPartner/api/failure';
import type { ItemResult } from '../../nodes/SmsPartner/running/operation';
import { stopDetails, stopMessage, summaryHint, tally } from '../../nodes/SmsPartner/running/summary';

const SMS = { done: 'sent', billed: 'SMS' } as const;
const sent = (json: object = {}): ItemResult => ({ itemIndex: 0, json: { status: 'waiting', segments: 1, cost: 0.038, currency: 'EUR', skipped: null, ...json } });
const failed = (kind: Failure['kind'], phoneNumber: string | null = '+33612345678', facts: Partial<Failure> = {}): ItemResult => ({
	itemIndex: 0,
	json: { phoneNumber },
	failure: { kind, message: 'No', description: 'Do this.', ...facts },
});
const skipped = sent({ status: 'notSent', skipped: 'duplicate', segments: 0, cost: 0, currency: null });

describe('the summary of a run', () => {
	it('counts everybody once', () => {
		const results = [sent(), sent({ segments: 2, cost: 0.076 }), sent({ status: 'unknown' }), skipped, failed('refused'), failed('input'), failed('unreachable'), failed('unknown'), failed('notStarted')];
		expect(tally(results)).toMatchObject({ through: 2, refused: 3, unknown: 2, skipped: 1, notStarted: 1, segments: 4, currency: 'EUR' });
		expect(summaryHint(results, SMS)).toBe('2 sent, 3 refused, 2 unknown, 1 skipped, 1 not started. 4 SMS billed, 0.152 EUR.');
	});

	it('does not count as sent what the platform took and did not let go', () => {
		expect(summaryHint([sent(), sent({ status: 'notSent' })], SMS)).toContain('1 sent, 1 refused.');
	});

	it('names only what there is', () => {
		expect(summaryHint([sent()], SMS)).toBe('1 sent. 1 SMS billed, 0.038 EUR.');
		expect(summaryHint([sent({ cost: null, currency: null })], SMS)).toBe('1 sent. 1 SMS billed.');
		expect(summaryHint([{ itemIndex: 0, json: { contactId: '1' } }], { done: 'added' })).toBe('1 added.');
		expect(summaryHint([], SMS)).toBeUndefined();
	});

	it('says that nobody got anything', () => {
		expect(summaryHint([skipped, skipped], SMS)).toBe('Everybody was skipped (2): nothing was sent, and nothing billed.');
		expect(summaryHint([sent({ sandbox: true })], SMS)).toBe('1 sent. Sandbox: nothing has left.');
	});

	it('fits a hint', () => {
		const many = [sent({ segments: 10 }), skipped, failed('refused'), failed('unknown'), failed('notStarted')].flatMap((result) => Array<ItemResult>(20_000).fill(result));
		expect(summaryHint(many, SMS)?.length).toBeLessThanOrEqual(120);
	});
});

describe('an error that stops', () => {
	it('says first what was sent', () => {
		expect(stopMessage([failed('refused')], SMS, 'No')).toBe('Nothing was sent: No');
		expect(stopMessage([failed('input'), failed('refused')], SMS, 'No')).toBe('Nothing was sent: No');
		expect(stopMessage([sent(), failed('refused')], SMS, 'No')).toBe('1 of 2 sent, 1 refused: No');
		expect(stopMessage([failed('unknown')], SMS, 'Outcome unknown: no')).toBe('Outcome unknown: no');
		expect(stopMessage([failed('unknown'), skipped, failed('notStarted')], SMS, 'No')).toBe('0 of 3 sent, 1 unknown, 1 skipped, 1 not started: No');
		expect(stopMessage([failed('refused')], { done: 'added' }, 'No')).toBe('Nothing was added: No');
	});

	it('names everybody who failed, by what they failed for', () => {
		const results = [failed('refused', '+33600000001'), failed('refused', '+33600000002'), failed('input', '12', { message: 'Bad.' }), failed('input', null), failed('notStarted'), failed('refused', '+33600000003', { concernsAll: true })];
		expect(stopDetails(results, SMS)).toBe('Of 6: 5 refused, 1 not started. +33600000001, +33600000002, no number: No. 12: Bad.');
		expect(stopDetails([failed('refused')], SMS)).toBeUndefined();
	});
});
