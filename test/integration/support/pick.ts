import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeParameters } from 'n8n-workflow';

import { SmsPartner } from '../../../nodes/SmsPartner/SmsPartner.node';
import type { Simulator } from '../../simulator';
import { keysOf } from './campaign';
import { actionNode, additionalData, nodeTypes } from './engine';

/** What a picker of the node offers, in the context in which n8n's editor fills it. */
export async function pick(simulator: Simulator, method: string, parameters: INodeParameters, filter?: string): Promise<INodeListSearchItems[]> {
	const credentials = keysOf(simulator);
	const node = actionNode(parameters, credentials);
	const type = new SmsPartner();
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: nodeTypes({ smsPartner: type }) });
	const search = type.methods.listSearch[method];
	if (!search) throw new Error(`No picker ${method}`);
	// n8n's own types disagree about a workflow without a name.
	const context = new LoadOptionsContext(workflow, node, additionalData(credentials), '') as unknown as ILoadOptionsFunctions;
	return (await search.call(context, filter)).results;
}
