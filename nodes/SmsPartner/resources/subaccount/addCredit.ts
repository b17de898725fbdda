import type { Operation } from '../../running/operation';
import { creditEndpoint, moveCredit, movementFields } from './moveCredit';

const SUBACCOUNT_CREDIT_ADD = creditEndpoint('/subaccount/credit/add');

export const addCredit: Operation = {
	option: {
		name: 'Add Credit',
		value: 'addCredit',
		action: 'Add credit to a sub-account',
		description: 'Move credit from your account to a sub-account',
	},
	effect: 'write',
	fields: movementFields,
	execute: async (context, items) => moveCredit(context, items, SUBACCOUNT_CREDIT_ADD),
};
