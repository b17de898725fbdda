import type { Resource } from '../../running/operation';
import { setCallForwarding } from './setCallForwarding';

export const virtualNumber: Resource = {
	option: { name: 'Virtual Number', value: 'virtualNumber' },
	operations: [setCallForwarding],
	defaultOperation: 'setCallForwarding',
};
