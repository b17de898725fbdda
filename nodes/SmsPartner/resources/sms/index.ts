import type { Resource } from '../../running/operation';
import { cancel } from './cancel';
import { getManyStatuses } from './getManyStatuses';
import { getStatistics } from './getStatistics';
import { getStatus } from './getStatus';
import { preview } from './preview';
import { send } from './send';
import { sendAndWaitForEvent } from './sendAndWaitForEvent';
import { sendSurvey } from './sendSurvey';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [cancel, getManyStatuses, getStatistics, getStatus, preview, send, sendAndWaitForEvent, sendSurvey],
	defaultOperation: 'send',
};
