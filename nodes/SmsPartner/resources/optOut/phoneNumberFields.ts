import type { INodeProperties } from 'n8n-workflow';

import type { Checked } from '../../values/checked';
import { asText, isRecord } from '../../values/narrow';
import { parsePhoneNumber } from '../../values/phoneNumber';
import type { ReadParameter } from '../parameters';
import { defaultCountryOption } from '../sendingFields';

/** A phone number, and the country of one that is written without its country code. */
export function phoneNumberField(description: string): INodeProperties {
	return {
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33612345678',
		description,
	};
}

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [defaultCountryOption],
};

/** The phone number of an item as E.164. */
export function checkPhoneNumber(read: ReadParameter, itemIndex: number): Checked<string> {
	const options = read('options', itemIndex);
	const defaultCountry = isRecord(options) ? asText(options.defaultCountry) : undefined;
	return parsePhoneNumber(read('phoneNumber', itemIndex), defaultCountry ?? 'FR');
}
