import uniqBy from 'lodash/uniqBy';
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
	readsText: (text) => (isFile(text) ? { content: text, ...(isCutOff(text) && { cutOff: true }) } : undefined),
	// The answer is documented nowhere: whatever does not refuse is the file.
	recognises: ({ success, code }) => success === undefined && code === undefined,
};

/** Neither nothing, nor a web page, nor the beginning of a refusal. */
function isFile(text: string): boolean {
	return !/^\s*(?:$|<|\{[^]*"success"\s*:\s*"?(?:false|0))/.test(text);
}

/** The part of a file that came is all that can be had of it, but must not pass for the whole. */
function isCutOff(text: string): boolean {
	return /^\s*[[{]/.test(text) && !parseJson(text).ok;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkRentalId(read('rentalId', itemIndex)),
		async (rentalId) => callApi(context, LOCATION_FILE, { query: { token: rentalId } }),
		(body, rentalId) => describe(rentalId, body, present),
	);
}

/** One item for each number; a file in which none can be recognised is given as it is, since it can be had only once. */
function describe(rentalId: string, body: UnknownRecord, present: ReturnType<typeof presenter>): IDataObject[] {
	const found = body.cutOff === true ? [] : rentedNumbers(body);
	// The text of a file may come along with what could be read of it.
	const numbers = 'content' in body ? uniqBy(found, 'phoneNumber') : found;
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
	lists: true,
	fields: [rentalIdField, simplifyField],
	execute,
};
