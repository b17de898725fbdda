import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Skip } from '../sending/guards';

const SKIPS: Record<Skip, INodePropertyOptions> = {
	duplicates: { name: 'Duplicates', value: 'duplicates', description: 'Of several items of this run with the same number, only the first gets the message' },
	optedOut: { name: 'Opted Out', value: 'optedOut', description: 'Whoever is on the opt-out (STOP) list of the account' },
	sameTag: { name: 'Same Tag', value: 'sameTag', description: 'Whoever SMS Partner already lists with this Tag: use a new tag for each campaign. One that was cut off can simply be run again.' },
};

/** Whom a send leaves out; `choices` in the order of their names. */
export function skipOption(...choices: Skip[]): INodeProperties {
	return {
		displayName: 'Recipients to Skip',
		name: 'skip',
		type: 'multiOptions',
		options: choices.map((choice) => SKIPS[choice]),
		default: [],
		description: 'Who is left out. Skipped recipients cost nothing and come out with what they were skipped for.',
	};
}

/** `unit` is what is billed, in the plural. */
export function spendingLimitOption(unit: string): INodeProperties {
	return {
		displayName: 'Spending Limit',
		name: 'spendingLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1000,
		description: `How many billed ${unit} the run may need in all. If it needs more, nothing is sent.`,
	};
}

export const checkCreditOption: INodeProperties = {
	displayName: 'Check Credit First',
	name: 'checkCredit',
	type: 'boolean',
	default: false,
	description: 'Whether to ask for the credit of the account first, and to send nothing if it is not enough for the whole run',
};

export const stopOnFailureOption: INodeProperties = {
	displayName: 'Stop If One Fails',
	name: 'stopOnFailure',
	type: 'boolean',
	default: false,
	description: 'Whether nothing goes out when one recipient fails a check, and no further batch starts when the platform refuses one. Off, the others get theirs and each failure is an item of its own.',
};

export const includeInputFieldsOption: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description: 'Whether each output item also carries the fields of its input item; where both have a field, the one of this node stays',
};
