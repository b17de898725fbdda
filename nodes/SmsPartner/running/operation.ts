import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Failure } from '../api/failure';
import type { Picker } from '../fields/pickers';

/** What became of one recipient, or of one input item: its output, or why there is none. */
export type ItemResult = { itemIndex: number; json: IDataObject; output?: number } | FailedResult;

export interface FailedResult {
	itemIndex: number;
	json: IDataObject;
	failure: Failure;
	/** The user wants the node to stop at it, although others may have gone through. */
	stops?: true;
}

export interface Operation {
	/** How the operation is listed: its value, name, action and description. */
	option: INodePropertyOptions;
	/** Whether running it again does something again (`write`) or only looks (`read`). */
	effect: 'read' | 'write';
	/**
	 * What happens to each recipient, of an operation that goes on with the others when one fails: in the words of its
	 * hints and errors, and what is billed, if anything is.
	 */
	sends?: { done: 'sent' | 'added' | 'submitted'; billed?: string };
	/** Its output items are those of a list, and stand for no input item. */
	lists?: true;
	/** How many outputs the node has with it, if not one; a failure leaves by the last. */
	outputs?: number;
	/** Its own fields; `resource` and `operation` are added to their display conditions when the node is put together. */
	fields: INodeProperties[];
	/** Takes all input items at once, so that operations can batch; results come back in item order. */
	execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]>;
}

/** Whether each output item stands for an input item, whose fields it can carry along. */
export function isPerItem({ lists }: Operation): boolean {
	return !lists;
}

export interface Resource {
	option: INodePropertyOptions;
	operations: Operation[];
	defaultOperation: string;
	/** Lists the user can choose an id from. */
	pickers?: readonly Picker[];
}
