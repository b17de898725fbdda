import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { SmsPartnerApi } from '../../credentials/SmsPartnerApi.credentials';
import { VoicePartnerApi } from '../../credentials/VoicePartnerApi.credentials';
import { credentialTest } from './api/credentialTest';
import { SMS_ME, VOICE_ME } from './lookups/credit';
import { findOperation, listSearch, properties, subtitle } from './resources';
import { runOperation } from './running/run';
import { outputs } from './waiting/outputs';
import { receive } from './waiting/receive';
import { webhooks } from './waiting/webhooks';

export class SmsPartner implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Partner',
		name: 'smsPartner',
		icon: { light: 'file:smspartner.svg', dark: 'file:smspartner.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle,
		description: 'Send SMS through SMS Partner, look up statuses and manage the account',
		defaults: { name: 'SMS Partner' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		webhooks,
		credentials: [
			{
				name: 'smsPartnerApi',
				required: true,
				testedBy: 'testSmsPartnerApi',
				displayOptions: { show: { resource: ['account', 'contact', 'contactRental', 'group', 'optOut', 'phoneNumber', 'rcs', 'sms', 'subaccount', 'virtualNumber'] }, hide: { operation: ['preview'] } },
			},
			{
				name: 'voicePartnerApi',
				required: true,
				testedBy: 'testVoicePartnerApi',
				displayOptions: { show: { resource: ['voice'] } },
			},
		],
		properties,
	};

	methods = {
		listSearch,
		credentialTest: {
			testSmsPartnerApi: credentialTest(new SmsPartnerApi(), SMS_ME),
			testVoicePartnerApi: credentialTest(new VoicePartnerApi(), VOICE_ME),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operationName = this.getNodeParameter('operation', 0);
		const operation = findOperation(resource, operationName);
		if (!operation) {
			throw new NodeOperationError(this.getNode(), `There is no operation "${operationName}" for "${resource}"`, {
				description: 'Open the node and choose the resource and the operation again.',
			});
		}
		return await runOperation(this, operation);
	}

	/** Called for an execution that sleeps in "Send and Wait for Event". */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
