import type { Resource } from '../operation';
import { cancel } from './cancel';
import { getStatus } from './getStatus';
import { preview } from './preview';
import { send } from './send';
import { sendSurvey } from './sendSurvey';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [cancel, getStatus, preview, send, sendSurvey],
	defaultOperation: 'send',
};
