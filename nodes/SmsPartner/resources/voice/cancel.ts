import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { VOICE_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { asNumber, asText } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { campaignIdField, checkCampaignId } from './voiceFields';

/** docs: voice, cancel. One endpoint for voice SMS and voicemails; the credential puts the key into the path. */
function campaignCancel(campaignId: string): Endpoint {
	return {
		api: 'voice',
		method: 'DELETE',
		path: `/campaign/cancel/{apiKey}/${campaignId}`,
		effect: 'write',
		codes: {
			...VOICE_CODES,
			400: 'The platform does not cancel this campaign: it may have left already, or be cancelled. Look at it on my.voicepartner.fr.',
			404: 'The platform does not know this campaign; it may be cancelled already. Use the campaignId that Send Voice SMS or Deposit Voicemail returned.',
		},
		recognises: (body) => body.success === undefined && asText(body.assignedCredit) !== undefined,
	};
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkCampaignId(read('campaignId', itemIndex)),
		async (campaignId) => callApi(context, campaignCancel(campaignId)),
		(body, campaignId) => ({ campaignId, cancelled: true, creditReturned: asNumber(body.assignedCredit) ?? null, ...translate(body, ['currency']) }),
	);
}

export const cancel: Operation = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a scheduled voice campaign',
		description: 'Cancel a scheduled voice SMS or voicemail, all its recipients included, and get its credit back',
	},
	effect: 'write',
	fields: [campaignIdField],
	execute,
};
