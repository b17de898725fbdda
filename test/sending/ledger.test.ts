import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../nodes/SmsPartner/sending/kind';
import { ledgers } from '../../nodes/SmsPartner/sending/ledger';

const sent: Outcome = { ok: true, json: { messageId: '1' } };
const failed = (kind: 'unknown' | 'refused'): Outcome => ({ ok: false, failure: { kind, message: '', description: '' } });
const ledgerOf = ledgers<Outcome>();

/** As much of n8n's context as tells runs apart. */
function contextOf(run: object, toolArguments?: IDataObject): IExecuteFunctions {
	const context = {
		getNode: () => ({ type: toolArguments === undefined ? 'smsPartner' : 'smsPartnerTool' }),
		getExecuteData: () => run,
		getInputData: () => [{ json: toolArguments }],
	};
	return context as unknown as IExecuteFunctions;
}

describe('a ledger', () => {
	it('remembers within one run only', () => {
		const run = {};
		ledgerOf(contextOf(run)).record('a', sent);
		expect(ledgerOf(contextOf(run)).recall('a')).toBe(sent);
		expect(ledgerOf(contextOf(run)).recall('b')).toBeUndefined();
		expect(ledgerOf(contextOf({})).recall('a')).toBeUndefined();
	});

	it('takes each call of an agent for a run of its own, and the tries of one call for one', () => {
		const agentRun = {};
		const call = { text: 'Hello' };
		ledgerOf(contextOf(agentRun, call)).record('a', sent);
		expect(ledgerOf(contextOf(agentRun, call)).recall('a')).toBe(sent);
		expect(ledgerOf(contextOf(agentRun, { text: 'Hello' })).recall('a')).toBeUndefined();
	});

	it('keeps what may have gone out, and forgets what certainly did not', () => {
		const ledger = ledgerOf(contextOf({}));
		ledger.record('a', failed('unknown'));
		ledger.record('b', failed('refused'));
		expect(ledger.recall('a')).toBeDefined();
		expect(ledger.recall('b')).toBeUndefined();
	});
});
