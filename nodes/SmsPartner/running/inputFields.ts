import omit from 'lodash/omit';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { accept } from '../values/checked';
import { asBoolean, isRecord } from '../values/narrow';
import { guarded } from './guard';

/** Of an earlier node's failure. */
const OF_A_FAILURE = ['error', 'code', 'description'];

/** Names of results: an item that failed has none, and must not show those of its input as if they were its own. */
export const OF_A_RESULT = [
	...['status', 'messageId', 'campaignId', 'skipped', 'segments', 'cost', 'currency', 'sandbox', 'scheduledAt', 'encoding', 'characters'],
	...['optedOut', 'optOutId', 'isSpam', 'doneAt', 'createdAt', 'valid', 'deleted', 'cancelled', 'updated', 'contactId', 'rentalId', 'subaccountId'],
	...['balance', 'credit', 'subaccountCredit', 'creditMoved', 'creditReturned', 'smsRemaining', 'lowCostSmsRemaining', 'numberChecksRemaining', 'smsToSend'],
	...['voicemailsRemaining', 'mobileSpeechSeconds', 'landlineSpeechSeconds', 'durationSeconds', 'changedFields', 'unitCost', 'statusText', 'phoneNumberCount'],
	...['quietHours', 'marketingSmsLeavesAt', 'replacedCharacters', 'unsupportedCharacters'],
];

/**
 * The fields of each input item that its output carries along, where "Include Input Fields" asks for them. Off, nothing
 * is evaluated for it.
 */
export function inputFields(context: IExecuteFunctions): (itemIndex: number, hasFailed?: boolean) => IDataObject {
	const { options } = context.getNode().parameters;
	if (!isRecord(options) || !Object.hasOwn(options, 'includeInputFields')) return () => ({});
	const items = context.getInputData();
	const isWanted = (itemIndex: number) => {
		// What has been sent must come out whatever an expression for its looks gives; only a clear no leaves fields out.
		const wanted = guarded(() => accept(context.getNodeParameter('options.includeInputFields', itemIndex, false)));
		return !wanted.ok || asBoolean(wanted.value) !== false;
	};
	return (itemIndex, hasFailed = false) =>
		isWanted(itemIndex) ? omit(items[itemIndex]?.json, hasFailed ? [...OF_A_FAILURE, ...OF_A_RESULT] : OF_A_FAILURE) : {};
}
