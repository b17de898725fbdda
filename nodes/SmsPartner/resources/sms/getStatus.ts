import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { naming, type Answer } from '../../api/failure';
import { presenter, simplifyField } from '../../fields/simplify';
import { lookUpPairs, MAX_PAIRS, type Pair } from '../../lookups/statuses';
import { allAtOnce } from '../../running/allAtOnce';
import { inChunks } from '../../running/chunks';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { accept, type Checked } from '../../values/checked';
import type { UnknownRecord } from '../../values/narrow';
import { parsePhoneNumber } from '../../values/phoneNumber';
import { translate } from '../../values/vocabulary';
import { statusFields } from './getStatusFields';
import { checkMessageId } from './messageId';
import { itemValue, MESSAGE_ID_FIELD, PHONE_FIELD, shownValue, usesInputFields } from './sources';

interface Wanted extends Pair {
	itemIndex: number;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	const fromFields = usesInputFields(context);
	const messageIdOf = itemValue(read, items, 'messageId', fromFields ? MESSAGE_ID_FIELD : undefined);
	const phoneNumberOf = itemValue(read, items, 'phoneNumber', fromFields ? PHONE_FIELD : undefined);
	return allAtOnce(
		context,
		items,
		shownValue(phoneNumberOf),
		(itemIndex) => checkPair(messageIdOf(itemIndex), phoneNumberOf(itemIndex)),
		async (pairs) => {
			const found = await inChunks(pairs, MAX_PAIRS, async (chunk) => lookUpPairs(context, chunk));
			return pairs.map((pair, index) => toResult(pair, found[index], present));
		},
	);
}

function checkPair(messageId: Checked<unknown>, phoneNumber: Checked<unknown>): Checked<Pair> {
	const id = messageId.ok ? checkMessageId(messageId.value) : messageId;
	if (!id.ok) return id;
	const number = phoneNumber.ok ? parsePhoneNumber(phoneNumber.value, 'FR') : phoneNumber;
	return number.ok ? accept({ messageId: id.value, phoneNumber: number.value }) : number;
}

function toResult(pair: Wanted, found: Answer<UnknownRecord | undefined> | undefined, present: ReturnType<typeof presenter>): ItemResult {
	const { itemIndex, messageId, phoneNumber } = pair;
	if (found && !found.ok) return { itemIndex, json: { phoneNumber }, failure: naming(found.failure, phoneNumber) };
	const record = found?.body;
	const json: IDataObject = {
		phoneNumber,
		messageId,
		...translate(record ?? {}, ['status', 'doneAt', 'optedOut', 'isSpam', 'cost', 'currency', 'countryCode']),
		...(record === undefined && { status: 'notFound' }),
	};
	return { itemIndex, json: present(json, record ?? {}) };
}

export const getStatus: Operation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get the status of an SMS',
		description: 'Find out whether SMS arrived; many items are looked up in one request',
	},
	effect: 'read',
	fields: [...statusFields, simplifyField],
	execute,
};
