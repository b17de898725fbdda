import type { Outcome } from '../../nodes/SmsPartner/sending/kind';
import { ledgers } from '../../nodes/SmsPartner/sending/ledger';

const ledgerOf = ledgers<Outcome>();
const sent: Outcome = { ok: true, json: { messageId: '1' } };
const failed = (kind: 'unknown' | 'refused'): Outcome => ({ ok: false, failure: { kind, message: '', description: '' } });

describe('ledgers', () => {
	it('remembers within one run only', () => {
		const run = {};
		ledgerOf(run).record('a', sent);
		expect(ledgerOf(run).recall('a')).toBe(sent);
		expect(ledgerOf(run).recall('b')).toBeUndefined();
		expect(ledgerOf({}).recall('a')).toBeUndefined();
	});

	it('keeps what may have gone out, and forgets what certainly did not', () => {
		const ledger = ledgerOf({});
		ledger.record('a', failed('unknown'));
		ledger.record('b', failed('refused'));
		expect(ledger.recall('a')).toBeDefined();
		expect(ledger.recall('b')).toBeUndefined();
	});
});
