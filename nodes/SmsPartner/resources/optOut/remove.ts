import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import once from 'lodash/once';

import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer, Failure } from '../../api/failure';
import { callApi } from '../../api/request';
import { optionsField } from '../../fields/optionsField';
import { checkPhoneNumber, phoneNumberField } from '../../fields/phoneNumberField';
import type { ReadParameter } from '../../fields/readParameter';
import { defaultCountryOption } from '../../fields/sendingFields';
import type { OptOutList } from '../../lookups/optOutList';
import { readOptOuts } from '../../lookups/optOuts';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { accept, type Checked } from '../../values/checked';
import { checkNumericId } from '../../values/identifier';
import { asText } from '../../values/narrow';

/** docs: stop delete. A GET with a side effect: never repeated once it may have arrived. */
const STOP_DELETE: Endpoint = {
	api: 'sms',
	method: 'GET',
	path: '/stop-sms/delete',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: NO_KEY,
		2: 'The phone number is missing. Fill in Phone Number.',
		3: 'The opt-out ID is missing. Fill in Opt-Out ID.',
		4: 'The opt-out list has no such entry; it may be removed already. Opt-Out > Get Many lists the entries with their optOutId.',
	},
};

/** What is to be removed, by one of the two. */
type Wanted = { optOutId: string } | { phoneNumber: string };

interface Removed {
	optOutId: string;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const list = once(async () => readOptOuts(context));
	return eachItemOnce(
		context,
		items,
		(itemIndex) => checkWanted(read, itemIndex),
		async (wanted): Promise<Answer<Removed>> => {
			const optOutId = 'optOutId' in wanted ? accepted(wanted.optOutId) : idOf(wanted.phoneNumber, await list());
			if (!optOutId.ok) return optOutId;
			const answer = await callApi(context, STOP_DELETE, { query: { id: optOutId.body } });
			return answer.ok ? { ok: true, body: { optOutId: optOutId.body } } : answer;
		},
		({ optOutId }, wanted) => ({ deleted: true, optOutId, phoneNumber: 'phoneNumber' in wanted ? wanted.phoneNumber : null }),
	);
}

function checkWanted(read: ReadParameter, itemIndex: number): Checked<Wanted> {
	if (read('removeBy', itemIndex) === 'optOutId') {
		const optOutId = checkNumericId(read('optOutId', itemIndex), 'Opt-Out ID', 'Fill in the optOutId that Opt-Out > Add, Check or Get Many returned.');
		return optOutId.ok ? accept({ optOutId: optOutId.value }) : optOutId;
	}
	const phoneNumber = checkPhoneNumber(read, itemIndex);
	return phoneNumber.ok ? accept({ phoneNumber: phoneNumber.value }) : phoneNumber;
}

/** The id under which the list holds a number. */
function idOf(phoneNumber: string, list: Answer<OptOutList>): Answer<string> {
	if (!list.ok) return list;
	const id = asText(list.body.find(phoneNumber)?.id);
	return id === undefined ? { ok: false, failure: list.body.doubtAbout(phoneNumber) ?? notListed(phoneNumber) } : accepted(id);
}

function accepted(id: string): Answer<string> {
	return { ok: true, body: id };
}

function notListed(phoneNumber: string): Failure {
	return {
		kind: 'refused',
		message: `${phoneNumber} is not on the opt-out list`,
		description: 'There is nothing to remove. Check the number; Opt-Out > Get Many lists those that are opted out.',
		code: 'NOT_OPTED_OUT',
	};
}

export const remove: Operation = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove a number from the opt out list',
		description: 'Take a number off the opt-out (STOP) list. Only do this for people who asked to be texted again.',
	},
	effect: 'write',
	fields: [
		{
			displayName: 'Remove By',
			name: 'removeBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Phone Number', value: 'phoneNumber', description: 'Look the number up in the list first' },
				{ name: 'Opt-Out ID', value: 'optOutId', description: 'The ID that the list has for the number' },
			],
			default: 'phoneNumber',
			description: 'How to name the entry of the opt-out list',
		},
		{
			...phoneNumberField('The number that may be texted again'),
			displayOptions: { show: { removeBy: ['phoneNumber'] } },
		},
		{
			displayName: 'Opt-Out ID',
			name: 'optOutId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 300',
			description: 'The optOutId that Add, Check or Get Many returned',
			displayOptions: { show: { removeBy: ['optOutId'] } },
		},
		optionsField([{ ...defaultCountryOption, displayOptions: { show: { '/removeBy': ['phoneNumber'] } } }]),
	],
	execute,
};
