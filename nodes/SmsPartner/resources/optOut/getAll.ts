import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import once from 'lodash/once';

import { checkResultLimit, listFields } from '../../fields/lists';
import { presenter, simplifyField } from '../../fields/simplify';
import { describeOptOut } from '../../lookups/optOutList';
import { readOptOuts } from '../../lookups/optOuts';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const list = once(async () => readOptOuts(context));
	return eachItem(
		context,
		items,
		(itemIndex) => checkResultLimit(context, itemIndex),
		async (limit) => {
			const answer = await list();
			if (!answer.ok) return answer;
			const { entries, incomplete } = answer.body;
			if (incomplete && entries.length < limit) return { failure: incomplete };
			return { json: entries.slice(0, limit).map((entry) => present(describeOptOut(entry), entry)) };
		},
	);
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many opt outs',
		description: 'List the numbers that have opted out (STOP)',
	},
	effect: 'read',
	lists: true,
	fields: [...listFields, simplifyField],
	execute,
};
