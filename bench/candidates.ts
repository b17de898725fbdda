import axios from 'axios';
import chunk from 'lodash/chunk';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SMS_KEY, type Platform } from '../test/e2e/platform';
import type { NodeSketch } from '../test/harness/workflow';
import { campaignParameters, goOn, people, sendParameters } from '../test/integration/support/parameters';

/** A node that is measured between Begin and End. */
export interface Candidate {
	name: string;
	/** Without one, the items go from Begin to End, which shows what n8n itself takes. */
	node?: Omit<NodeSketch, 'name'>;
	/** Whether it matters how fast the platform is. */
	asksPlatform: boolean;
	/** It mostly waits, so that one round at one latency tells as much as several. */
	once?: boolean;
}

/** A job that several nodes can do. */
export interface Job {
	/** Said after the number of items. */
	title: string;
	/** The items that the nodes get; whatever else the platform has to know is told to it. */
	items: (platform: Platform, count: number) => Promise<IDataObject[]>;
	candidates: (platform: Platform) => Candidate[];
}

export const OWN_NODE = 'SMS Partner, Input Fields';
export const GUARDED_NODE = `${OWN_NODE}, all guards`;
export const HTTP_REQUEST = 'HTTP Request';
export const EDIT_FIELDS = 'Edit Fields, the same two expressions';

export const sending: Job = {
	title: 'personalised SMS',
	items: async (_platform, count) => people(count),
	candidates: (platform) => [
		nothing,
		editFields({ phoneNumbers: '={{ $json.phoneNumber }}', message: '=Hello {{ $json.name }}' }),
		ownNode(platform, OWN_NODE, campaignParameters),
		ownNode(platform, GUARDED_NODE, { ...campaignParameters, options: everyGuard }),
		ownNode(platform, 'SMS Partner, Parameters with two expressions', sendParameters),
		...httpRequests({
			method: 'POST',
			url: `${platform.simulator.smsBaseUrl}/send`,
			sendBody: true,
			bodyParameters: pairs({ apiKey: SMS_KEY, phoneNumbers: '={{ $json.phoneNumber }}', message: '=Hello {{ $json.name }}' }),
		}),
	],
};

export const statuses: Job = {
	title: 'statuses',
	items: sentSms,
	candidates: (platform) => [
		nothing,
		editFields({ phoneNumber: '={{ $json.phoneNumber }}', messageId: '={{ $json.messageId }}' }),
		ownNode(platform, OWN_NODE, { resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields' }),
		ownNode(platform, 'SMS Partner, Parameters with two expressions', {
			resource: 'sms',
			operation: 'getStatus',
			phoneNumber: '={{ $json.phoneNumber }}',
			messageId: '={{ $json.messageId }}',
		}),
		...httpRequests({
			method: 'GET',
			url: `${platform.simulator.smsBaseUrl}/message-status`,
			sendQuery: true,
			queryParameters: pairs({ apiKey: SMS_KEY, phoneNumber: '={{ $json.phoneNumber }}', messageId: '={{ $json.messageId }}' }),
		}),
	],
};

/** Everything that can be looked up before a send, with lists that are empty. */
const everyGuard: INodeParameters = { tag: 'bench', skip: ['duplicates', 'optedOut', 'sameTag'], spendingLimit: 1_000_000, checkCredit: true };

const nothing: Candidate = { name: 'No node: the items alone', asksPlatform: false };

function ownNode({ credentials }: Platform, name: string, parameters: INodeParameters): Candidate {
	return { name, asksPlatform: true, node: { type: 'n8n-nodes-smspartner.smsPartner', parameters, credentials, settings: goOn } };
}

function editFields(fields: Record<string, string>): Candidate {
	const assignments = Object.entries(fields).map(([name, value]) => ({ id: name, name, value, type: 'string' }));
	const parameters = { assignments: { assignments }, options: {} };
	return { name: EDIT_FIELDS, asksPlatform: false, node: { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters } };
}

/** As n8n adds the node to a workflow, with its option Batching as n8n fills it in, and with larger batches. */
function httpRequests(parameters: INodeParameters): Candidate[] {
	const node = (options: INodeParameters) => ({ type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, parameters: { ...parameters, options }, settings: goOn });
	const batching = (batchSize: number): Candidate => ({
		name: `HTTP Request, Batching: ${batchSize} each second`,
		asksPlatform: true,
		once: true,
		node: node({ batching: { batch: { batchSize, batchInterval: 1000 } } }),
	});
	return [{ name: HTTP_REQUEST, asksPlatform: true, node: node({}) }, batching(500), batching(50)];
}

function pairs(values: Record<string, string>): INodeParameters {
	return { parameters: Object.entries(values).map(([name, value]) => ({ name, value })) };
}

/** SMS that the platform knows, as Send gives them. */
async function sentSms({ simulator }: Platform, count: number): Promise<IDataObject[]> {
	for (const some of chunk(people(count), 500)) {
		const SMSList = some.map(({ phoneNumber, name }) => ({ phoneNumber, message: `Hello ${String(name)}` }));
		await axios.post(`${simulator.smsBaseUrl}/bulk-send`, { apiKey: SMS_KEY, SMSList }, { proxy: false });
	}
	return simulator.accepted.map(({ phoneNumber, messageId }) => ({ phoneNumber, messageId }));
}
