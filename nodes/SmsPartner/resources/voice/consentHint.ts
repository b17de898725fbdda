import type { ItemResult } from '../../running/operation';
import { CAMPAIGN } from '../sms/sendHints';

/** A machine speaks in all of these calls, and whoever calls so many may be canvassing. */
export function consentHint(results: readonly ItemResult[]): string | undefined {
	const people = new Set(results.map(({ json }) => json.phoneNumber));
	return people.size >= CAMPAIGN
		? 'Canvassing calls need prior consent in France: recorded ones always did, any to a consumer since 11 August 2026.'
		: undefined;
}
