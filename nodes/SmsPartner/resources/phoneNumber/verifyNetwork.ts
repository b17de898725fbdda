import groupBy from 'lodash/groupBy';
import uniqBy from 'lodash/uniqBy';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, tagOption } from '../../fields/sendingFields';
import { prepareAll } from '../../running/allAtOnce';
import { callbackUrlHint } from '../../running/callbackUrlHint';
import { deliverChecked } from '../../running/deliverChecked';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { waitOnRateLimitOption } from '../../running/rateLimit';
import type { Rejected } from '../../sending/recipients';
import { accept, type Checked } from '../../values/checked';
import { isRecord } from '../../values/narrow';
import { parsePhoneNumber } from '../../values/phoneNumber';
import { shownValue } from '../sms/sources';
import { numberFields, numberReader } from './fields';
import { checkNetworkOptions, networkKind, sameCheck, type NetworkCheck } from './networkKind';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const numberOf = numberReader(context, items, read);
	const { passed, rejected } = prepareAll(items, shownValue(numberOf), (itemIndex) => prepare(numberOf(itemIndex), read('options', itemIndex)));
	const urls = passed.map(({ options }) => options.notifyUrl);
	const unheard = urls.includes(undefined) ? 'Without the option Notify URL the results reach no workflow, and no operation looks them up.' : undefined;
	context.addExecutionHints(...infoHints(unheard, await callbackUrlHint(context, 'sms', urls)));
	return verifyOnce(context, passed, rejected);
}

function prepare(input: Checked<unknown>, given: unknown): Checked<Omit<NetworkCheck, 'itemIndex'>> {
	const options = checkNetworkOptions(isRecord(given) ? given : {});
	if (!options.ok) return options;
	const number = input.ok ? parsePhoneNumber(input.value, options.value.defaultCountry) : input;
	return number.ok ? accept({ phoneNumber: number.value, options: options.value, guards: options.value.guards }) : number;
}

/** A number is paid for once: further items that hold it share the result and cost nothing. */
async function verifyOnce(context: IExecuteFunctions, checks: readonly NetworkCheck[], rejected: readonly Rejected[]): Promise<ItemResult[]> {
	const asked = uniqBy(checks, sameCheck);
	const results = await deliverChecked(context, asked, rejected, networkKind);
	const askedFor = new Map(asked.map((check) => [sameCheck(check), check.itemIndex]));
	const sharing = groupBy(checks.filter((check) => askedFor.get(sameCheck(check)) !== check.itemIndex), (check) => askedFor.get(sameCheck(check)));
	const shared = results.flatMap((result) =>
		(sharing[result.itemIndex] ?? []).map(({ itemIndex }): ItemResult => ({ ...result, itemIndex, json: 'failure' in result ? result.json : { ...result.json, cost: 0 } })),
	);
	return [...results, ...shared].sort((a, b) => a.itemIndex - b.itemIndex);
}

export const verifyNetwork: Operation = {
	option: {
		name: 'Verify Network',
		value: 'verifyNetwork',
		action: 'Verify a phone number in its network',
		description: 'Ask the operator whether a number is in service. Each number is billed; the results come to the Notify URL.',
	},
	effect: 'write',
	sends: { done: 'submitted' },
	fields: [
		...numberFields,
		optionsField([
			defaultCountryOption,
			{
				displayName: 'Notify URL',
				name: 'notifyUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/…/number-check',
				description: 'Where the platform sends each result: the number-check URL of an SMS Partner Trigger. There is no other way to get it.',
			},
			tagOption,
			waitOnRateLimitOption,
			stopOnFailureOption,
		]),
	],
	execute,
};
