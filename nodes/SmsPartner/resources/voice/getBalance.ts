import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callApi } from '../../api/request';
import { simplifyField } from '../../fields/simplify';
import { describeVoiceCredit, VOICE_ME } from '../../lookups/credit';
import { onceForAll } from '../../running/onceForAll';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkRateLimit, rateLimitOptions } from '../../running/rateLimit';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return onceForAll(
		context,
		items,
		(itemIndex) => checkRateLimit(read, itemIndex),
		async (rateLimit) => callApi(context, VOICE_ME, rateLimit),
		describeVoiceCredit,
	);
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
