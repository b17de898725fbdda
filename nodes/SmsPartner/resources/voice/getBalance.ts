import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callApi } from '../../api/request';
import { simplifyField } from '../../fields/simplify';
import { describeVoiceCredit, VOICE_ME } from '../../lookups/credit';
import { onceForAll } from '../../running/onceForAll';
import type { ItemResult, Operation } from '../../running/operation';
import { rateLimitOf, rateLimitOptions } from '../../running/rateLimit';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return onceForAll(context, items, async () => callApi(context, VOICE_ME, rateLimitOf(context, 0)), describeVoiceCredit);
}

export const getBalance: Operation = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of the voice account',
		description: 'Get the credit of the Voice Partner account',
	},
	effect: 'read',
	fields: [simplifyField, rateLimitOptions],
	execute,
};
