import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { presenter, simplifyField } from '../../fields/simplify';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { parseJson } from '../../values/json';
import type { UnknownRecord } from '../../values/narrow';
import { rentedNumbers } from '../../values/rentedNumbers';
import { RENTAL_CODES } from './codes';
import { checkRentalId, rentalIdField } from './rentalId';

/**
 * docs: download the rented numbers. A GET with a side effect: the file counts as used afterwards (code 34). What it
 * looks like is documented nowhere, so that any text but a web page will do.
 */
const LOCATION_FILE: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/location/file/download',
	effect: 'write',
	codes: RENTAL_CODES,
	readsText: (text) => (isFile(text) ? { content: text } : undefined),
	// The answer is documented nowhere: whatever does not refuse is the file.
	recognises: ({ success, code }) => success === undefined && code === undefined,
};

/** No web page, and no JSON that was cut off. */
function isFile(text: string): boolean {
	const start = text.trim().charAt(0);
	return !['', '<', '{'].includes(start) && (start !== '[' || parseJson(text).ok);
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkRentalId(read('rentalId', itemIndex)),
		async (rentalId) => {
			const answer = await callApi(context, LOCATION_FILE, { query: { token: rentalId } });
			return answer.ok ? { json: describe(rentalId, answer.body, present) } : answer;
		},
	);
}

/** One item for each number; a file in which none can be recognised is given as it is, since it can be had only once. */
function describe(rentalId: string, body: UnknownRecord, present: ReturnType<typeof presenter>): IDataObject[] {
	const numbers = rentedNumbers(body);
	if (numbers.length === 0) return [{ rentalId, phoneNumber: null, raw: { ...body } }];
	return numbers.map(({ phoneNumber, record }) => present({ rentalId, phoneNumber }, record));
}

export const download: Operation = {
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download rented contacts',
		description: 'Get the phone numbers of a rental that is ready, one item for each. The file can be downloaded once.',
	},
	effect: 'write',
	fields: [rentalIdField, simplifyField],
	execute,
};
