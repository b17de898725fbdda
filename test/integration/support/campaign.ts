import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { runNode, type NodeRun } from './engine';

/** Runs the node against a simulator with the right keys. */
export async function run(
	simulator: Simulator,
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	settings: Partial<INode> = {},
): Promise<NodeRun> {
	return runNode({
		parameters,
		items,
		settings,
		credentials: {
			smsPartnerApi: { apiKey: simulator.apiKey, baseUrl: simulator.smsBaseUrl },
			voicePartnerApi: { apiKey: simulator.voiceApiKey, baseUrl: simulator.voiceBaseUrl },
		},
	});
}
