import type { Resource } from '../../running/operation';
import { add } from './add';
import { check } from './check';
import { getAll } from './getAll';
import { remove } from './remove';

export const optOut: Resource = {
	option: { name: 'Opt-Out', value: 'optOut' },
	operations: [add, check, getAll, remove],
	defaultOperation: 'check',
};
