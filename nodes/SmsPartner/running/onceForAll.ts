import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Answer } from '../api/failure';
import { presenter } from '../fields/simplify';
import type { UnknownRecord } from '../values/narrow';
import type { ItemResult } from './operation';

/** A look-up that does not depend on the item: one request serves all of them. */
export async function onceForAll(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	lookUp: () => Promise<Answer<UnknownRecord>>,
	describe: (body: UnknownRecord) => IDataObject,
): Promise<ItemResult[]> {
	const present = presenter(context);
	const answer = await lookUp();
	return items.map((_item, itemIndex) => {
		if (!answer.ok) return { itemIndex, json: {}, failure: answer.failure };
		return { itemIndex, json: present(describe(answer.body), answer.body) };
	});
}
