import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import type { CredentialValues } from './credentials';
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
		credentials: keysOf(simulator),
	});
}

/** The right keys of a simulator. */
export function keysOf({ apiKey, smsBaseUrl, voiceApiKey, voiceBaseUrl }: Simulator): CredentialValues {
	return {
		smsPartnerApi: { apiKey, baseUrl: smsBaseUrl },
		voicePartnerApi: { apiKey: voiceApiKey, baseUrl: voiceBaseUrl },
	};
}
