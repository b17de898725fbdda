import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { onceForAll } from '../onceForAll';
import type { ItemResult, Operation } from '../operation';
import { simplifyField } from '../simplify';

/** docs: credits */
export const SMS_ME: Endpoint = { api: 'sms', method: 'GET', path: '/me', effect: 'read', codes: COMMON_CODES, holds: ({ credits }) => isRecord(credits) };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return onceForAll(context, items, async () => callApi(context, SMS_ME), describe);
}

function describe(body: UnknownRecord) {
	const user = isRecord(body.user) ? body.user : {};
	const credits = isRecord(body.credits) ? body.credits : {};
	return {
		username: asText(user.username) ?? null,
		...translate(credits, ['balance', 'currency']),
		smsRemaining: asNumber(credits.creditSms) ?? null,
		// The second name is the older one of the same figure (docs: credits).
		lowCostSmsRemaining: asNumber(credits.creditSmsECO) ?? asNumber(credits.creditSmsLowCost) ?? null,
		numberChecksRemaining: asNumber(credits.creditHlr) ?? null,
		smsToSend: asNumber(credits.toSend) ?? null,
	};
}

export const getBalance: Operation = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of the account',
		description: 'Get the balance and the remaining SMS of the SMS Partner account',
	},
	effect: 'read',
	fields: [simplifyField],
	execute,
};
