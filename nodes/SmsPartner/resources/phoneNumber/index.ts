import type { Resource } from '../../running/operation';
import { verifyFormat } from './verifyFormat';
import { verifyNetwork } from './verifyNetwork';

export const phoneNumber: Resource = {
	option: { name: 'Phone Number', value: 'phoneNumber' },
	operations: [verifyFormat, verifyNetwork],
	defaultOperation: 'verifyFormat',
};
