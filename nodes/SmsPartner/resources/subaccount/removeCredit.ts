import type { Operation } from '../../running/operation';
import { creditEndpoint, moveCredit, movementFields } from './moveCredit';

/** docs: manage sub-account credits. The samples of the removal page call credit/add, which would do the opposite. */
const SUBACCOUNT_CREDIT_REMOVE = creditEndpoint('/subaccount/credit/remove');

export const removeCredit: Operation = {
	option: {
		name: 'Remove Credit',
		value: 'removeCredit',
		action: 'Remove credit from a sub-account',
		description: 'Move credit from a sub-account back to your account',
	},
	effect: 'write',
	fields: movementFields,
	execute: async (context, items) => moveCredit(context, items, SUBACCOUNT_CREDIT_REMOVE),
};
