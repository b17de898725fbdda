import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import once from 'lodash/once';

import { checkResultLimit, listFields } from '../../fields/lists';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { translate } from '../../values/vocabulary';
import { listGroups } from './list';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const list = once(async () => listGroups(context));
	return eachItem(
		context,
		items,
		(itemIndex) => checkResultLimit(context, itemIndex),
		async (limit) => {
			const groups = await list();
			if (!groups.ok) return groups;
			return { json: groups.body.slice(0, limit).map((group) => present(translate(group, ['groupId', 'name', 'createdAt']), group)) };
		},
	);
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many groups',
		description: 'List the groups of contacts of the account',
	},
	effect: 'read',
	lists: true,
	fields: [...listFields, simplifyField],
	execute,
};
