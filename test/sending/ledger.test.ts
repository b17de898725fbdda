import { ledgerOf } from '../../nodes/SmsPartner/sending/ledger';
import type { Outcome } from '../../nodes/SmsPartner/sending/outcomes';
import { jobsWith } from './jobs';

const [job, other] = jobsWith(['a', 'b']);
if (!job || !other) throw new Error('two jobs expected');
const sent: Outcome = { ok: true, sent: { messageId: '1', segments: 1, cost: 0.1, currency: 'EUR' } };
const failed = (kind: 'unknown' | 'refused'): Outcome => ({ ok: false, failure: { kind, message: '', description: '' } });

describe('ledgerOf', () => {
	it('remembers within one run, also for a job built anew from the same item', () => {
		const run = {};
		ledgerOf(run).record(job, sent);
		expect(ledgerOf(run).recall({ ...job })).toBe(sent);
		expect(ledgerOf(run).recall(other)).toBeUndefined();
		expect(ledgerOf({}).recall(job)).toBeUndefined();
	});

	it('keeps what may have gone out, and forgets what certainly did not', () => {
		const ledger = ledgerOf({});
		ledger.record(job, failed('unknown'));
		ledger.record(other, failed('refused'));
		expect(ledger.recall(job)).toBeDefined();
		expect(ledger.recall(other)).toBeUndefined();
	});
});
