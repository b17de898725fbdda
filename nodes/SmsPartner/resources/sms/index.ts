import type { Resource } from '../operation';
import { cancel } from './cancel';
import { getStatus } from './getStatus';
import { preview } from './preview';
import { send } from './send';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [cancel, getStatus, preview, send],
	defaultOperation: 'send',
};
