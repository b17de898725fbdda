import type { Resource } from '../../running/operation';
import { getBalance } from './getBalance';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance],
	defaultOperation: 'getBalance',
};
