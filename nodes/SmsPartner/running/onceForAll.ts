import once from 'lodash/once';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Answer } from '../api/failure';
import { presenter } from '../fields/simplify';
import type { Checked } from '../values/checked';
import type { UnknownRecord } from '../values/narrow';
import { eachItem } from './eachItem';
import type { ItemResult } from './operation';

/** A look-up that does not depend on the item: one request, as the first item asks for it, serves all of them. */
export async function onceForAll<T>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	prepare: (itemIndex: number) => Checked<T>,
	lookUp: (prepared: T) => Promise<Answer<UnknownRecord>>,
	describe: (body: UnknownRecord) => IDataObject,
): Promise<ItemResult[]> {
	const present = presenter(context);
	const ask = once(lookUp);
	return eachItem(context, items, prepare, async (prepared) => {
		const answer = await ask(prepared);
		return answer.ok ? { json: present(describe(answer.body), answer.body) } : answer;
	});
}
