import omitBy from 'lodash/omitBy';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { checkResultLimit, listFields } from '../../fields/lists';
import { optionsField } from '../../fields/optionsField';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkAll } from '../../values/checked';
import { checkFlag } from '../../values/flag';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { listSubaccounts } from './list';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	return eachItem(
		context,
		items,
		(itemIndex) => {
			const options = read('options', itemIndex);
			return checkAll({
				limit: checkResultLimit(context, itemIndex),
				includeApiKey: checkFlag(isRecord(options) ? options : {}, 'includeApiKey', 'Include API Key'),
			});
		},
		async ({ limit, includeApiKey }) => {
			const answer = await listSubaccounts(context, limit);
			if (!answer.ok) return answer;
			const records = includeApiKey ? answer.body : answer.body.map(withoutKey);
			return { json: records.map((record) => present(describe(record), record)) };
		},
	);
}

/** The sub-account's own key opens everything that the sub-account can do. */
function withoutKey(record: UnknownRecord): UnknownRecord {
	return omitBy(record, (_value, name) => /^api_?key$/i.test(name));
}

function describe(record: UnknownRecord): IDataObject {
	return {
		...translate(record, ['subaccountId', 'email']),
		type: asText(record.type) ?? null,
		...translate(isRecord(record.credits) ? record.credits : {}, ['balance', 'currency']),
		...translate(record, ['createdAt']),
		...('apiKey' in record && { apiKey: asText(record.apiKey) ?? null }),
	};
}

const secretsOption: INodeProperties = optionsField([
	{
		displayName: 'Include API Key',
		name: 'includeApiKey',
		type: 'boolean',
		default: false,
		description: "Whether to return each sub-account's own API key. Whoever can see this execution can then use it.",
	},
]);

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many sub-accounts',
		description: 'List the sub-accounts with their credit',
	},
	effect: 'read',
	lists: true,
	fields: [...listFields, simplifyField, secretsOption],
	execute,
};
