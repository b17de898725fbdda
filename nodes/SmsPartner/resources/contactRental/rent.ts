import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { refuse, type Checked } from '../../values/checked';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { TARGETING_CODES } from './codes';
import { describeAreas, describeCost } from './quote';
import { checkTargeting, type Targeting } from './targeting';
import { areasField, targetingFields, targetingOptionsField } from './targetingFields';

/** docs: targeting and calculation. With `op: rent` it buys. */
const LOCATION_RENT: Endpoint = { api: 'sms', method: 'POST', path: '/location/optin', effect: 'write', codes: TARGETING_CODES, recognises: (body) => body.success === undefined && findRentalId(body) !== undefined };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkRental((name) => read(name, itemIndex)),
		async ({ parameters, volumes }) => callApi(context, LOCATION_RENT, { body: { op: 'rent', parameters, volumes } }),
		describe,
	);
}

function checkRental(read: (name: string) => unknown): Checked<Targeting> {
	const targeting = checkTargeting(read);
	if (!targeting.ok) return targeting;
	const { volumes, unlimited } = targeting.value;
	const advice = 'Give each ZIP code and department in Areas the number of contacts to rent there.';
	if (unlimited.length > 0) return refuse(`The volume of the area ${unlimited.join(', ')} is missing`, advice);
	return Object.keys(volumes).length > 0 ? targeting : refuse('"Areas" is empty', advice);
}

/** What a rental answers is documented nowhere: without an identifier in sight, all of it is shown. */
function describe(body: UnknownRecord): IDataObject {
	const rentalId = findRentalId(body);
	return {
		rentalId: rentalId ?? null,
		...describeCost(body),
		areas: describeAreas(body.datas),
		...(rentalId === undefined && { raw: { ...body } }),
	};
}

/** The `token` of the answer, or of one of the records in it. */
function findRentalId(body: UnknownRecord): string | undefined {
	return [body, ...Object.values(body).filter(isRecord)].map(({ token }) => asText(token)).find((token) => token !== undefined);
}

export const rent: Operation = {
	option: {
		name: 'Rent',
		value: 'rent',
		action: 'Rent contacts',
		description: 'Rent the contacts of a targeting. This spends credit; Estimate shows how much.',
	},
	effect: 'write',
	fields: [...targetingFields, areasField('How many contacts to rent there'), targetingOptionsField],
	execute,
};
