import type { Resource } from '../operation';
import { getBalance } from './getBalance';

export const voice: Resource = {
	option: { name: 'Voice', value: 'voice' },
	operations: [getBalance],
	defaultOperation: 'getBalance',
};
