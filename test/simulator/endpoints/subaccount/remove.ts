import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** A DELETE with a JSON body; what becomes of the credit is not documented, it goes too (docs: sub-account delete). */
export const removeSubaccount: Endpoint = {
	api: 'sms',
	method: 'delete',
	path: '/subaccount/remove',
	keyIn: 'body',
	codes: { 1: 'Token is required', 10: 'Invalid API key', 404: 'The sub-account does not exist' },
	keyMissing: 10,
	answer({ fields }, platform) {
		const token = text(fields.token);
		if (token === undefined) throw new Refusal(1);
		if (!platform.subaccounts.remove(token)) throw new Refusal(404);
		return { success: true, code: 200 };
	},
};
