import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryOf } from '../sending/options';
import type { Checked } from '../values/checked';
import { parsePhoneNumber } from '../values/phoneNumber';
import { optionsField } from './optionsField';
import type { ReadParameter } from './readParameter';
import { defaultCountryOption } from './sendingFields';

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

/** The options of an operation that takes a phone number, and further ones of its own. */
export function phoneNumberOptions(...others: INodeProperties[]): INodeProperties {
	return optionsField([...others, defaultCountryOption]);
}

/** The phone number of an item as E.164, read with the country of its options. */
export function checkPhoneNumber(read: ReadParameter, itemIndex: number): Checked<string> {
	return parsePhoneNumber(read('phoneNumber', itemIndex), defaultCountryOf(read('options', itemIndex)));
}
