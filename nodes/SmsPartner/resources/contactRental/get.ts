import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItem } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { asNumber, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { toRentalStatus } from '../../values/rentalStatus';
import { RENTAL_CODES } from './codes';
import { describeAreas, describeCost } from './quote';
import { checkRentalId, rentalIdField } from './rentalId';

/** docs: rental status */
const LOCATION_STATUS: Endpoint = { api: 'sms', method: 'GET', path: '/location/status', effect: 'read', codes: RENTAL_CODES };

const GENDERS: Readonly<Record<string, string>> = { m: 'everyone', mixte: 'everyone', h: 'men', homme: 'men', f: 'women', femme: 'women' };

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	return eachItem(
		context,
		items,
		(itemIndex) => checkRentalId(read('rentalId', itemIndex)),
		async (rentalId) => {
			const answer = await callApi(context, LOCATION_STATUS, { query: { token: rentalId } });
			return answer.ok ? { json: present(describe(rentalId, answer.body), answer.body) } : answer;
		},
	);
}

function describe(rentalId: string, body: UnknownRecord) {
	const location = isRecord(body.location) ? body.location : {};
	return {
		rentalId,
		// A sentence is documented in `status`; where the code of the state stands is not.
		status: [body.status, body.state, body.code].map(toRentalStatus).find((status) => status !== 'unknown') ?? 'unknown',
		statusText: asText(body.status) ?? null,
		phoneNumberCount: (isRecord(body.file) ? asNumber(body.file.phoneNumbers) : undefined) ?? null,
		...describeCost(location),
		targeting: describeTargeting(location),
		areas: describeAreas(location.details_localisation, ({ VolumeDesired }) => ({ volumeWanted: asNumber(VolumeDesired) ?? null })),
	};
}

function describeTargeting({ sexe, minAge, maxAge, zipcode, department, interest, subInterest, category }: UnknownRecord) {
	const gender = asText(sexe);
	return {
		gender: (gender && GENDERS[gender.toLowerCase()]) ?? gender ?? null,
		minAge: asNumber(minAge) ?? null,
		maxAge: asNumber(maxAge) ?? null,
		zipCodes: asText(zipcode) ?? null,
		departments: asText(department) ?? null,
		interest: asText(interest) ?? null,
		subInterest: asText(subInterest) ?? null,
		socialCategory: asText(category) ?? null,
	};
}

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a contact rental',
		description: 'Find out how far a rental is and what it cost',
	},
	effect: 'read',
	fields: [rentalIdField, simplifyField],
	execute,
};
