import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Failure } from '../api/failure';
import type { Picker } from '../fields/pickers';

/** What became of one recipient, or of one input item: its output, or why there is none. */
export type ItemResult = { itemIndex: number; json: IDataObject; output?: number } | { itemIndex: number; json: IDataObject; failure: Failure };

export interface Operation {
	/** How the operation is listed: its value, name, action and description. */
	option: INodePropertyOptions;
	/** Whether running it again does something again (`write`) or only looks (`read`). */
	effect: 'read' | 'write';
	/** How many outputs the node has with it, if not one; a failure leaves by the last. */
	outputs?: number;
	/** Its own fields; `resource` and `operation` are added to their display conditions when the node is put together. */
	fields: INodeProperties[];
	/** Takes all input items at once, so that operations can batch; results come back in item order. */
	execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]>;
}

export interface Resource {
	option: INodePropertyOptions;
	operations: Operation[];
	defaultOperation: string;
	/** Lists the user can choose an id from. */
	pickers?: readonly Picker[];
}
