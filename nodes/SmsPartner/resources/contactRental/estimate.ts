import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import type { UnknownRecord } from '../../values/narrow';
import { TARGETING_CODES } from './codes';
import { describeAreas, describeCost, totalVolume } from './quote';
import { checkTargeting } from './targeting';
import { areasField, targetingFields, targetingOptionsField } from './targetingFields';

/** docs: targeting and calculation. The same path buys when `op` says so. */
const LOCATION_ESTIMATE: Endpoint = { api: 'sms', method: 'POST', path: '/location/optin', effect: 'read', codes: TARGETING_CODES };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	return eachItem(
		context,
		items,
		(itemIndex) => checkTargeting((name) => read(name, itemIndex)),
		async ({ parameters, volumes }) => {
			// The table allows volumes only with `price` and `rent`, although the sample sends them with `calcul`.
			const body = Object.keys(volumes).length > 0 ? { op: 'price', parameters, volumes } : { op: 'calcul', parameters };
			const answer = await callApi(context, LOCATION_ESTIMATE, { body });
			return answer.ok ? { json: present(describe(answer.body), answer.body) } : answer;
		},
	);
}

function describe(body: UnknownRecord) {
	return {
		contacts: totalVolume(body.datas),
		...describeCost(body),
		areas: describeAreas(body.datas),
	};
}

export const estimate: Operation = {
	option: {
		name: 'Estimate',
		value: 'estimate',
		action: 'Estimate a contact rental',
		description: 'Find out how many contacts match a targeting and what they cost, without renting them',
	},
	effect: 'read',
	fields: [
		...targetingFields,
		areasField('How many contacts are wanted there. With 0, the estimate is for all that live there.'),
		simplifyField,
		targetingOptionsField,
	],
	execute,
};
