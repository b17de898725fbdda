import type { Resource } from '../../running/operation';
import { send } from './send';

export const rcs: Resource = {
	option: { name: 'RCS', value: 'rcs' },
	operations: [send],
	defaultOperation: 'send',
};
